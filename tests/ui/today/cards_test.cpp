#include "tests/core/guide/shipped.h"
#include "tests/ui/today/samples.h"
#include "ui/models/commitment_text.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/scale_slider.h"
#include "ui/widgets/segmented_choice.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTimeEdit>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

struct TodayCards : testing::Test {
    TodayPage page;

    void show(const TodayState& state) {
        page.setState(state);
        page.resize(1000, 760);
        page.show();
        (void)QTest::qWaitForWindowExposed(&page);
    }
    QString words(const char* card) const { return wordsOn(*part(page, card)); }
    void choose(const char* card, const QString& text) {
        for (auto* segment : part(page, card)->findChildren<QRadioButton*>())
            if (segment->text() == text)
                return segment->click();
        FAIL() << text.toStdString();
    }
    void trigger(const char* card, const char* action) {
        auto* found = part(page, card)->findChild<QAction*>(QLatin1String(action));
        ASSERT_NE(found, nullptr);
        found->trigger();
    }
};

// --- The whole page ---

// A check-in that is being written is longer than the window.
TEST(TodayColumns, CommitmentsAreInReachWhileACheckInIsWritten) {
    for (const char* whose : {"mine", "theirs"}) {
        TodayState state = emptyState();
        auto& due = qstrcmp(whose, "mine") == 0 ? state.mine : state.theirs;
        due = {sampleCommitment(5, QStringLiteral("Home by 18:30"))};
        TodayPage page;
        page.setState(state);
        page.resize(1000, 760);
        page.show();
        QTest::qWait(1);
        const QWidget* card = part(page, whose);
        EXPECT_EQ(card->visibleRegion().boundingRect(), card->rect()) << whose;
        const QWidget* checkIn = part(page, "checkIn");
        EXPECT_NE(card->x(), checkIn->x());
        state.saved = fullState().saved;
        page.setState(state);
        page.checkInSaved();
        QTest::qWait(1);
        EXPECT_EQ(card->x(), checkIn->x());
        EXPECT_GT(card->y(), checkIn->y());
    }
}

TEST_F(TodayCards, ThePageEndsWithItsLastCard) {
    show(emptyState());
    for (const int width : {664, 1144}) {
        page.resize(width, 520);
        QTest::qWait(50);
        auto* content = page.findChild<QScrollArea*>()->widget();
        int end = 0;
        for (const char* card : {"checkIn", "theirs", "partner", "moment", "noteCard"})
            if (QWidget* each = part(page, card); each->isVisible())
                end = std::max(end, each->mapTo(content, QPoint(0, each->height())).y());
        EXPECT_LE(content->height() - end, 2 * space::four) << width;
    }
}

// --- The partner's card ---

TEST_F(TodayCards, ASealedCheckInOpensWithoutHurry) {
    TodayState state = emptyState();
    state.partner.checkIn = sampleEntry(2, *CheckIn::create(sampleFields(Role::Betrayer)));
    state.partner.checkIn->content.reset();
    state.partner.checkIn->seal = SealState::Sealed;
    state.partner.opensWhenBothShared = true;
    show(state);
    EXPECT_TRUE(words("partner").contains(
        QStringLiteral("Something from Sam opens when you both have shared one. No hurry.")));
    state.partner.opensWhenBothShared = false;
    page.setState(state);
    EXPECT_FALSE(words("partner").contains(QStringLiteral("both have shared")));
}

TEST_F(TodayCards, NothingFromThePartnerIsNoReproach) {
    show(emptyState());
    const QString text = words("partner");
    EXPECT_TRUE(text.contains(QStringLiteral("What Sam shares of this day is read here.")));
    for (const QString& word : {QStringLiteral("yet"), QStringLiteral("wait"),
                                QStringLiteral("late"), QStringLiteral("missing")})
        EXPECT_FALSE(text.contains(word, Qt::CaseInsensitive)) << word.toStdString();
}

