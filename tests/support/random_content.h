#pragma once
// Contents as people might write them, from fixed randomness: valid by domain/'s rules, with texts
// of several scripts, every optional field sometimes set and sometimes not.

#include "core/domain/content.h"
#include "tests/support/fixed_random.h"

#include <array>

namespace mend::test {

inline constexpr std::array allKinds = {
    Kind::Member,  Kind::Pair,    Kind::CheckIn,  Kind::Commitment, Kind::CommitmentChange,
    Kind::Consent, Kind::Outcome, Kind::View,     Kind::Note,       Kind::Moment,
    Kind::Step,    Kind::Open,    Kind::Withdraw, Kind::Pause};

// What a random content hangs on to; what isn't given is random.
struct ContentRefs {
    std::optional<RecordId> about; // the commitment, or what is opened or withdrawn
    std::optional<Day> day;        // the day it is written on; else some day of 2026
    std::optional<Role> role;      // of its author
};

// A member's signature is random too: sign it yourself where that counts.
Content randomContent(Kind kind, FixedRandom& random, const ContentRefs& refs = {});
// One or more letters, not blank, at most `length` characters.
QString randomText(FixedRandom& random, quint32 length = 120);
Day randomDay(FixedRandom& random);

} // namespace mend::test
