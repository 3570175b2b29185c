// How soon a seeker looks, by why it began.

#include "core/sync/transport/seeker.h"
#include "tests/core/sync/memory_vault.h"
#include "tests/core/sync/transport/loop.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;

namespace {

// Looks at no network: addresses alone, and only by the clock.
struct Looking {
    Looking(MemoryVault& vault, Seeker::Pace pace)
        : random(5), seeker(vault, interfaces, vault.clock, random) {
        QObject::connect(&seeker, &Seeker::looked, [this] { ++rounds; });
        QObject::connect(&seeker, &Seeker::dial,
                         [this](const QString& host, quint16) { dialled << host; });
        const auto trust = vault.trust();
        seeker.begin(**trust, *vault.own(), {{u"192.0.2.1:61000"_s}, false}, 61'000, pace);
    }
    Interfaces interfaces;
    FixedRandom random;
    Seeker seeker;
    int rounds = 0;
    QStringList dialled;
};

struct Seeking : testing::Test {
    FakeClock clock;
    MemoryVault sam{u"Sam"_s, 1, clock};
    MemoryVault alex{u"Alex"_s, 2, clock};
    Seeking() { MemoryVault::pair(sam, alex); }
};

} // namespace

TEST_F(Seeking, IsAtOnceOrSoonOrPatient) {
    Looking patient(sam, Seeker::Pace::Patient);
    Looking soon(sam, Seeker::Pace::Soon);
    Looking atOnce(sam, Seeker::Pace::AtOnce);
    EXPECT_EQ(atOnce.rounds, 0); // not from within its own beginning
    ASSERT_TRUE(waitUntil([&] { return atOnce.rounds == 1; }));
    EXPECT_EQ(soon.rounds, 0);
    EXPECT_EQ(atOnce.dialled, QStringList(u"192.0.2.1"_s));
    ASSERT_TRUE(waitUntil([&] { return soon.rounds == 2; }, 20'000));
    EXPECT_GE(atOnce.rounds, 2);
    EXPECT_EQ(patient.rounds, 0);
    patient.seeker.hurry(); // as when a person asks
    EXPECT_TRUE(waitUntil([&] { return patient.rounds == 1; }));
}

TEST_F(Seeking, LooksLessAndLessOften) {
    Looking looking(sam, Seeker::Pace::AtOnce);
    ASSERT_TRUE(waitUntil([&] { return looking.rounds == 2; }, 20'000)); // 1 to 1.5 s
    Looking fresh(sam, Seeker::Pace::AtOnce);
    ASSERT_TRUE(waitUntil([&] { return fresh.rounds == 2; }, 20'000));
    EXPECT_EQ(looking.rounds, 2) << "its third comes after 2 to 3 s";
}

TEST_F(Seeking, IsSilentOnceItEnded) {
    Looking ended(sam, Seeker::Pace::AtOnce);
    ended.seeker.end();
    ended.seeker.hurry();
    Looking other(sam, Seeker::Pace::AtOnce);
    ASSERT_TRUE(waitUntil([&] { return other.rounds == 1; }));
    EXPECT_EQ(ended.rounds, 0);
}