TEST_F(TodayCards, ThePartnersWordsStayInert) {
    TodayState state = emptyState();
    CheckInFields fields;
    fields.role = Role::Betrayer;
    const QString nasty = QStringLiteral(
        "<b>bold</b><img src=\"file:///etc/passwd\"><a href=\"http://x\">x</a>\u202Egnp.exe");
    fields.texts.insert(CheckInText::Need, nasty);
    state.partner.checkIn = sampleEntry(2, *CheckIn::create(fields));
    state.partner.notes = {sampleEntry(3, *Note::create({NoteKind::Plan, nasty, std::nullopt}))};
    state.theirs = {sampleCommitment(6, QStringLiteral("<h1>home</h1>\u202E"))};
    state.theirs.front().day.outcome = OutcomeState::Kept;
    state.theirs.front().day.outcomeNote = nasty;
    show(state);
    int shown = 0;
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
        EXPECT_FALSE(label->openExternalLinks());
        shown += label->text() == nasty;
        // Marks of direction share a label with nothing but their author's words.
        if (label->text().contains(QChar(0x202E))) {
            EXPECT_TRUE(label->text() == nasty || label->text() == state.theirs.front().title);
        }
    }
    EXPECT_EQ(shown, 3);
}

TEST_F(TodayCards, AHardMomentOpensWithTheReminderToListen) {
    show(fullState());
    EXPECT_TRUE(words("partner").contains(fullState().prompts.moment.listenFirst));
    EXPECT_FALSE(words("partner").contains(QStringLiteral("The song in the shop.")));
    press(page, "readMoment");
    EXPECT_TRUE(words("partner").contains(QStringLiteral("The song in the shop.")));
    EXPECT_TRUE(words("partner").contains(fullState().prompts.moment.listenFirst));
    page.setState(fullState());
    EXPECT_TRUE(words("partner").contains(QStringLiteral("The song in the shop.")));
}

TEST_F(TodayCards, ALongNoteShowsItsBeginningAndTheWayToTheRest) {
    TodayState state = emptyState();
    const auto says = [&](const QString& text) {
        state.partner.notes = {sampleEntry(3, *Note::create({NoteKind::Plan, text, {}}))};
        page.setState(state);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return part<QLabel>(page, "noteWords")->text();
    };
    show(state);
    EXPECT_EQ(says(QStringLiteral("home\nat six")), QStringLiteral("home\nat six"));
    EXPECT_EQ(part(page, "allOnTimeline"), nullptr);
    EXPECT_LE(says(QString(16'000, QLatin1Char('a'))).size(), 700);
    EXPECT_LE(says(QStringLiteral("a\n").repeated(500)).count(QLatin1Char('\n')), 12);
    QSignalSpy wanted(&page, &TodayPage::pageWanted);
    press(page, "allOnTimeline");
    EXPECT_EQ(wanted.last().first().toString(), QStringLiteral("timeline"));
}

TEST_F(TodayCards, ShowsTheirScalesOnlyWhereTheyWereShared) {
    TodayState state = fullState();
    show(state);
    EXPECT_NE(part(*part(page, "partner"), "scale-honesty"), nullptr);
    CheckInFields fields = sampleFields(Role::Betrayer);
    fields.scales.clear();
    state.partner.checkIn = sampleEntry(2, *CheckIn::create(fields));
    page.setState(state);
    page.show();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_EQ(part(*part(page, "partner"), "scale-honesty"), nullptr);
}

TEST_F(TodayCards, OffersToPairWhereNobodyIs) {
    TodayState state = emptyState();
    state.partnerName.clear();
    show(state);
    QSignalSpy wanted(&page, &TodayPage::pageWanted);
    part(*part(page, "partner"), "nobody")->findChild<QPushButton*>()->click();
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted.first().first().toString(), QStringLiteral("partner"));
    EXPECT_FALSE(part(page, "noteCard")->isVisibleTo(&page));
}

// --- Commitments ---

TEST_F(TodayCards, MyCommitmentIsAnsweredInOneClick) {
    show(fullState());
    QSignalSpy chosen(&page, &TodayPage::outcomeChosen);
    choose("mine", QStringLiteral("partly"));
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().at(0).value<RecordId>(), sampleId(5));
    EXPECT_EQ(chosen.first().at(1).value<OutcomeState>(), OutcomeState::Partly);
    trigger("mine", "excused");
    EXPECT_EQ(chosen.last().at(1).value<OutcomeState>(), OutcomeState::Excused);
}

// What arrives meanwhile must not take the words, nor the focus, from whoever writes a note.
TEST_F(TodayCards, ANoteThatIsBeingWrittenStaysWhenACommitmentComes) {
    TodayState state = fullState();
    state.mine.front().day.outcome = OutcomeState::Missed;
    show(state);
    trigger("mine", "addNote");
    const QPointer<GrowingTextEdit> note = part<GrowingTextEdit>(*part(page, "mine"), "note");
    QTest::keyClicks(note, QStringLiteral("train"));
    state.mine.insert(state.mine.begin(), sampleCommitment(9, QStringLiteral("Another")));
    page.setState(state);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    ASSERT_TRUE(note);
    EXPECT_TRUE(note->isVisibleTo(&page));
    EXPECT_EQ(note->text(), QStringLiteral("train"));
    EXPECT_EQ(part(page, "mine")->findChildren<QRadioButton*>().size(), 6);
}

TEST_F(TodayCards, ANoteStandsBesideAnAnswer) {
    TodayState state = fullState();
    show(state);
    EXPECT_FALSE(part(page, "mine")->findChild<QAction*>(QStringLiteral("addNote"))->isEnabled());
    state.mine.front().day.outcome = OutcomeState::Missed;
    state.mine.front().day.state = DayState::MissedTold;
    page.setState(state);
    QSignalSpy chosen(&page, &TodayPage::outcomeChosen);
    trigger("mine", "addNote");
    auto* note = part<GrowingTextEdit>(*part(page, "mine"), "note");
    QTest::keyClicks(note, QStringLiteral("train"));
    page.setState(state); // Something arrived; the note stays.
    press(*part(page, "mine"), "sendNote");
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.first().at(1).value<OutcomeState>(), OutcomeState::Missed);
    EXPECT_EQ(chosen.first().at(2).toString(), QStringLiteral("train"));
    EXPECT_TRUE(words("mine").contains(QStringLiteral("Not kept. You said so first.")));
}

