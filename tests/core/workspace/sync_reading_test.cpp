// The services' states as the window's: each has one, and none is taken for another.

#include "core/workspace/sync_reading.h"

#include <gtest/gtest.h>
#include <set>

using namespace mend;
using namespace Qt::StringLiterals;

TEST(SyncReadings, EachPhaseHasItsOwn) {
    std::set<SyncReading::Phase> seen;
    for (int phase = 0; phase <= int(sync::SyncPhase::Stopped); ++phase) {
        sync::SyncState state;
        state.phase = sync::SyncPhase(phase);
        seen.insert(readingOf(state).phase);
    }
    EXPECT_EQ(seen.size(), std::size_t(sync::SyncPhase::Stopped) + 1);
    EXPECT_FALSE(seen.contains(SyncReading::Phase::Elsewhere)); // only the thread knows that
}

TEST(SyncReadings, EachStopHasItsOwn) {
    std::set<SyncReading::Stop> seen;
    for (int stop = 0; stop <= int(sync::SyncStop::Storage); ++stop) {
        sync::SyncState state;
        state.stop = sync::SyncStop(stop);
        seen.insert(readingOf(state).stop);
    }
    EXPECT_EQ(seen.size(), std::size_t(sync::SyncStop::Storage) + 1);
}

TEST(SyncReadings, EverythingElseIsTakenOver) {
    sync::SyncState state;
    state.connected = state.noNetwork = state.noMulticast = true;
    state.cantListen = state.clocksApart = true;
    state.counts = {5, 4, 3, 2};
    state.listening = u"10.0.0.2:61000"_s;
    state.progressDone = 7;
    state.progressTotal = 9;
    const SyncReading reading = readingOf(state);
    EXPECT_TRUE(reading.connected && reading.noNetwork && reading.noMulticast &&
                reading.cantListen && reading.clocksApart);
    EXPECT_EQ(reading.counts.waiting(), 2u);
    EXPECT_EQ(reading.listening, state.listening);
    EXPECT_EQ(reading.progressDone, 7);
    EXPECT_EQ(reading.progressTotal, 9);
}

TEST(SyncReadings, EachEndOfAPairingHasItsProblem) {
    std::set<PairingProblem> seen;
    for (int end = 0; end <= int(sync::PairingEnd::Storage); ++end)
        seen.insert(problemOf(sync::PairingEnd(end)));
    EXPECT_EQ(seen.size(), std::size_t(PairingProblem::Storage) + 1); // all of them
    EXPECT_EQ(problemOf(sync::PairingEnd::Paired), PairingProblem::None);
    EXPECT_EQ(problemOf(sync::PairingEnd::OtherPerson), PairingProblem::OtherPerson);
}

TEST(SyncReadings, AFingerprintIsEightGroupsOfAnIdentity) {
    QByteArray bytes(32, '\0');
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(i);
    EXPECT_EQ(fingerprintOf(*IdentityId::from(bytes)),
              u"0001 0203 0405 0607 0809 0a0b 0c0d 0e0f"_s);
}
