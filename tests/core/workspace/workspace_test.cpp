// What one person does in their workspace, but for check-ins and commitments.

#include "tests/core/workspace/workspace_fixture.h"
#include "tests/support/full_disk.h"
#include "tests/support/logged.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QEventLoop>
#include <gtest/gtest.h>

using namespace mend;
using mend::test::WorkspaceTest;

TEST_F(WorkspaceTest, NothingIsWithdrawnOrOpenedThatHasNoId) {
    EXPECT_FALSE(w.withdraw(RecordId()));
    EXPECT_FALSE(w.openSealed(RecordId()));
}

TEST_F(WorkspaceTest, MomentsAreKeptOrShared) {
    const MomentFields moment{7, Need::Listen, QStringLiteral("the song")};
    ASSERT_TRUE(w.keepMoment(today, moment));
    EXPECT_EQ(w.privateMoments(today, today)->front().fields, moment);
    ASSERT_TRUE(w.removePrivateMoment(w.privateMoments(today, today)->front().id));
    EXPECT_EQ(w.keepMoment(today, {11, std::nullopt, {}}).error(), Problem::BadInput);
    const auto shared = w.shareMoment(today, moment);
    ASSERT_TRUE(shared);
    EXPECT_EQ(w.shareMoment(today.plus(1), moment).error(), Problem::BadDay);
    ASSERT_TRUE(w.withdraw(*shared));
    EXPECT_EQ(w.entry(*shared)->seal, SealState::Withdrawn);
}

TEST_F(WorkspaceTest, OpeningAndClosingAreLoggedWithoutContent) {
    const test::Logged log;
    one.workspace.reset();
    one.workspace = std::move(*one.opening.unlockNow(test::OneWorkspace::passphrase()));
    EXPECT_EQ(log.lines(), "mend: locked 0\nmend: unlocked 0\n");
}

TEST_F(WorkspaceTest, NotesCanBeReplacedAndFoundByIdAndWord) {
    const auto id =
        w.shareNote(today, {NoteKind::Whereabouts, QStringLiteral("at the harbour"), {}});
    ASSERT_TRUE(id);
    EXPECT_EQ(w.shareNote(today.plus(1), {NoteKind::Plan, QStringLiteral("x"), {}}).error(),
              Problem::BadDay);
    const auto better = Note::create({NoteKind::Whereabouts, QStringLiteral("at the station"), {}});
    ASSERT_TRUE(w.replace(*id, *better));
    EXPECT_TRUE(w.entry(*id)->edited);
    EXPECT_EQ(w.resolve(id->toHex().left(12)), *id);
    EXPECT_EQ(w.resolve(QStringLiteral("00000000")).error(), Problem::UnknownId);
    EXPECT_EQ(w.replace(RecordId(), *better).error(), Problem::UnknownId);
    TimelineFilter search;
    search.search = QStringLiteral("station");
    const auto found = w.older(search, std::nullopt, 10);
    ASSERT_EQ(found->entries.size(), 1u);
    const TimelineKey key{found->entries[0].day, found->entries[0].at, found->entries[0].id};
    EXPECT_TRUE(w.newer(search, key, 10)->entries.empty());
    EXPECT_EQ(w.around(search, today, 10)->entries.size(), 1u);
    EXPECT_EQ(w.perDay({}, today, today)->at(today), 1);
    EXPECT_EQ(w.firstDay(), today);
    EXPECT_TRUE(w.shards(today, today)->empty());
}

TEST_F(WorkspaceTest, WhetherAMatterIsSetDownIsNeverShared) {
    const auto before = w.verify()->records;
    EXPECT_EQ(w.shareStep(QStringLiteral("H2"), StepState::Done).error(), Problem::NotAllowed);
    EXPECT_EQ(w.verify()->records, before);
    EXPECT_TRUE(w.steps(Person::Me)->empty());
    ASSERT_TRUE(w.setStep(QStringLiteral("H2"), StepState::Done));
    EXPECT_EQ(w.verify()->records, before);
}

TEST_F(WorkspaceTest, StepsStayHereUntilShared) {
    const auto before = w.verify()->records;
    ASSERT_TRUE(w.setStep(QStringLiteral("H4"), StepState::Working));
    EXPECT_EQ(w.verify()->records, before);
    ASSERT_TRUE(w.shareStep(QStringLiteral("H4"), StepState::Done));
    EXPECT_EQ(w.verify()->records, before + 1);
    EXPECT_EQ(w.steps(Person::Me)->front().state, StepState::Done);
    EXPECT_EQ(w.setStep(QStringLiteral("X9"), StepState::Done).error(), Problem::BadInput);
    EXPECT_EQ(w.shareStep(QStringLiteral("X9"), StepState::Done).error(), Problem::BadInput);
}

TEST_F(WorkspaceTest, KeepsJournalDraftsAndSettingsThroughALock) {
    ASSERT_TRUE(w.addJournal(today, QStringLiteral("first")));
    const qint64 id = w.journal({}, 5, 0)->front().id;
    ASSERT_TRUE(w.changeJournal(id, QStringLiteral("first, again")));
    w.saveDraft(QStringLiteral("today"), "half a sent");
    ASSERT_TRUE(w.setSetting(QStringLiteral("look"), "dark"));
    one.workspace.reset();
    auto opened = one.opening.unlockNow(test::OneWorkspace::passphrase());
    ASSERT_TRUE(opened);
    EXPECT_EQ((*opened)->journal(QStringLiteral("again"), 5, 0)->size(), 1u);
    EXPECT_EQ((*opened)->draft(QStringLiteral("today")), QByteArray("half a sent"));
    EXPECT_EQ((*opened)->setting(QStringLiteral("look")), QByteArray("dark"));
    ASSERT_TRUE((*opened)->removeJournal(id));
    EXPECT_EQ((*opened)->changeJournal(id, QStringLiteral("gone")).error(), Problem::UnknownId);
}