TEST_F(TodayCards, TheirCommitmentIsSeenTooOrDifferently) {
    show(fullState());
    EXPECT_TRUE(words("theirs").contains(QStringLiteral("Sam says: kept.")));
    QSignalSpy chosen(&page, &TodayPage::viewChosen);
    choose("theirs", QStringLiteral("I saw it too"));
    trigger("theirs", "thanks");
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_EQ(chosen.at(0).at(1).value<ViewState>(), ViewState::Confirmed);
    EXPECT_EQ(chosen.at(1).at(1).value<ViewState>(), ViewState::Thanks);
    EXPECT_EQ(chosen.at(0).at(0).value<RecordId>(), sampleId(6));
    // As Commitments has it.
    EXPECT_EQ(part<QAction>(*part(page, "theirs"), "thanks")->text(),
              answerWord(ViewState::Thanks));
}

// A told first is not for taking away: knowing already is said before one is told.
TEST_F(TodayCards, ThatOneKnowsAlreadyIsSaidBeforeBeingTold) {
    TodayState state = fullState();
    state.theirs.front().day.outcome.reset();
    show(state);
    EXPECT_FALSE(part(page, "theirs")->findChild<QAction*>(QStringLiteral("noticed"))->isVisible())
        << "nobody knows in advance";
    state.theirs.front().mayNotice = true;
    page.setState(state);
    QSignalSpy chosen(&page, &TodayPage::viewChosen);
    trigger("theirs", "noticed");
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen.at(0).at(1).value<ViewState>(), ViewState::Noticed);
    const auto* noticed = part(page, "theirs")->findChild<QAction*>(QStringLiteral("noticed"));
    EXPECT_TRUE(noticed->isVisible());
    state.theirs.front().day.outcome = OutcomeState::Missed;
    page.setState(state);
    EXPECT_FALSE(noticed->isVisible());
}

