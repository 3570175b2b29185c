// Somebody who sends version upon version of one thing: each costs as much as the one before it.

#include "core/vault/log_writer.h"
#include "tests/core/vault/folded.h"
#include "tests/core/vault/vault_fixture.h"

namespace mend::vault::test {
namespace {

using namespace Qt::StringLiterals;

struct Versions : testing::Test {
    Author alex{Person::Partner, 2};
    Folded vault;

    record::Record version(const std::optional<RecordId>& replaces) {
        return alex.write(note(u"again"_s), {.replaces = replaces});
    }
    // Each entry by its first version and the one shown.
    std::map<RecordId, RecordId> shown() {
        std::map<RecordId, RecordId> entries;
        for (const TimelineEntry& entry : vault.timeline())
            entries.emplace(entry.id, entry.newest);
        return entries;
    }
    RecordId taken(const std::optional<RecordId>& replaces) {
        return vault.take(alex, version(replaces)).id;
    }
};

TEST_F(Versions, AsManyAsAnybodyMakesAreLinkedAndNoMore) {
    std::vector<RecordId> chain{taken({})};
    for (int i = 1; i < versionLimit; ++i)
        chain.push_back(taken(chain.back()));
    const auto full = shown();
    ASSERT_EQ(full.size(), 1u);
    EXPECT_EQ(full.begin()->second, chain.back());
    for (const RecordId& replaced : {chain.back(), chain.front(), chain[100], taken(chain.back())})
        taken(replaced);
    EXPECT_EQ(shown(), full); // kept, and waiting for a record that never comes
    EXPECT_EQ(vault.store().count(1), quint64(versionLimit) + 5);
    EXPECT_EQ(vault.read().earlier(chain.front())->size(), std::size_t(versionLimit) - 1);
    taken({}); // another thing has versions of its own
    EXPECT_EQ(shown().size(), 2u);
}

// So that a turn of taking them in ends in time (reception.h).
TEST_F(Versions, AreReadAgainWithOneMoreOfThem) {
    RecordId last = taken({});
    for (int i = 1; i < 10; ++i)
        last = taken(last);
    const auto readAgain = [&](const record::Record& record) {
        return applyRecord(vault.connection(),
                           vault.store().insert(*vault.store().log(alex.log), record));
    };
    EXPECT_EQ(readAgain(version(last)), 11);
    EXPECT_EQ(readAgain(version({})), 0);
}

TEST_F(Versions, AreTakenBackInOneGo) {
    const RecordId first = taken({});
    for (int i = 1; i < 20; ++i)
        taken(first);
    ASSERT_EQ(vault.timeline().size(), 1u);
    ASSERT_TRUE(vault.connection().execute("CREATE TEMP TABLE touched(n);"
                                           "CREATE TEMP TRIGGER touching AFTER UPDATE ON entry"
                                           " BEGIN INSERT INTO touched VALUES(NEW.n); END"));
    vault.take(alex, alex.write(withdrawal(first), {.day = {}}));
    Statement touched(vault.connection(), "SELECT count(*) FROM touched");
    EXPECT_LE(integerOf(touched), 2);
    EXPECT_EQ(vault.timeline().front().seal, SealState::Withdrawn);
}

TEST_F(Versions, ManyOfOneAreNoMoreThanManyInARow) {
    const RecordId first = taken({});
    for (int i = 1; i < versionLimit; ++i)
        taken(first);
    const auto full = shown();
    ASSERT_EQ(full.size(), 1u);
    taken(first);
    EXPECT_EQ(shown(), full);
    EXPECT_FALSE(vault.store().hasRoomForVersion({}, first));
}

TEST_F(Versions, WhatAnotherPairSaysTakesNoRoom) {
    const RecordId first = taken({});
    Author kim{Person::Partner, 3};
    vault.take(kim, kim.write(note(u"something else"_s)));
    ASSERT_TRUE(vault.connection().execute(
        "INSERT INTO pairing(id, identity, log, sealing_key, certificate, name, relation,"
        " provisional, ended) SELECT id, key, key, x'00', x'00', 'somebody', 'friend', 0, 1"
        " FROM log; UPDATE log SET pairing = id"));
    for (int i = 1; i < versionLimit; ++i)
        vault.take(kim, kim.write(note(u"again"_s), {.replaces = first}));
    const RecordId second = taken(first);
    EXPECT_EQ(vault.store().record(second)->replaces, first);
}

TEST_F(Versions, WhatComesLateDoesNotJoinMoreThanThat) {
    const RecordId first = taken({});
    for (int i = 0; i < versionLimit / 2; ++i)
        taken(first);
    const record::Record between = version(first);
    for (int i = 0; i < versionLimit / 2; ++i)
        taken(between.id);
    const auto before = shown();
    ASSERT_EQ(before.size(), 1u);
    vault.take(alex, between);
    EXPECT_EQ(shown(), before);
    EXPECT_FALSE(vault.store().record(between.id)->replaces == std::optional(first));
}

TEST_F(Versions, WordsThatComeLateDoNotJoinMoreThanThat) {
    const RecordId first = taken({});
    for (int i = 0; i < versionLimit / 2; ++i)
        taken(first);
    const record::Record between = version(first);
    vault.takeSealed(alex, between);
    for (int i = 0; i < versionLimit / 2; ++i)
        taken(between.id);
    EXPECT_EQ(shown().size(), 2u);
    vault.takeBody(between); // it waits for ever, and its versions with it
    EXPECT_EQ(shown().size(), 1u);
    EXPECT_TRUE(shown().contains(first));
    EXPECT_EQ(vault.store().record(between.id)->replaces, RecordId());
}

TEST(OwnVersions, EndAtTheSameNumber) {
    mend::test::TestVault sam;
    const auto write = [&](const std::optional<RecordId>& replaces) {
        return sam.append(mend::test::note(u"again"_s), sam.today(), record::Seal::None, replaces);
    };
    auto last = write({});
    for (int i = 1; i < versionLimit; ++i) {
        ASSERT_TRUE(last);
        last = write(*last);
    }
    ASSERT_TRUE(last);
    EXPECT_EQ(mend::test::errorIn(write(*last)), VaultError::AgainstRules);
    EXPECT_TRUE(write({}));
    EXPECT_TRUE(sam.vault->verify()->ok());
}

} // namespace
} // namespace mend::vault::test
