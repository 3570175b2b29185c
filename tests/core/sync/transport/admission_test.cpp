#include "core/sync/transport/admission.h"

#include "tests/core/sync/memory_vault.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;

namespace {

struct Admitting : testing::Test {
    FakeClock clock;
    MemoryVault vault{u"Sam"_s, 1, clock};
    Admission admission{vault, clock, 4, 1000};
    Announcement heard{FixedRandom(5).fixed<Incarnation>(), 0, 61000};

    bool next() {
        ++heard.counter;
        return admission.admits(heard);
    }
};

TEST_F(Admitting, AFloodCostsAFewWritesAndThenOneASecond) {
    int admitted = 0;
    for (int i = 0; i < 1000; ++i)
        admitted += next();
    EXPECT_EQ(admitted, 4);
    for (int second = 0; second < 10; ++second) {
        clock.advanceMs(1000);
        for (int i = 0; i < 1000; ++i)
            admitted += next();
    }
    EXPECT_EQ(admitted, 14);
    EXPECT_EQ(vault.countersStored, 14);
}

TEST_F(Admitting, APartnersRoundsAreAllHeard) {
    for (int second = 0; second < 100; ++second) {
        EXPECT_TRUE(next()) << second;
        clock.advanceMs(1000);
    }
    EXPECT_TRUE(next() && next() && next()); // and some at once after that
}

TEST_F(Admitting, WhatIsOnlyPlayedAgainTakesNobodysTurn) {
    ASSERT_TRUE(next());
    const Announcement old = heard;
    for (int i = 0; i < 1000; ++i)
        EXPECT_FALSE(admission.admits(old));
    EXPECT_EQ(vault.countersStored, 1);
    EXPECT_TRUE(next());
}

TEST_F(Admitting, OneThatCameTooSoonMayComeAgain) {
    while (next()) {
    }
    clock.advanceMs(1000);
    EXPECT_TRUE(admission.admits(heard)); // nothing of it was stored
}

} // namespace