TEST_F(TodayCards, AProposalIsALineThatLeadsToCommitments) {
    show(fullState());
    // An answer is nobody's due: it says that something was asked, not that it waits.
    EXPECT_FALSE(part<QPushButton>(page, "proposals")->text().contains(QStringLiteral("wait")));
    QSignalSpy wanted(&page, &TodayPage::pageWanted);
    press(page, "proposals");
    EXPECT_EQ(wanted.last().first().toString(), QStringLiteral("commitments"));
    show(emptyState());
    EXPECT_FALSE(part(page, "mine")->isVisibleTo(&page));
}

// --- A hard moment ---

TEST_F(TodayCards, AHardMomentIsPrivateFirst) {
    show(emptyState());
    QSignalSpy submitted(&page, &TodayPage::momentSubmitted);
    press(page, "startMoment");
    EXPECT_TRUE(part<QRadioButton>(page, "momentPrivate")->isChecked());
    QTest::keyClicks(part(page, "momentText"), QStringLiteral("a car"));
    press(page, "saveMoment");
    EXPECT_TRUE(submitted.isEmpty()) << "a strength nobody chose";
    part<ScaleSlider>(page, "momentStrength")->setValue(8);
    part<QComboBox>(page, "momentNeed")->setCurrentIndex(2);
    press(page, "saveMoment");
    ASSERT_EQ(submitted.count(), 1);
    EXPECT_EQ(submitted.first().first().value<MomentDraft>(),
              (MomentDraft{8, Need::Hold, QStringLiteral("a car"), false}));
    press(page, "momentShared");
    EXPECT_EQ(part<QPushButton>(page, "saveMoment")->text(), QStringLiteral("Share with Sam now"));
    page.momentSaved(QStringLiteral("Kept."));
    EXPECT_TRUE(words("moment").contains(QStringLiteral("Kept.")));
    press(page, "startMoment");
    EXPECT_TRUE(part<QRadioButton>(page, "momentPrivate")->isChecked());
}

TEST_F(TodayCards, AMomentThatWasBegunIsDiscardedAndBroughtBack) {
    show(emptyState());
    QSignalSpy drafts(&page, &TodayPage::momentDraftChanged);
    press(page, "startMoment");
    auto* discard = part<QPushButton>(page, "discardMoment");
    EXPECT_EQ(discard->text(), QStringLiteral("Not now"));
    QTest::keyClicks(part(page, "momentText"), QStringLiteral("a car"));
    EXPECT_EQ(discard->text(), QStringLiteral("Discard"));
    discard->click();
    EXPECT_FALSE(part(page, "momentText")->isVisibleTo(&page));
    EXPECT_FALSE(typedOn(page).contains(QStringLiteral("a car")));
    EXPECT_TRUE(part(page, "startMoment")->isVisibleTo(&page));
    pressUndo(page);
    EXPECT_TRUE(part(page, "momentText")->isVisibleTo(&page));
    EXPECT_EQ(part<GrowingTextEdit>(page, "momentText")->text(), QStringLiteral("a car"));
    page.settle();
    ASSERT_EQ(drafts.count(), 1) << "it is a draft again";
    EXPECT_EQ(drafts.last().first().value<MomentDraft>().text, QStringLiteral("a car"));
    discard->click();
    page.settle();
    EXPECT_TRUE(drafts.last().first().value<MomentDraft>().isEmpty());
}

TEST_F(TodayCards, AMomentThatWasOnlyOpenedIsFoldedAway) {
    show(emptyState());
    press(page, "startMoment");
    press(page, "discardMoment");
    EXPECT_TRUE(part(page, "startMoment")->isVisibleTo(&page));
    EXPECT_FALSE(part(page, "momentText")->isVisibleTo(&page));
    EXPECT_FALSE(part(page, "undo")->isVisibleTo(&page)) << "there was nothing to lose";
}

