#pragma once
// Two people who are paired, and what they promise each other.

#include "tests/core/vault/two_authors.h"

namespace mend::vault::test {

using namespace Qt::StringLiterals;

struct Promises : TwoPaired {
    record::Record minePromised() { return mine(commitment(promise(u"Home by 18:30"_s))); }
    record::Record theirsAsked() {
        return theirs(commitment(promise(u"Call at noon"_s, Person::Partner)));
    }
    CommitmentReading reading(const RecordId& id, Day today = sunday) {
        auto read = vault.read().commitment(id, today, sunday, sunday.plus(6));
        EXPECT_TRUE(read.has_value());
        return read ? *read : CommitmentReading();
    }
    CommitmentDay dayOf(const RecordId& id, Day day = sunday) {
        for (const CommitmentDay& each : reading(id).days)
            if (each.day == day)
                return each;
        ADD_FAILURE() << "no such day";
        return {};
    }
    std::vector<QString> kinds() {
        std::vector<QString> all;
        for (const TimelineEntry& entry : vault.timeline())
            all.push_back(entry.kind);
        std::sort(all.begin(), all.end());
        return all;
    }
};

} // namespace mend::vault::test
