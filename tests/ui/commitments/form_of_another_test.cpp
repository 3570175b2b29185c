// The form that changes a commitment, or makes one anew.

#include "form_fixture.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QSignalSpy>
#include <QTimeEdit>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using mend::test::sunday;

// The 26 weeks until a review count from today, not from when it began.
TEST_F(CommitmentFormTest, AnOldOneCanBeLookedAtAgain) {
    CommitmentReading old = test::reading(1, mend::Person::Me, QStringLiteral("Home by 18:30"));
    old.now.from = sunday.plus(-400);
    QSignalSpy edited(&form, &CommitmentForm::edited);
    form.startEdit(old);
    child<QCheckBox>("formReviewOn")->click();
    save();
    ASSERT_EQ(edited.size(), 1);
    EXPECT_EQ(edited[0][1].value<CommitmentFields>().review, sunday.plus(28));
    child<QDateEdit>("formReview")->setDate(sunday.plus(26 * 7 + 1).date());
    save();
    EXPECT_EQ(edited.size(), 1);
    EXPECT_TRUE(child<QLabel>("formCounts")->isVisibleTo(&form));
}

TEST_F(CommitmentFormTest, AReviewThatHasPassedIsNotMovedByItself) {
    CommitmentReading old = test::reading(1, mend::Person::Me, QStringLiteral("Home by 18:30"));
    old.now.from = sunday.plus(-400);
    old.now.review = sunday.plus(-300);
    QSignalSpy edited(&form, &CommitmentForm::edited);
    form.startEdit(old);
    EXPECT_FALSE(child<QCheckBox>("formReviewOn")->isChecked());
    type(QStringLiteral("Home by seven"));
    save();
    ASSERT_EQ(edited.size(), 1);
    EXPECT_EQ(edited[0][1].value<CommitmentFields>().review, std::nullopt);
}

TEST_F(CommitmentFormTest, ChangesOneAndSaysFromWhenThatCounts) {
    CommitmentReading commitment =
        test::reading(1, mend::Person::Me, QStringLiteral("Home by 18:30"));
    commitment.now.step = QStringLiteral("B9");
    QSignalSpy edited(&form, &CommitmentForm::edited);
    form.startEdit(commitment);
    EXPECT_TRUE(child<QLabel>("formCounts")->text().contains(QStringLiteral("from tomorrow")));
    EXPECT_FALSE(child<QWidget>("formFrom")->isVisibleTo(&form));
    type(QStringLiteral("Home by 19:00"));
    child<QTimeEdit>("formBy")->setTime(QTime(19, 0));
    save();
    ASSERT_EQ(edited.size(), 1);
    const auto fields = edited[0][1].value<CommitmentFields>();
    EXPECT_EQ(fields.title, QStringLiteral("Home by 19:00"));
    EXPECT_EQ(fields.by, TimeOfDay::fromMinutes(1140));
    EXPECT_EQ(fields.from, commitment.now.from);
    EXPECT_EQ(fields.step, QStringLiteral("B9"));
    EXPECT_TRUE(made.empty());
}

TEST_F(CommitmentFormTest, MakesOneFromBeforeAnewFromTomorrowOn) {
    CommitmentReading before = test::reading(1, mend::Person::Me, QStringLiteral("Home by 18:30"));
    before.atHome = true;
    before.now.for_ = mend::Person::Partner; // once asked by somebody else
    before.now.step = QStringLiteral("B9");
    before.now.review = sunday.plus(-3);
    QSignalSpy again(&form, &CommitmentForm::madeAgain);
    form.startNew();
    type(QStringLiteral("Swim"));
    form.startAgain(before);
    EXPECT_EQ(child<QLineEdit>("formTitle")->text(), QStringLiteral("Home by 18:30"));
    EXPECT_TRUE(
        child<QLabel>("formCounts")->text().startsWith(QStringLiteral("Sam sees this one")));
    type(QStringLiteral("Home by seven"));
    save();
    ASSERT_EQ(again.size(), 1);
    EXPECT_EQ(again[0][0].value<RecordId>(), test::idOf(1));
    const auto fields = again[0][1].value<CommitmentFields>();
    EXPECT_EQ(fields, (CommitmentFields{QStringLiteral("Home by seven"),
                                        Daily{},
                                        TimeOfDay::fromMinutes(1110),
                                        sunday.plus(1),
                                        {},
                                        {},
                                        QStringLiteral("B9"),
                                        mend::Person::Me}));
    EXPECT_TRUE(made.empty());
    form.finishSaved();
    form.startNew();
    EXPECT_EQ(child<QLineEdit>("formTitle")->text(), QStringLiteral("Swim"));
    EXPECT_EQ(child<QPushButton>("formSave")->text(), QStringLiteral("Make this commitment"));
}

