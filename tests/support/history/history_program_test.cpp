// mend-history as a program: what the benchmarks begin with is two whole vaults that agree.

#include "core/vault/read_store.h"
#include "core/vault/sync_store.h"
#include "core/vault/vault.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fixed_random.h"

#include <QProcess>
#include <QTemporaryDir>
#include <gtest/gtest.h>

using namespace mend;
using namespace Qt::StringLiterals;

namespace {

struct HistoryProgram : testing::Test {
    QTemporaryDir folder;
    test::FakeClock clock;
    test::FixedRandom random;
    std::vector<std::shared_ptr<vault::Store>> stores;

    int make(const QStringList& options) {
        QProcess program;
        program.start(QStringLiteral(MEND_HISTORY), options);
        return program.waitForFinished(100'000) ? program.exitCode() : -1;
    }
    std::unique_ptr<vault::Vault> open(const QString& name) {
        const auto passphrase = crypto::Passphrase::fromText(u"correct horse"_s);
        auto store = vault::Store::open(folder.filePath(name), std::cref(*passphrase),
                                        {clock, random, crypto::Argon2Cost{8, 1}});
        if (!store)
            return nullptr;
        stores.push_back(*store);
        return std::move((*store)->connect().value());
    }
};

} // namespace

TEST_F(HistoryProgram, MakesTwoVaultsThatVerifyAndAgree) {
    ASSERT_EQ(make({u"--years"_s, u"0.03"_s, u"--last"_s, u"2100-12-31"_s, u"--light-key"_s,
                    u"--out"_s, folder.path()}),
              0);
    const auto a = open(u"a"_s);
    const auto b = open(u"b"_s);
    ASSERT_TRUE(a && b);
    EXPECT_TRUE(a->verify()->ok());
    EXPECT_TRUE(b->verify()->ok());
    const auto ofA = a->read().older({}, std::nullopt, 1000);
    const auto ofB = b->read().older({}, std::nullopt, 1000);
    ASSERT_TRUE(ofA && ofB);
    ASSERT_EQ(ofA->entries.size(), ofB->entries.size());
    EXPECT_GT(ofA->entries.size(), 100u); // ten days
    for (std::size_t i = 0; i < ofA->entries.size(); ++i) {
        EXPECT_EQ(ofA->entries[i].id, ofB->entries[i].id);
        // Alex has shared one this morning that opens once Sam has.
        if (ofA->entries[i].seal != SealState::Sealed) {
            EXPECT_EQ(ofA->entries[i].content, ofB->entries[i].content);
        }
    }
    EXPECT_EQ(ofA->entries.front().day, Day::fromIso(u"2100-12-31"));
    EXPECT_EQ(a->sync().counts().waiting(), 0u);
}

TEST_F(HistoryProgram, KeepsThePartnerWhoHasNothingYet) {
    ASSERT_EQ(make({u"--years"_s, u"0.01"_s, u"--light-key"_s, u"--out"_s, folder.path()}), 0);
    const auto b = open(u"b"_s);
    const auto empty = open(u"b-new"_s);
    ASSERT_TRUE(b && empty);
    EXPECT_TRUE(empty->verify()->ok());
    EXPECT_EQ(empty->read().count({}), 0);
    EXPECT_EQ(empty->liveLog(), b->liveLog());
    EXPECT_EQ((*empty->sync().pairing())->partner.log, (*b->sync().pairing())->partner.log);
}

TEST_F(HistoryProgram, SaysSoWhereItCanNot) {
    EXPECT_EQ(make({}), 2);
    EXPECT_EQ(make({u"--years"_s, u"none"_s, u"--out"_s, folder.path()}), 2);
    // Two hundred years don't fit before the year 2100.
    EXPECT_EQ(
        make({u"--years"_s, u"200"_s, u"--last"_s, u"2100-01-01"_s, u"--out"_s, folder.path()}), 2);
    EXPECT_EQ(make({u"--years"_s, u"0.01"_s, u"--light-key"_s, u"--out"_s, u"/proc/none"_s}), 1);
}
