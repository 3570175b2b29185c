#include "ui/pages/commitments/commitments_page.h"

#include "samples.h"
#include "tests/support/page_walk.h"
#include "ui/pages/commitments/commitment_form.h"
#include "ui/widgets/undo_bar.h"

#include <QApplication>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using mend::test::sunday;

namespace {

struct CommitmentsPageTest : testing::Test {
    CommitmentsPage page;
    void showPage(const CommitmentsState& state = test::typicalState()) {
        page.setState(state);
        page.resize(900, 700);
        page.show();
        page.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&page));
    }
    template <class T>
    T* child(const char* name) {
        return page.findChild<T*>(QLatin1String(name));
    }
    std::vector<CommitmentCard*> cards() {
        std::vector<CommitmentCard*> shown;
        for (auto* card : page.findChildren<CommitmentCard*>())
            if (card->isVisibleTo(&page))
                shown.push_back(card);
        return shown;
    }
    CommitmentCard* card(unsigned char number) {
        for (auto* each : page.findChildren<CommitmentCard*>())
            if (each->id() == test::idOf(number) && !each->isHidden())
                return each;
        return nullptr;
    }
    void trigger(unsigned char number, const char* action) {
        card(number)->findChild<QMenu*>()->findChild<QAction*>(QLatin1String(action))->trigger();
    }
};

CommitmentReading many(int number, mend::Person owner, CommitmentState state) {
    CommitmentReading made = test::reading(0, owner, QStringLiteral("No. %1").arg(number), state);
    std::array<std::byte, RecordId::size> bytes{};
    bytes[0] = std::byte(200);
    bytes[1] = std::byte(number % 256);
    bytes[2] = std::byte(number / 256);
    bytes[3] = std::byte(state);
    bytes[4] = std::byte(owner);
    made.id = RecordId(bytes);
    return made;
}

} // namespace

TEST_F(CommitmentsPageTest, GroupsThemAndKeepsTheEndedClosed) {
    showPage();
    EXPECT_EQ(cards().size(), 5u);
    EXPECT_FALSE(child<QWidget>("commitmentsEmpty")->isVisible());
    EXPECT_EQ(child<QPushButton>("commitmentsEnded")->text(), QStringLiteral("Ended (1)"));
    child<QPushButton>("commitmentsEnded")->click();
    EXPECT_EQ(cards().size(), 6u);
    EXPECT_TRUE(test::wordsOf(page).contains(QStringLiteral("From Sam")));
}

// The other may make as many as they like, and years leave many behind.
TEST_F(CommitmentsPageTest, ShowsAPartOfManyAndMoreWhenAsked) {
    CommitmentsState state = test::typicalState();
    state.sections.asked.clear();
    state.sections.theirs.clear();
    state.sections.ended.clear();
    for (int i = 0; i < 500; ++i) {
        state.sections.asked.push_back(many(i, mend::Person::Me, CommitmentState::Proposed));
        state.sections.theirs.push_back(many(i, mend::Person::Partner, CommitmentState::Active));
        state.sections.ended.push_back(many(i, mend::Person::Me, CommitmentState::Ended));
    }
    showPage(state);
    EXPECT_EQ(page.findChildren<CommitmentCard*>().size(), 10 + 2 + 10 + 1);
    EXPECT_TRUE(card(1)) << "mine stand among few, whatever the other does";
    auto* more =
        child<QWidget>("sectionTheirs")->findChild<QPushButton*>(QStringLiteral("commitmentsMore"));
    EXPECT_EQ(more->text(), QStringLiteral("Show 10 more"));
    EXPECT_EQ(more->accessibleName(), QStringLiteral("From Sam: Show 10 more"));
    more->click();
    EXPECT_EQ(child<QWidget>("sectionTheirs")->findChildren<CommitmentCard*>().size(), 20);
    child<QPushButton>("commitmentsEnded")->click();
    EXPECT_EQ(child<QWidget>("sectionEnded")->findChildren<CommitmentCard*>().size(), 10);
    page.setState(state);
    EXPECT_EQ(page.findChildren<CommitmentCard*>().size(), 10 + 2 + 20 + 1 + 10);
    state.begun[state.sections.theirs[300].id].notes[sunday] = QStringLiteral("half a sen");
    page.setState(state);
    EXPECT_EQ(child<QWidget>("sectionTheirs")->findChildren<CommitmentCard*>().size(), 21)
        << "what is half written doesn't go for what is newer";
    state.sections.theirs.resize(21);
    page.setState(state);
    EXPECT_EQ(more->text(), QStringLiteral("Show 1 more"));
    more->click();
    EXPECT_FALSE(more->isVisible());
}