TEST_F(CommitmentFormTest, WhatIsMadeAnewBeginsNoEarlierThanItWasTo) {
    CommitmentReading before = test::reading(1, mend::Person::Me, QStringLiteral("Swim"));
    before.now.from = sunday.plus(21);
    before.spans = spansOf(before.now, {});
    QSignalSpy again(&form, &CommitmentForm::madeAgain);
    form.startAgain(before);
    const auto* words = child<QLabel>("formCounts");
    EXPECT_EQ(words->text(),
              QStringLiteral("Sam sees this one, and it begins on Sunday 13 December 2026. The one "
                             "from before ends; what was said about it stays with you."));
    save();
    ASSERT_EQ(again.size(), 1);
    EXPECT_EQ(again[0][1].value<CommitmentFields>().from, sunday.plus(21));
    form.finishSaved();
    before.now.schedule = Once{sunday.plus(32)};
    before.now.from = sunday.plus(-60);
    before.spans = spansOf(before.now, {});
    form.startAgain(before);
    EXPECT_EQ(words->text(),
              QStringLiteral("Sam sees this one, which is for Thursday 24 December 2026. The one "
                             "from before ends; what was said about it stays with you."));
    save();
    ASSERT_EQ(again.size(), 2);
    EXPECT_EQ(again[1][1].value<CommitmentFields>().schedule, Schedule(Once{sunday.plus(32)}));
}

TEST_F(CommitmentFormTest, WhatIsMadeAnewFromAPausedOneSaysSo) {
    CommitmentReading before =
        test::reading(1, mend::Person::Me, QStringLiteral("Swim"), CommitmentState::Paused);
    before.spans.clear();
    form.startAgain(before);
    const auto* words = child<QLabel>("formCounts");
    EXPECT_EQ(words->text(),
              QStringLiteral("Sam sees this one, and it begins tomorrow, Monday 23 November 2026. "
                             "The one from before ends; what was said about it stays with you. It "
                             "was paused, and this one is not."));
    before.spans = spansOf(before.now, {}); // paused just now: from tomorrow on
    form.startAgain(before);
    EXPECT_TRUE(words->text().contains(QStringLiteral("counts for the last time today")));
}

// Whoever saves it has done with the form then, and may begin another one in it.
TEST_F(CommitmentFormTest, WhatItTellsIsAboutTheOneThatWasSaved) {
    std::vector<RecordId> said;
    const auto takeNext = [&](const RecordId& id, const CommitmentFields&) {
        form.finishSaved();
        form.startEdit(test::reading(9, mend::Person::Me, QStringLiteral("Another")));
        said.push_back(id);
    };
    QObject::connect(&form, &CommitmentForm::edited, &form, takeNext);
    QObject::connect(&form, &CommitmentForm::madeAgain, &form, takeNext);
    form.startEdit(test::reading(1, mend::Person::Me, QStringLiteral("Swim")));
    save();
    form.startAgain(test::reading(2, mend::Person::Me, QStringLiteral("Swim")));
    save();
    EXPECT_EQ(said, (std::vector<RecordId>{test::idOf(1), test::idOf(2)}));
}