TEST_F(TodayCards, AMomentAndANoteThatWereBegunAreFoldedUntilTheyAreGoneOnWith) {
    show(emptyState());
    QSignalSpy moments(&page, &TodayPage::momentDraftChanged);
    QSignalSpy notes(&page, &TodayPage::noteDraftChanged);
    page.fold({{},
               {6, Need::Hold, QStringLiteral("a car"), false},
               {NoteKind::Plan, QStringLiteral("at work"), {}}});
    EXPECT_FALSE(page.hasUnsaved());
    EXPECT_FALSE(typedOn(page).contains(QStringLiteral("a car")));
    EXPECT_FALSE(typedOn(page).contains(QStringLiteral("at work")));
    for (const char* hidden : {"momentText", "startMoment", "noteText"})
        EXPECT_FALSE(part(page, hidden)->isVisibleTo(&page)) << hidden;
    page.setState(emptyState());
    page.sendDrafts();
    EXPECT_EQ(moments.last().first().value<MomentDraft>().text, QStringLiteral("a car"));
    EXPECT_EQ(notes.last().first().value<NoteDraft>().text, QStringLiteral("at work"));
    press(*part(page, "moment"), "goOn");
    EXPECT_EQ(part<GrowingTextEdit>(page, "momentText")->text(), QStringLiteral("a car"));
    EXPECT_EQ(part<ScaleSlider>(page, "momentStrength")->value(), 6);
    EXPECT_FALSE(typedOn(page).contains(QStringLiteral("at work"))) << "each for itself";
    press(*part(page, "noteCard"), "goOn");
    EXPECT_EQ(part<GrowingTextEdit>(page, "noteText")->text(), QStringLiteral("at work"));
    EXPECT_TRUE(page.hasUnsaved());
}

// A step of the checklist leads here.
TEST_F(TodayCards, AStepOpensWhatWasBegun) {
    show(emptyState());
    page.fold({{},
               {6, Need::Hold, QStringLiteral("a car"), false},
               {NoteKind::Plan, QStringLiteral("at work"), {}}});
    page.startMoment();
    page.startNote(NoteKind::Whereabouts);
    EXPECT_EQ(part<GrowingTextEdit>(page, "momentText")->text(), QStringLiteral("a car"));
    EXPECT_EQ(part<GrowingTextEdit>(page, "noteText")->text(), QStringLiteral("at work"));
}

TEST_F(TodayCards, WhatIsTooLongSaysSoAtItsField) {
    TodayState state = fullState();
    state.mine.front().day.outcome = OutcomeState::Kept;
    show(state);
    press(page, "startMoment");
    trigger("mine", "addNote");
    QSignalSpy chosen(&page, &TodayPage::outcomeChosen);
    const QString essay(20 * 1024, QLatin1Char('a'));
    for (const char* name : {"momentText", "noteText", "note"}) {
        auto* field = part<GrowingTextEdit>(page, name);
        auto* said = part(page, (QByteArray("tooLongFor-") + name).constData());
        ASSERT_NE(said, nullptr) << name;
        EXPECT_FALSE(said->isVisibleTo(&page)) << name;
        field->setPlainText(essay);
        EXPECT_TRUE(said->isVisibleTo(&page)) << name;
    }
    press(*part(page, "mine"), "sendNote");
    EXPECT_TRUE(chosen.isEmpty());
    EXPECT_TRUE(part(page, "note")->isVisibleTo(&page)) << "it stays where it is";
}

TEST_F(TodayCards, AKeptMomentCanBeRemovedAndBroughtBack) {
    show(fullState());
    QSignalSpy removed(&page, &TodayPage::momentRemovalWanted);
    press(*part(page, "moment"), "showKept");
    press(page, "removeMoment");
    EXPECT_FALSE(holdsWords(page, QStringLiteral("A message that wasn't for me.")));
    pressUndo(page);
    press(*part(page, "moment"), "showKept");
    EXPECT_TRUE(words("moment").contains(QStringLiteral("A message that wasn't for me.")));
    press(page, "removeMoment");
    page.settle();
    ASSERT_EQ(removed.count(), 1);
    EXPECT_EQ(removed.first().first().toLongLong(), 12);
}