TEST_F(CommitmentsPageTest, SaysOneSentenceWhenThereAreNone) {
    CommitmentsState state;
    state.today = sunday;
    showPage(state);
    EXPECT_TRUE(child<QWidget>("commitmentsEmpty")->isVisible());
    for (const char* section : {"sectionAsked", "sectionMine", "sectionTheirs", "sectionWaiting",
                                "sectionEnded", "commitmentsEnded"})
        EXPECT_FALSE(child<QWidget>(section)->isVisible()) << section;
}

TEST_F(CommitmentsPageTest, OpensTheFormByCtrlN) {
    showPage();
    page.setFocus();
    QTest::keyClick(&page, Qt::Key_N, Qt::ControlModifier);
    EXPECT_TRUE(page.findChild<CommitmentForm*>()->isVisible());
    page.formDone();
    EXPECT_FALSE(page.findChild<CommitmentForm*>()->isVisible());
    child<QPushButton>("commitmentNew")->click();
    EXPECT_TRUE(page.findChild<CommitmentForm*>()->isVisible());
}

TEST_F(CommitmentsPageTest, KeepsACardWhileItsCommitmentChanges) {
    showPage();
    CommitmentCard* before = card(1);
    CommitmentsState state = test::typicalState();
    std::swap(state.sections.mine[0], state.sections.mine[1]);
    page.setState(state);
    EXPECT_EQ(card(1), before);
    state.sections.mine.pop_back();
    page.setState(state);
    EXPECT_EQ(card(1), nullptr);
    EXPECT_NE(card(2), nullptr);
}

TEST_F(CommitmentsPageTest, MovesOneThatWasAcceptedToMine) {
    showPage();
    CommitmentsState state = test::typicalState();
    CommitmentReading accepted = state.sections.asked[0];
    accepted.state = CommitmentState::Active;
    state.sections.asked.clear();
    state.sections.mine.push_back(accepted);
    page.setState(state);
    ASSERT_NE(card(4), nullptr);
    EXPECT_EQ(card(4)->kind(), CommitmentCard::Kind::Mine);
    EXPECT_FALSE(child<QWidget>("sectionAsked")->isVisible());
}

TEST_F(CommitmentsPageTest, EndsOnlyAfterTheTimeToUndo) {
    showPage();
    QSignalSpy changed(&page, &CommitmentsPage::changeRequested);
    trigger(1, "commitmentEnd");
    auto* undo = page.findChild<UndoBar*>();
    ASSERT_TRUE(undo->isOpen());
    undo->findChild<QPushButton*>()->click();
    EXPECT_EQ(changed.size(), 0);
    trigger(1, "commitmentEnd");
    page.settle();
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed[0][0].value<RecordId>(), test::idOf(1));
    EXPECT_EQ(changed[0][1].value<ChangeKind>(), ChangeKind::End);
    trigger(2, "commitmentEnd");
    page.hide(); // its time goes on, whatever page is shown
    EXPECT_EQ(changed.size(), 1);
    page.show();
    EXPECT_TRUE(undo->isVisible());
    undo->findChild<QPushButton*>()->click();
    EXPECT_EQ(changed.size(), 1);
}

TEST_F(CommitmentsPageTest, PausesAtOnceAndEditsInTheForm) {
    showPage();
    QSignalSpy changed(&page, &CommitmentsPage::changeRequested);
    trigger(1, "commitmentPause");
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed[0][1].value<ChangeKind>(), ChangeKind::Pause);
    trigger(1, "commitmentEdit");
    EXPECT_EQ(page.findChild<QLineEdit*>(QStringLiteral("formTitle"))->text(),
              QStringLiteral("Home by 18:30"));
}

TEST_F(CommitmentsPageTest, ShowsAProblemWhereTheEyesAre) {
    showPage();
    page.showProblem(QStringLiteral("There is no room on the disk."));
    EXPECT_TRUE(test::wordsOf(page).contains(QStringLiteral("There is no room on the disk.")));
    page.showProblem({});
    EXPECT_FALSE(test::wordsOf(page).contains(QStringLiteral("There is no room on the disk.")));
}

TEST_F(CommitmentsPageTest, NamesEveryControlAndNeverShouts) {
    showPage();
    child<QPushButton>("commitmentsEnded")->click();
    EXPECT_EQ(test::poorControls(page), QStringList());
    EXPECT_EQ(test::loudWords(page), QStringList());
}
