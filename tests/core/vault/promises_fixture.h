#pragma once
// Two people who are paired, and what they promise each other.

#include "tests/core/vault/folded.h"

#include <gtest/gtest.h>

namespace mend::vault::test {

using namespace Qt::StringLiterals;

struct Promises : testing::Test {
    Author me{Person::Me, 1};
    Author alex{Person::Partner, 2};
    Folded vault;

    Promises() {
        vault.take(me, me.write(member(true), {.day = {}}));
        vault.take(alex, alex.write(member(true), {.day = {}}));
        vault.take(me, me.write(pairWith(alex.log), {.day = {}}));
        vault.take(alex, alex.write(pairWith(me.log), {.day = {}}));
    }
    static constexpr quint64 held = 2;

    record::Record mine(const Content& content, const How& how = {}) {
        return vault.take(me, me.write(content, how));
    }
    record::Record theirs(const Content& content, const How& how = {}) {
        return vault.take(alex, alex.write(content, how));
    }
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
