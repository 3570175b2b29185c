#include "core/record/cbor.h"
#include "core/vault/read_store.h"
#include "tests/core/vault/two_vaults.h"

#include <algorithm>

namespace mend::vault {
namespace {

using namespace mend::test;

// What verify() finds after a table was spoiled by `sql`.
std::vector<Problem::What> foundAfter(const char* sql) {
    TwoVaults two;
    EXPECT_TRUE(two.alex.append(note(QStringLiteral("one"))));
    EXPECT_TRUE(two.sam.append(note(QStringLiteral("two"))));
    two.exchange();
    EXPECT_TRUE(two.sam.vault->verify()->ok());
    EXPECT_TRUE(two.sam.raw()->execute(sql));
    const auto report = two.sam.vault->verify();
    EXPECT_TRUE(report);
    std::vector<Problem::What> found;
    for (const Problem& problem : report->problems) {
        EXPECT_GT(problem.count, 0);
        EXPECT_FALSE(name(problem.what).isEmpty());
        found.push_back(problem.what);
    }
    EXPECT_FALSE(report->ok());
    return found;
}

TEST(Verify, FindsEveryKindOfDamage) {
    using What = Problem::What;
    const auto has = [](const char* sql, What what) {
        const auto found = foundAfter(sql);
        EXPECT_NE(std::find(found.begin(), found.end(), what), found.end())
            << sql << " lacks " << name(what).toStdString();
    };
    has("UPDATE record SET header = zeroblob(80) WHERE kind = 'note'", What::BadHash);
    has("UPDATE record SET body = zeroblob(80) WHERE kind = 'note'", What::BadHash);
    has("UPDATE record SET day = day + 1 WHERE kind = 'note'", What::BadHash);
    has("UPDATE record SET seq = seq + 1 WHERE kind = 'note'", What::BadHash);
    has("DELETE FROM record WHERE kind = 'pair'", What::BrokenChain);
    has("UPDATE head SET signature = zeroblob(64)", What::BadHeadSignature);
    has("UPDATE ack SET signature = zeroblob(64)", What::BadHeadSignature);
    has("UPDATE ack SET my_seq = my_seq + 1", What::BadHeadSignature);
    has("UPDATE log SET identity = zeroblob(32) WHERE owner = 1", What::BadMember);
    has("UPDATE log SET forked = 1 WHERE owner = 1", What::Fork);
    has("DELETE FROM entry", What::ProjectionDiffers);
    has("DELETE FROM record WHERE kind = 'note' AND log = (SELECT id FROM log WHERE owner = 1)",
        What::RolledBack);
    has("DELETE FROM record WHERE kind = 'note' AND log = (SELECT id FROM log WHERE owner = 0)",
        What::RolledBack);
}

// A program that writes for long, or one that would: neither waits for the other.
TEST(Verify, TakesNoLock) {
    TestVault sam;
    ASSERT_TRUE(sam.append(note(QStringLiteral("one"))));
    const auto other = sam.raw();
    ASSERT_TRUE(other->execute("BEGIN IMMEDIATE"));
    const auto report = sam.vault->verify();
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->ok());
    EXPECT_EQ(report->records, 2u);
    ASSERT_TRUE(other->execute("ROLLBACK"));
    EXPECT_TRUE(sam.append(note(QStringLiteral("two"))));
    EXPECT_EQ(sam.vault->read().count({}), 2); // what was made to compare with is gone again
}

// Signed by its author, and not to be read: kept, and counted.
TEST(Verify, CountsWordsThatCannotBeRead) {
    TwoVaults two;
    const QByteArray body = cbor::encode(
        cbor::Map{{QStringLiteral("salt"), QByteArray(16, 's')}, {QStringLiteral("text"), 7}});
    auto batch = forged(two.alex, noteDraft(two.alex), 2);
    record::Record& odd = batch.records.front();
    odd.header.bodyHash = record::bodyHash(body);
    odd.headerBytes = record::encode(odd.header);
    odd.id = record::recordId(odd.headerBytes);
    odd.body = body;
    batch.head = record::signHead(odd.head(), logKeyOf(two.alex));
    two.exchange();
    ASSERT_EQ(offered(two.sam, batch), std::nullopt);
    const auto report = two.sam.vault->verify();
    ASSERT_TRUE(report);
    ASSERT_EQ(report->problems.size(), 1u);
    EXPECT_EQ(report->problems[0].what, Problem::What::Unreadable);
    EXPECT_EQ(report->problems[0].count, 1);
}

TEST(Verify, FindsAPageThatWasChanged) {
    TestVault sam;
    for (int i = 0; i < 8; ++i)
        sam.append(note(QString(3000, QLatin1Char('x'))));
    sam.close();
    QByteArray bytes = bytesOf(sam.path("vault.db"));
    bytes[bytes.size() - 2000] = char(bytes[bytes.size() - 2000] ^ 1);
    putBytes(sam.path("vault.db"), bytes);
    sam.open();
    const auto report = sam.vault->verify();
    ASSERT_TRUE(report);
    EXPECT_FALSE(report->ok());
    EXPECT_TRUE(std::any_of(report->problems.begin(), report->problems.end(), [](const auto& each) {
        return each.what == Problem::What::IntegrityCheck;
    }));
}

TEST(Verify, HasANameForEveryKindOfDamage) {
    QStringList names;
    for (int what = 0; what <= int(Problem::What::RolledBack); ++what)
        names << name(Problem::What(what));
    EXPECT_EQ(names.removeDuplicates(), 0);
    EXPECT_FALSE(names.contains(QString()));
}

} // namespace
} // namespace mend::vault