TEST_F(WorkspaceTest, DraftsThatCouldNotBeSavedAreFoundWithTheOthers) {
    w.saveDraft(QStringLiteral("today/1"), "kept");
    {
        const test::FullDisk full;
        w.saveDraft(QStringLiteral("today/1"), {});
        w.saveDraft(QStringLiteral("today/2"), "not yet");
        w.saveDraft(QStringLiteral("journal/2"), "not yet");
        EXPECT_EQ(w.drafts(QStringLiteral("today/")), QStringList{QStringLiteral("today/2")});
    }
    w.saveDraft(QStringLiteral("today/0"), "kept");
    EXPECT_EQ(w.drafts(QStringLiteral("today/")),
              (QStringList{QStringLiteral("today/0"), QStringLiteral("today/2")}));
}

TEST_F(WorkspaceTest, RoleAndNameCanChangeBeforePairing) {
    int told = 0;
    QObject::connect(&w, &Workspace::meChanged, &w, [&] { ++told; });
    ASSERT_TRUE(w.changeMe(QStringLiteral("Samira"), Role::Betrayer, Relation::Friend));
    EXPECT_EQ(w.me().name, QStringLiteral("Samira"));
    EXPECT_EQ(w.me().role, Role::Betrayer);
    EXPECT_EQ(w.me().relation, Relation::Friend);
    ASSERT_TRUE(w.setMayBeAsked(true));
    EXPECT_TRUE(w.me().mayBeAsked);
    EXPECT_EQ(told, 2);
    EXPECT_EQ(w.changeMe(QString(61, u'x'), Role::Hurt, Relation::Friend).error(),
              Problem::BadInput);
}

TEST_F(WorkspaceTest, PairingIsRefusedBeforeAnythingIsSent) {
    EXPECT_EQ(w.enterCode(QStringLiteral("123 456 789"), {}, BeforePairing::ShareAll).error(),
              Problem::InUse);
    w.startSync({QStringLiteral("127.0.0.1"), {}, false});
    EXPECT_EQ(w.enterCode(QStringLiteral("12"), {}, BeforePairing::ShareAll).error(),
              Problem::BadCode);
    EXPECT_EQ(w.enterCode(QStringLiteral("123 456 789"), {}, BeforePairing::ShareAll).error(),
              Problem::CodeSlip);
    EXPECT_EQ(w.showCode(BeforePairing::ShareAll, QStringLiteral("no address")).error(),
              Problem::BadAddress);
    EXPECT_EQ(w.setAddresses({QStringLiteral("nowhere")}).error(), Problem::BadAddress);
    ASSERT_TRUE(w.setAddresses({QStringLiteral("127.0.0.1:61999")}));
    EXPECT_EQ(w.addresses(), QStringList{QStringLiteral("127.0.0.1:61999")});
    EXPECT_EQ(w.setPaused(true).error(), Problem::NotPaired);
    EXPECT_EQ(w.leave().error(), Problem::NotPaired);
    EXPECT_FALSE(w.partner());
}

TEST(WorkspaceWithoutRole, CantPair) {
    test::OneWorkspace one{std::nullopt};
    one.workspace->startSync({QStringLiteral("127.0.0.1"), {}, false});
    EXPECT_EQ(one.workspace->showCode(BeforePairing::ShareAll).error(), Problem::NoRole);
}

TEST_F(WorkspaceTest, OneProcessSyncsAVault) {
    w.startSync({QStringLiteral("127.0.0.1"), {}, false});
    auto second = one.opening.unlockNow(test::OneWorkspace::passphrase());
    ASSERT_TRUE(second);
    (*second)->startSync({QStringLiteral("127.0.0.1"), {}, false});
    EXPECT_EQ((*second)->syncState().phase, SyncReading::Phase::Elsewhere);
    EXPECT_EQ((*second)->showCode(BeforePairing::ShareAll).error(), Problem::InUse);
    w.stopSync();
    const QDeadlineTimer end(10'000); // it takes over by itself
    while ((*second)->syncState().phase == SyncReading::Phase::Elsewhere && !end.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    EXPECT_EQ((*second)->syncState().phase, SyncReading::Phase::NotPaired);
    w.startSync({QStringLiteral("127.0.0.1"), {}, false});
    EXPECT_EQ(w.syncState().phase, SyncReading::Phase::Elsewhere);
}

TEST_F(WorkspaceTest, ADiskThatGivesNoLockIsNoOtherProgram) {
    const QString lock = one.opening.folder() + QStringLiteral("/sync.lock");
    ASSERT_TRUE(QDir().mkdir(lock)); // nothing can be opened there
    w.startSync({QStringLiteral("127.0.0.1"), {}, false});
    EXPECT_EQ(w.syncState().phase, SyncReading::Phase::Stopped);
    EXPECT_EQ(w.syncState().stop, SyncReading::Stop::Storage);
    ASSERT_TRUE(QDir().rmdir(lock));
    const QDeadlineTimer end(10'000); // it begins by itself
    while (w.syncState().phase == SyncReading::Phase::Stopped && !end.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    EXPECT_EQ(w.syncState().phase, SyncReading::Phase::NotPaired);
    EXPECT_EQ(w.syncState().stop, SyncReading::Stop::None);
}
