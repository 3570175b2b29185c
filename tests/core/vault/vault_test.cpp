#include "core/vault/read_store.h"
#include "tests/core/vault/two_vaults.h"

#include "core/vault/log_key.h"
#include "core/vault/log_store.h"
#include "core/vault/statement.h"

namespace mend::vault {
namespace {

using namespace mend::test;

std::optional<VaultError> tried(TestVault& vault, Content content, std::optional<Day> day = {},
                                record::Seal seal = record::Seal::None,
                                std::optional<RecordId> replaces = {}) {
    return errorIn(vault.append(std::move(content), day, seal, replaces));
}

Outcome kept(const RecordId& commitment) {
    return *Outcome::create({commitment, OutcomeState::Kept, {}});
}

View confirmed(const RecordId& commitment) {
    return *View::create({commitment, ViewState::Confirmed, {}});
}

TEST(Vault, BeginsWithItsMember) {
    TestVault sam;
    const auto report = sam.vault->verify();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->records, 1u);
    EXPECT_TRUE(report->ok());
    EXPECT_EQ(sam.vault->member()->role, Role::Hurt);
    EXPECT_TRUE(record::verifyMember(sam.vault->liveLog(), sam.vault->member()));
}

TEST(Vault, WhatWasAppendedIsThereAfterReopening) {
    TestVault sam;
    const auto id = sam.append(note(QStringLiteral("at home")));
    ASSERT_TRUE(id);
    sam.open();
    EXPECT_EQ(sam.vault->verify()->records, 2u);
    const auto db = sam.raw();
    EXPECT_TRUE(LogStore(*db).record(*id));
    EXPECT_EQ(LogStore(*db).record(*id)->at, wholeMinute(sam.clock.nowMs()));
}

TEST(Vault, AppendingChangesTheDataVersion) {
    TestVault sam;
    const auto before = sam.vault->dataVersion();
    const auto other = sam.store->connect();
    const auto seenByOther = (*other)->dataVersion();
    ASSERT_TRUE(sam.append(note(QStringLiteral("x"))));
    EXPECT_NE(sam.vault->dataVersion(), before);
    EXPECT_NE((*other)->dataVersion(), seenByOther);
}

TEST(Vault, ChangesOfTheMemberAreSignedAndKeepTheKeys) {
    TestVault sam;
    const Member before = sam.vault->member();
    MemberFields fields = before.fields();
    fields.name = QStringLiteral("Samira");
    fields.role = Role::Betrayer;
    fields.mayBeAsked = true;
    fields.identity = IdentityId(); // not theirs to change
    ASSERT_TRUE(sam.vault->changeMember(fields));
    const Member after = sam.vault->member();
    EXPECT_EQ(after->name, u"Samira");
    EXPECT_EQ(after->role, Role::Betrayer);
    EXPECT_TRUE(after->mayBeAsked);
    EXPECT_EQ(after->identity, before->identity);
    EXPECT_TRUE(record::verifyMember(sam.vault->liveLog(), after));
    fields.name = QStringLiteral("\n");
    EXPECT_EQ(errorIn(sam.vault->changeMember(fields)), VaultError::AgainstRules);
}

TEST(Vault, TheRelationStaysOnceSharedAndTheRoleMayChange) {
    TwoVaults two;
    MemberFields fields = two.sam.vault->member().fields();
    fields.name = QStringLiteral("Samira");
    EXPECT_TRUE(two.sam.vault->changeMember(fields));
    fields.role = Role::Betrayer;
    EXPECT_TRUE(two.sam.vault->changeMember(fields));
    EXPECT_EQ(two.sam.vault->member()->role, Role::Betrayer);
    fields.relation = Relation::Friend;
    EXPECT_EQ(errorIn(two.sam.vault->changeMember(fields)), VaultError::AgainstRules);
}

TEST(Vault, WithoutItsLogKeyItReadsAndDoesNotWrite) {
    TestVault sam;
    TestVault alex(QStringLiteral("Alex"), 2);
    const QString path = sam.path(logKeyFileName(sam.vault->liveLog()).toLatin1().constData());
    const QByteArray key = bytesOf(path);
    QByteArray flipped = key;
    flipped[flipped.size() - 1] = char(flipped.back() ^ 1);
    const QByteArray foreign =
        bytesOf(alex.path(logKeyFileName(alex.vault->liveLog()).toLatin1().constData()));
    for (const QByteArray& bad : {QByteArray(), flipped, foreign, QByteArray(300, 'x')}) {
        putBytes(path, bad);
        EXPECT_EQ(tried(sam, note(QStringLiteral("x"))), VaultError::LogKeyMissing);
    }
    QFile::remove(path);
    sam.open();
    EXPECT_EQ(sam.vault->member()->name, u"Sam");
    EXPECT_EQ(tried(sam, note(QStringLiteral("x"))), VaultError::LogKeyMissing);
    EXPECT_EQ(errorIn(sam.vault->changeMember(sam.vault->member().fields())),
              VaultError::LogKeyMissing);
    putBytes(path, key);
    EXPECT_EQ(tried(sam, note(QStringLiteral("x"))), std::nullopt);
}

TEST(Vault, TheLongestWordsFit) {
    TestVault sam;
    CheckInFields fields;
    fields.texts.insert(CheckInText::Hard, QString(longTextLimit, QLatin1Char('x')));
    EXPECT_EQ(tried(sam, *CheckIn::create(fields)), std::nullopt);
    EXPECT_EQ(tried(sam, note(QString(longTextLimit / 3, QChar(0x4e2d)))), std::nullopt);
}

TEST(Vault, DaysToComeAreNotYetToBeSpokenOf) {
    TestVault sam;
    const Day tomorrow = sam.today().plus(1);
    const auto promise = sam.append(commitment(QStringLiteral("Call"), sam.today()));
    EXPECT_EQ(tried(sam, checkIn(QStringLiteral("x")), tomorrow), VaultError::AgainstRules);
    EXPECT_EQ(tried(sam, kept(*promise), tomorrow), VaultError::AgainstRules);
    EXPECT_EQ(tried(sam, note(QStringLiteral("away")), tomorrow), std::nullopt);
    EXPECT_EQ(tried(sam, note(QStringLiteral("away")), tomorrow.plus(1)), VaultError::AgainstRules);
    EXPECT_EQ(tried(sam, kept(*promise), sam.today().plus(-30)), std::nullopt);
}

TEST(Vault, WhatNeedsADayHasOneAndWhatCannotBeSealedIsNot) {
    TestVault sam;
    EXPECT_EQ(errorIn(sam.vault->append({{note(QStringLiteral("x")), {}}, {}, {}})),
              VaultError::AgainstRules);
    EXPECT_EQ(tried(sam, note(QStringLiteral("x")), {}, record::Seal::Together),
              VaultError::AgainstRules);
    EXPECT_EQ(tried(sam, checkIn(QStringLiteral("x")), {}, record::Seal::WhenAsked),
              VaultError::AgainstRules);
    EXPECT_EQ(tried(sam, checkIn(QStringLiteral("x")), {}, record::Seal::Together), std::nullopt);
}

TEST(Vault, WhatRunsTheLogIsNotWrittenByHand) {
    TestVault sam;
    EXPECT_EQ(tried(sam, *Pause::create({true})), VaultError::AgainstRules);
    EXPECT_EQ(tried(sam, sam.vault->member()), VaultError::AgainstRules);
}

TEST(Vault, NamesOnlyWhatIsHere) {
    TestVault sam;
    const auto unknown = sam.random.fixed<RecordId>();
    EXPECT_EQ(tried(sam, kept(unknown)), VaultError::UnknownId);
    EXPECT_EQ(tried(sam, *Withdraw::create({unknown})), VaultError::UnknownId);
    EXPECT_EQ(tried(sam, note(QStringLiteral("x")), {}, {}, unknown), VaultError::UnknownId);
}

TEST(Vault, AVersionIsOfTheSameKindAndDay) {
    TestVault sam;
    const auto first = sam.append(note(QStringLiteral("one")));
    EXPECT_EQ(tried(sam, checkIn(QStringLiteral("x")), {}, {}, *first), VaultError::AgainstRules);
    EXPECT_EQ(tried(sam, note(QStringLiteral("two")), sam.today().plus(-1), {}, *first),
              VaultError::AgainstRules);
    EXPECT_EQ(tried(sam, note(QStringLiteral("two")), {}, {}, *first), std::nullopt);
}

TEST(Vault, WithdrawingTakesTheWordsOfEveryVersion) {
    TestVault sam;
    const auto first = sam.append(note(QStringLiteral("one")));
    const auto second = sam.append(note(QStringLiteral("two")), {}, {}, *first);
    const auto other = sam.append(note(QStringLiteral("stays")));
    ASSERT_TRUE(sam.append(*Withdraw::create({*second})));
    EXPECT_EQ(wordsHere(sam, name(Kind::Note)), 1);
    EXPECT_EQ(tried(sam, note(QStringLiteral("three")), {}, {}, *first), VaultError::AgainstRules);
    EXPECT_EQ(tried(sam, *Withdraw::create({*first})), VaultError::AgainstRules);
    EXPECT_EQ(tried(sam, *Withdraw::create({*other})), std::nullopt);
    EXPECT_TRUE(sam.vault->verify()->ok());
}

TEST(Vault, WithdrawingACheckInTakesAllOfItsDayAndNoOther) {
    TestVault sam;
    const auto first = sam.append(checkIn(QStringLiteral("one")), {}, record::Seal::Together);
    ASSERT_TRUE(sam.append(checkIn(QStringLiteral("two"))));
    ASSERT_TRUE(sam.append(checkIn(QStringLiteral("yesterday")), sam.today().plus(-1)));
    ASSERT_TRUE(sam.append(*Withdraw::create({*first})));
    EXPECT_EQ(wordsHere(sam, name(Kind::CheckIn)), 1);
    ASSERT_TRUE(sam.append(checkIn(QStringLiteral("again"))));
    EXPECT_EQ(wordsHere(sam, name(Kind::CheckIn)), 2);
}

TEST(Vault, PromisesCannotBeWithdrawnNorOpened) {
    TestVault sam;
    const auto promise = sam.append(commitment(QStringLiteral("Call"), sam.today()));
    EXPECT_EQ(tried(sam, *Withdraw::create({*promise})), VaultError::AgainstRules);
    EXPECT_EQ(tried(sam, *Open::create({*promise})), VaultError::AgainstRules);
    const auto plain = sam.append(checkIn(QStringLiteral("x")));
    EXPECT_EQ(tried(sam, *Open::create({*plain})), VaultError::AgainstRules); // it isn't sealed
}

TEST(Vault, OnlyItsOwnerReportsAndOnlyTheOtherLooks) {
    TwoVaults two;
    const auto promise = two.sam.append(commitment(QStringLiteral("Call"), two.sam.today()));
    two.exchange();
    EXPECT_EQ(tried(two.sam, confirmed(*promise)), VaultError::AgainstRules);
    EXPECT_EQ(tried(two.alex, kept(*promise)), VaultError::AgainstRules);
    EXPECT_EQ(tried(two.alex, confirmed(*promise)), std::nullopt);
    EXPECT_EQ(tried(two.sam, kept(*promise)), std::nullopt);
    const auto theirs = two.alex.append(note(QStringLiteral("mine")));
    two.exchange();
    EXPECT_EQ(tried(two.sam, note(QStringLiteral("not yours")), {}, {}, *theirs),
              VaultError::AgainstRules);
    EXPECT_EQ(tried(two.sam, *Withdraw::create({*theirs})), VaultError::AgainstRules);
}

TEST(Vault, WhatIsAskedWaitsForAYes) {
    TwoVaults two;
    const Commitment asked = commitment(QStringLiteral("Call"), two.sam.today(), Person::Partner);
    EXPECT_EQ(tried(two.sam, asked), VaultError::AgainstRules); // Alex has not said so
    MemberFields may = two.alex.vault->member().fields();
    may.mayBeAsked = true;
    ASSERT_TRUE(two.alex.vault->changeMember(may));
    two.exchange();
    const auto id = two.sam.append(asked);
    ASSERT_TRUE(id) << int(id.error());
    two.exchange();
    EXPECT_EQ(tried(two.alex, kept(*id)), VaultError::AgainstRules);
    EXPECT_EQ(tried(two.sam, confirmed(*id)), VaultError::AgainstRules);
    EXPECT_EQ(tried(two.sam, *Consent::create({*id, Answer::Yes, {}})), VaultError::AgainstRules);
    // Who asks may still change it; once the other has said yes, no more.
    const CommitmentChange change = *CommitmentChange::create({*id, ChangeKind::End, {}});
    ASSERT_TRUE(two.alex.append(*Consent::create({*id, Answer::Yes, {}})));
    EXPECT_EQ(tried(two.alex, kept(*id)), std::nullopt);
    two.exchange();
    EXPECT_EQ(tried(two.sam, change), VaultError::AgainstRules);
    EXPECT_EQ(tried(two.sam, confirmed(*id)), std::nullopt);
    EXPECT_EQ(tried(two.alex, change), std::nullopt);
}

TEST(Vault, WhatCannotBeAskedCannotBeEditedInto) {
    TwoVaults two;
    MemberFields may = two.alex.vault->member().fields();
    may.mayBeAsked = true;
    ASSERT_TRUE(two.alex.vault->changeMember(may));
    two.exchange();
    const auto id =
        two.sam.append(commitment(QStringLiteral("Call"), two.sam.today(), Person::Partner));
    ASSERT_TRUE(id);
    CommitmentFields edited = commitment(QStringLiteral("Not alone"), two.sam.today()).fields();
    const auto edit = [&] { return *CommitmentChange::create({*id, ChangeKind::Edit, edited}); };
    edited.step = QStringLiteral("B26"); // as if it were one's own
    EXPECT_EQ(tried(two.sam, edit()), VaultError::AgainstRules);
    edited.step.clear();
    EXPECT_EQ(tried(two.sam, edit()), std::nullopt);
}

TEST(Vault, AnOldPromiseIsLookedAtAgainWithinHalfAYearOfItsEdit) {
    TestVault sam;
    const Day today = sam.today();
    const auto id = sam.append(commitment(QStringLiteral("Call"), today.plus(-400)), today);
    ASSERT_TRUE(id);
    CommitmentFields edited = commitment(QStringLiteral("Call"), today.plus(-400)).fields();
    const auto edit = [&] { return *CommitmentChange::create({*id, ChangeKind::Edit, edited}); };
    edited.review = today.plus(183);
    EXPECT_EQ(tried(sam, edit(), today), VaultError::AgainstRules);
    edited.review = today.plus(28);
    EXPECT_EQ(tried(sam, edit(), today), std::nullopt);
    const auto read = sam.vault->read().commitment(*id, today, today, today);
    ASSERT_TRUE(read);
    EXPECT_EQ(read->now.review, today.plus(28));
}

TEST(Vault, NothingIsAskedOfSomebodyWhoIsNotThere) {
    TestVault sam;
    EXPECT_EQ(tried(sam, commitment(QStringLiteral("Call"), sam.today(), Person::Partner)),
              VaultError::NotPaired);
}

TEST(Vault, RebuildingChangesNothing) {
    TestVault sam;
    ASSERT_TRUE(sam.append(note(QStringLiteral("one"))));
    ASSERT_TRUE(sam.append(checkIn(QStringLiteral("two"))));
    const QByteArray before = digestOf(sam);
    ASSERT_TRUE(sam.vault->rebuild());
    EXPECT_EQ(digestOf(sam), before);
}

} // namespace
} // namespace mend::vault
