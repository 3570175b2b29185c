#include "core/base/log.h"

#include "tests/support/logged.h"

#include <gtest/gtest.h>

using namespace mend;

TEST(Log, SaysWhatHappenedAndANumber) {
    using log::Event;
    const std::pair<Event, const char*> all[] = {{Event::Started, "started"},
                                                 {Event::Unlocked, "unlocked"},
                                                 {Event::Locked, "locked"},
                                                 {Event::PairingStarted, "pairing started"},
                                                 {Event::PairingEnded, "pairing ended"},
                                                 {Event::Listening, "listening"},
                                                 {Event::Dialled, "dialled"},
                                                 {Event::Connected, "connected"},
                                                 {Event::Disconnected, "disconnected"},
                                                 {Event::VaultError, "vault error"},
                                                 {Event::SyncError, "sync error"}};
    int number = 0;
    for (const auto& [event, name] : all) {
        const test::Logged log;
        log::event(event, ++number);
        EXPECT_EQ(log.lines(),
                  QByteArray("mend: ") + name + ' ' + QByteArray::number(number) + '\n');
    }
}

TEST(Log, IsSilentUntilTurnedOn) {
    testing::internal::CaptureStderr();
    log::event(log::Event::Connected, 3);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    const test::Logged log;
    log::event(log::Event::Connected, 3);
    EXPECT_EQ(log.lines(), "mend: connected 3\n");
}
