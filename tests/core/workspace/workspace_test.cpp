#include "tests/support/full_disk.h"
#include "tests/support/logged.h"
#include "tests/support/two_workspaces.h"

#include <QDir>
#include <QFileInfo>

#include <gtest/gtest.h>

using namespace mend;

namespace {

struct WorkspaceTest : testing::Test {
    test::OneWorkspace one{Role::Hurt};
    Workspace& w = *one.workspace;
    Day today = one.clock.today();

    rlim_t fileSize() const { // of what is written first
        return rlim_t(QFileInfo(one.folder.filePath(QStringLiteral("vault/vault.db-wal"))).size());
    }
    CheckInFields words(const QString& text) const {
        CheckInFields fields;
        fields.role = Role::Hurt;
        fields.texts[CheckInText::Helped] = text;
        return fields;
    }
    CommitmentFields daily(const QString& title) const {
        CommitmentFields fields;
        fields.title = title;
        fields.from = today.plus(-3);
        return fields;
    }
};

} // namespace

TEST_F(WorkspaceTest, APrivateCheckInWritesNoRecord) {
    const auto before = w.verify()->records;
    CheckInFields fields = words(QStringLiteral("a walk"));
    fields.ticks = {QStringLiteral("H6")};
    const auto saved = w.saveCheckIn(today, fields, {});
    ASSERT_TRUE(saved);
    EXPECT_FALSE(*saved);
    EXPECT_EQ(w.verify()->records, before);
    const auto kept = w.privateCheckIns(today, today);
    ASSERT_EQ(kept->size(), 1u);
    EXPECT_EQ(kept->front().fields, fields);
    ASSERT_TRUE(w.removePrivateCheckIn(kept->front().id));
    EXPECT_TRUE(w.privateCheckIns(today, today)->empty());
}

TEST_F(WorkspaceTest, SharingLeavesScalesAndTicksHereUnlessSaid) {
    CheckInFields fields = words(QStringLiteral("a walk"));
    fields.scales[Scale::Trust] = 3;
    fields.ticks = {QStringLiteral("H6")};
    ASSERT_TRUE(*w.saveCheckIn(today, fields, {Share::Now, false, false}));
    const auto shared = std::get<CheckIn>(*w.myCheckIn(today)->shared->content);
    EXPECT_TRUE(shared->scales.isEmpty());
    EXPECT_TRUE(shared->ticks.isEmpty());
    EXPECT_EQ(w.privateCheckIns(today, today)->front().fields.scales.value(Scale::Trust), 3);
    ASSERT_TRUE(*w.saveCheckIn(today, fields, {Share::Now, true, true}));
    const auto whole = std::get<CheckIn>(*w.myCheckIn(today)->shared->content);
    EXPECT_EQ(whole->scales.value(Scale::Trust), 3);
    EXPECT_EQ(whole->ticks, fields.ticks);
}

TEST_F(WorkspaceTest, NothingIsSharedWhereWhatStaysHereCanNotBeKept) {
    ASSERT_TRUE(*w.saveCheckIn(today, words(QStringLiteral("first")), {Share::Now}));
    CheckInFields fields = words(QStringLiteral("a walk"));
    fields.scales[Scale::Trust] = 3;
    // Room for nothing more, at each place in turn: then nothing of it was shared either.
    int refused = 0;
    for (rlim_t room = 4096; room < 4096 * 64; room += 4096) {
        const auto before = w.verify()->records;
        const auto kept = w.privateCheckIns(today, today)->size();
        const bool saved = [&] {
            const test::FullDisk full(fileSize() + room);
            return w.saveCheckIn(today, fields, {Share::Now}).has_value();
        }();
        refused += saved ? 0 : 1;
        EXPECT_EQ(w.verify()->records, before + (saved ? 1 : 0)) << room;
        EXPECT_EQ(w.privateCheckIns(today, today)->size(), kept + (saved ? 1 : 0)) << room;
    }
    EXPECT_GT(refused, 0);
}

