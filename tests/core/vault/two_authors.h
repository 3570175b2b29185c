#pragma once
// Me and Alex, each writing one log, and what my vault holds of both.

#include "tests/core/vault/folded.h"

#include <gtest/gtest.h>

namespace mend::vault::test {

struct TwoAuthors : testing::Test {
    Author me{Person::Me, 1};
    Author alex{Person::Partner, 2};
    Folded vault;

    record::Record mine(const Content& content, const How& how = {}) {
        return vault.take(me, me.write(content, how));
    }
    record::Record theirs(const Content& content, const How& how = {}) {
        return vault.take(alex, alex.write(content, how));
    }
};

// Who said whose log they share before anything else.
struct TwoPaired : TwoAuthors {
    static constexpr quint64 held = 2; // records of each by then

    TwoPaired() {
        mine(member(true), {.day = {}});
        theirs(member(true), {.day = {}});
        mine(pairWith(alex.log), {.day = {}});
        theirs(pairWith(me.log), {.day = {}});
    }
};

} // namespace mend::vault::test
