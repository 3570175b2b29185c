#include "tests/core/guide/shipped.h"
#include "tests/ui/today/page_fixture.h"
#include "ui/models/commitment_text.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/growing_text_edit.h"

#include <QAction>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

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
        const auto* area = page.findChild<QScrollArea*>();
        const QWidget* content = area->widget();
        const auto left = [&] {
            int end = 0;
            for (const char* card : {"checkIn", "theirs", "partner", "moment", "noteCard"})
                if (QWidget* each = part(page, card); each->isVisible())
                    end = std::max(end, each->mapTo(content, QPoint(0, each->height())).y());
            return content->height() - end;
        };
        const auto isLaidOut = [&] { return content->width() == area->viewport()->width(); };
        EXPECT_TRUE(QTest::qWaitFor([&] { return isLaidOut() && left() <= 2 * space::four; }))
            << width << ": " << left();
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

} // namespace
} // namespace mend::ui