TEST_F(WorkspaceTest, ACheckInTakesThePlaceOfTheOneItNamesAndOfNoOther) {
    const auto kept = [&] { return w.privateCheckIns(today, today).value(); };
    const auto save = [&](const QString& text, qint64 replaces) {
        return w.saveCheckIn(today, words(text), {Share::Private, false, false, replaces});
    };
    ASSERT_TRUE(save(QStringLiteral("first"), 0));
    const qint64 first = kept().front().id;
    ASSERT_TRUE(save(QStringLiteral("better"), first));
    ASSERT_EQ(kept().size(), 1u);
    EXPECT_EQ(kept().front().fields, words(QStringLiteral("better")));
    // Gone by now, and something else was written since.
    const qint64 better = kept().front().id;
    ASSERT_TRUE(w.removePrivateCheckIn(better));
    ASSERT_TRUE(save(QStringLiteral("another"), 0));
    ASSERT_TRUE(save(QStringLiteral("better still"), better));
    EXPECT_EQ(kept().size(), 2u);
}

TEST_F(WorkspaceTest, WhatStaysHereOfAnEditIsKeptThoughWhatItReplacesIsGone) {
    CheckInFields fields = words(QStringLiteral("a walk"));
    fields.scales[Scale::Trust] = 3;
    ASSERT_TRUE(*w.saveCheckIn(today, fields, {Share::Now}));
    const qint64 whole = w.privateCheckIns(today, today)->front().id;
    ASSERT_TRUE(w.removePrivateCheckIn(whole));
    fields.scales[Scale::Trust] = 4;
    ASSERT_TRUE(*w.saveCheckIn(today, fields, {Share::Now, false, false, whole}));
    ASSERT_EQ(w.privateCheckIns(today, today)->size(), 1u);
    EXPECT_EQ(w.privateCheckIns(today, today)->front().fields.scales.value(Scale::Trust), 4);
    ASSERT_TRUE(*w.saveCheckIn(
        today, fields, {Share::Now, true, true, w.privateCheckIns(today, today)->front().id}));
    EXPECT_TRUE(w.privateCheckIns(today, today)->empty());
}

TEST_F(WorkspaceTest, WhatAChangeReplacesStaysWhereTheChangeCanNotBeKept) {
    ASSERT_TRUE(w.saveCheckIn(today, words(QStringLiteral("0")), {}));
    int refused = 0;
    for (rlim_t room = 4096; room < 4096 * 64; room += 4096 * 8) {
        const PrivateCheckIn before = w.privateCheckIns(today, today)->front();
        const CheckInFields next = words(QString::number(room));
        const bool saved = [&] {
            const test::FullDisk full(fileSize() + room);
            return w.saveCheckIn(today, next, {Share::Private, false, false, before.id})
                .has_value();
        }();
        refused += saved ? 0 : 1;
        ASSERT_EQ(w.privateCheckIns(today, today)->size(), 1u) << room;
        EXPECT_EQ(w.privateCheckIns(today, today)->front().fields, saved ? next : before.fields);
    }
    EXPECT_GT(refused, 0);
}

TEST_F(WorkspaceTest, WhatIsKeptOrRemovedHereIsToldAtOnce) {
    ASSERT_TRUE(w.saveCheckIn(today, words(QStringLiteral("mine")), {}));
    int changed = 0;
    QObject::connect(&w, &Workspace::changed, &w, [&] { ++changed; });
    ASSERT_TRUE(w.removePrivateCheckIn(w.privateCheckIns(today, today)->front().id));
    EXPECT_EQ(changed, 1);
    const auto moment = w.keepMoment(today, {7, Need::Listen, QStringLiteral("the song")});
    EXPECT_EQ(changed, 2);
    ASSERT_TRUE(w.removePrivateMoment(*moment));
    EXPECT_EQ(changed, 3);
    EXPECT_FALSE(w.removePrivateMoment(*moment));
    EXPECT_EQ(changed, 3);
}