TEST_F(TodayCards, AKeptMomentIsFoldedUntilItIsAskedFor) {
    show(fullState());
    EXPECT_FALSE(holdsWords(page, QStringLiteral("A message that wasn't for me.")));
    EXPECT_FALSE(holdsWords(page, QStringLiteral("6 of 10")));
    const QWidget& card = *part(page, "moment");
    EXPECT_EQ(part(card, "showKept")->accessibleName(),
              QStringLiteral("Show the hard moments you kept to yourself"));
    press(card, "showKept");
    EXPECT_TRUE(words("moment").contains(QStringLiteral("A message that wasn't for me.")));
    page.hide();
    page.show();
    EXPECT_FALSE(holdsWords(page, QStringLiteral("A message that wasn't for me.")));
}

// --- Note ---

// As a step of the checklist opens it.
TEST_F(TodayCards, ANoteIsStartedAsWhatItIsForUnlessAnotherWasBegun) {
    show(emptyState(Role::Betrayer));
    const auto kind = [&] { return part<SegmentedChoice>(page, "noteKind")->chosen(); };
    page.startNote(NoteKind::Reassurance);
    EXPECT_EQ(kind(), name(NoteKind::Reassurance));
    EXPECT_TRUE(part(page, "noteStarts")->isVisibleTo(&page));
    QTest::keyClicks(part(page, "noteText"), QStringLiteral("You matter"));
    page.startNote(NoteKind::Plan);
    EXPECT_EQ(kind(), name(NoteKind::Reassurance));
    EXPECT_EQ(part<GrowingTextEdit>(page, "noteText")->text(), QStringLiteral("You matter"));
}

TEST_F(TodayCards, ATimeOfDayIsNeverMirrored) {
    QApplication::setLayoutDirection(Qt::RightToLeft);
    TodayPage mirrored;
    const QString shown = part<QTimeEdit>(mirrored, "noteUntil")->text();
    QApplication::setLayoutDirection(Qt::LeftToRight);
    EXPECT_EQ(shown, QStringLiteral("18:00"));
}

TEST_F(TodayCards, WhereIAmIsSharedWithItsEnd) {
    show(emptyState());
    QSignalSpy submitted(&page, &TodayPage::noteSubmitted);
    QTest::keyClicks(part(page, "noteText"), QStringLiteral("At work"));
    press(page, "noteHasUntil");
    part<QTimeEdit>(page, "noteUntil")->setTime(QTime(18, 30));
    press(*part(page, "noteCard"), "sendNote");
    ASSERT_EQ(submitted.count(), 1);
    EXPECT_EQ(submitted.first().first().value<NoteDraft>(),
              (NoteDraft{NoteKind::Whereabouts, QStringLiteral("At work"),
                         TimeOfDay::fromText(u"18:30")}));
}

TEST_F(TodayCards, AKindWordIsNeverSentUnedited) {
    show(emptyState(Role::Betrayer));
    QSignalSpy submitted(&page, &TodayPage::noteSubmitted);
    choose("noteCard", QStringLiteral("A kind word"));
    auto* starts = part<QPushButton>(page, "noteStarts");
    ASSERT_TRUE(starts->isVisibleTo(&page));
    starts->menu()->actions().first()->trigger();
    press(*part(page, "noteCard"), "sendNote");
    EXPECT_TRUE(submitted.isEmpty());
    auto* text = part<GrowingTextEdit>(page, "noteText");
    QTest::keyClicks(text, QStringLiteral("..."));
    press(*part(page, "noteCard"), "sendNote");
    EXPECT_TRUE(submitted.isEmpty());
    QTest::keyClicks(text, QStringLiteral(" I mean it"));
    press(*part(page, "noteCard"), "sendNote");
    ASSERT_EQ(submitted.count(), 1);
    EXPECT_EQ(submitted.first().first().value<NoteDraft>().kind, NoteKind::Reassurance);
}

TEST_F(TodayCards, NobodyIsAskedForKindWordsWhoIsOwedThem) {
    show(emptyState(Role::Hurt));
    for (const auto* segment : part(page, "noteCard")->findChildren<QRadioButton*>())
        EXPECT_NE(segment->text(), QStringLiteral("A kind word"));
}

} // namespace
} // namespace mend::ui