TEST_F(WorkspaceTest, WhatReplacesASealedCheckInIsSealed) {
    const auto id = w.saveCheckIn(today, words(QStringLiteral("mine")), {Share::Together});
    ASSERT_TRUE(id && *id);
    ASSERT_TRUE(w.replace(**id, *CheckIn::create(words(QStringLiteral("mine, better")))));
    EXPECT_EQ(w.myCheckIn(today)->share, Share::Together);
    EXPECT_EQ(w.entry(**id)->seal, SealState::Sealed);
}

TEST_F(WorkspaceTest, NothingIsWithdrawnOrOpenedThatHasNoId) {
    EXPECT_FALSE(w.withdraw(RecordId()));
    EXPECT_FALSE(w.openSealed(RecordId()));
}

TEST_F(WorkspaceTest, RefusesEmptyTooLongAndFutureCheckInsAndSavesNothing) {
    EXPECT_EQ(w.saveCheckIn(today, CheckInFields{}, {}).error(), Problem::Empty);
    EXPECT_EQ(w.saveCheckIn(today, words(QString(200 * 1024, u'x')), {}).error(), Problem::TooLong);
    EXPECT_EQ(w.saveCheckIn(today.plus(1), words(QStringLiteral("x")), {}).error(),
              Problem::BadDay);
    EXPECT_TRUE(w.privateCheckIns(today.plus(-9), today.plus(9))->empty());
    EXPECT_EQ(w.verify()->records, 1u);
}

TEST_F(WorkspaceTest, ASecondOutcomeReplacesTheFirst) {
    const auto id = w.addCommitment(daily(QStringLiteral("Home by 18:30")));
    ASSERT_TRUE(id);
    ASSERT_TRUE(w.setOutcome(*id, today, OutcomeState::Kept, QStringLiteral("at six")));
    ASSERT_TRUE(w.setOutcome(*id, today, OutcomeState::Missed));
    const auto all = w.commitments(today, today);
    ASSERT_EQ(all->size(), 1u);
    EXPECT_EQ(all->front().days.front().state, DayState::MissedTold);
    TimelineFilter outcomes;
    outcomes.kinds = {QStringLiteral("outcome")};
    const auto page = w.older(outcomes, std::nullopt, 10);
    ASSERT_EQ(page->entries.size(), 1u);
    EXPECT_TRUE(page->entries.front().edited);
    EXPECT_EQ(w.earlierVersions(page->entries.front().id)->size(), 1u);
}

TEST_F(WorkspaceTest, OnlyTheOtherMayViewAndOnlyThePairedMayBeAsked) {
    const auto id = w.addCommitment(daily(QStringLiteral("Home by 18:30")));
    EXPECT_EQ(w.setView(*id, today, ViewState::Confirmed).error(), Problem::NotAllowed);
    CommitmentFields asked = daily(QStringLiteral("Call at one"));
    asked.for_ = Person::Partner;
    EXPECT_EQ(w.addCommitment(asked).error(), Problem::NotPaired);
    EXPECT_EQ(w.answerProposal(*id, Answer::Yes).error(), Problem::NotAllowed);
    EXPECT_EQ(w.setOutcome(*id, today.plus(1), OutcomeState::Kept).error(), Problem::BadDay);
    EXPECT_EQ(w.setView(*id, today.plus(1), ViewState::Confirmed).error(), Problem::BadDay);
}

TEST_F(WorkspaceTest, ChangesOfACommitmentCountFromTheDayAfter) {
    const auto id = w.addCommitment(daily(QStringLiteral("Home by 18:30")));
    ASSERT_TRUE(w.changeCommitment(*id, ChangeKind::End));
    const auto all = w.commitments(today.plus(-1), today.plus(3));
    EXPECT_EQ(all->front().state, CommitmentState::Ended);
    EXPECT_EQ(all->front().days.back().day, today);
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

// As a page reads them: a few at a time, from the newest on.
TEST_F(WorkspaceTest, WhatStaysHereIsReadNewestFirstFromWhereOneIs) {
    for (const int day : {-2, 0, -1, 0}) {
        const auto saved =
            w.saveCheckIn(today.plus(day), words(QStringLiteral("day %1").arg(day)), {});
        ASSERT_TRUE(saved && !*saved);
        ASSERT_TRUE(
            w.keepMoment(today.plus(day), {7, std::nullopt, QStringLiteral("day %1").arg(day)}));
    }
    const auto daysBy = [this](int limit, const auto& older) {
        std::vector<int> days;
        std::optional<KeptPlace> place;
        for (auto read = older(place, limit); read && !read->empty(); read = older(place, limit)) {
            EXPECT_LE(read->size(), std::size_t(limit));
            for (const auto& each : *read)
                days.push_back(int(each.day.date().toJulianDay() - today.date().toJulianDay()));
            place = KeptPlace{read->back().day, read->back().id};
        }
        return days;
    };
    const std::vector newestFirst{0, 0, -1, -2};
    for (const int limit : {1, 3, 9}) {
        EXPECT_EQ(daysBy(limit, [&](const auto& place,
                                    int most) { return w.olderPrivateCheckIns(place, most); }),
                  newestFirst);
        EXPECT_EQ(daysBy(limit, [&](const auto& place,
                                    int most) { return w.olderPrivateMoments(place, most); }),
                  newestFirst);
    }
    EXPECT_EQ(w.olderPrivateCheckIns(std::nullopt, 9)->back().fields,
              words(QStringLiteral("day -2")));
    EXPECT_EQ(w.olderPrivateMoments(std::nullopt, 9)->back().fields.text, QStringLiteral("day -2"));
    ASSERT_TRUE(*w.saveCheckIn(today, words(QStringLiteral("shared")), {Share::Now}));
    EXPECT_EQ(w.olderPrivateMoments(std::nullopt, 9)->size(), 4u);
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

TEST_F(WorkspaceTest, PromisesCantBeTakenBack) {
    const auto id = w.addCommitment(daily(QStringLiteral("Home by 18:30")));
    EXPECT_EQ(w.withdraw(*id).error(), Problem::NotAllowed);
    EXPECT_EQ(w.openSealed(*id).error(), Problem::NotAllowed);
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

TEST_F(WorkspaceTest, TellsOnceThatTheDayTurned) {
    int told = 0;
    QObject::connect(&w, &Workspace::dayTurned, &w, [&] { ++told; });
    const auto wait = [&](int milliseconds) {
        const QDeadlineTimer end(milliseconds);
        while (told == 0 && !end.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    };
    wait(2'500);
    EXPECT_EQ(told, 0) << "it is still that day";
    one.clock.advanceDays(1);
    wait(10'000);
    EXPECT_EQ(told, 1);
    told = 0;
    wait(2'500);
    EXPECT_EQ(told, 0);
}

TEST_F(WorkspaceTest, ACommitOfOnesOwnIsToldOnce) {
    int told = 0;
    QObject::connect(&w, &Workspace::changed, &w, [&] { ++told; });
    ASSERT_TRUE(w.shareNote(today, {NoteKind::Plan, QStringLiteral("once"), {}}));
    EXPECT_EQ(told, 1);
    ASSERT_TRUE(w.saveCheckIn(today, words(QStringLiteral("a walk")), {}));
    EXPECT_EQ(told, 2);
    const QDeadlineTimer end(2'500); // longer than others' commits go unseen
    while (!end.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    EXPECT_EQ(told, 2);
}

TEST_F(WorkspaceTest, SeesWhatAnotherConnectionWrote) {
    auto second = one.opening.unlockNow(test::OneWorkspace::passphrase());
    ASSERT_TRUE(second);
    bool told = false;
    QObject::connect(&w, &Workspace::changed, &w, [&] { told = true; });
    ASSERT_TRUE((*second)->shareNote(today, {NoteKind::Plan, QStringLiteral("from there"), {}}));
    const QDeadlineTimer end(10'000);
    while (!told && !end.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    EXPECT_TRUE(told);
    EXPECT_EQ(w.older({}, std::nullopt, 5)->entries.size(), 1u);
}
