#include "form_fixture.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/tag_picker.h"

#include <QApplication>
#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTimeEdit>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using mend::test::sunday;

TEST_F(CommitmentFormTest, MakesADailyOneForMeUnlessToldOtherwise) {
    form.startNew();
    type(QStringLiteral("  Home by 18:30 "));
    save();
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(
        made[0],
        (CommitmentFields{
            QStringLiteral("Home by 18:30"), Daily{}, {}, sunday, {}, {}, {}, mend::Person::Me}));
}

TEST_F(CommitmentFormTest, FieldsStandBelowEachOther) {
    form.startNew();
    QTest::qWait(1);
    const auto left = [&](const char* name) {
        return child<QWidget>(name)->mapTo(&form, QPoint()).x();
    };
    for (const char* name : {"formFrom", "formUntil", "formReview"})
        EXPECT_EQ(left(name), left("formBy")) << name;
}

TEST_F(CommitmentFormTest, ATimeOfDayIsNeverMirrored) {
    QApplication::setLayoutDirection(Qt::RightToLeft);
    CommitmentForm mirrored;
    const QString shown = mirrored.findChild<QTimeEdit*>(QStringLiteral("formBy"))->text();
    QApplication::setLayoutDirection(Qt::LeftToRight);
    EXPECT_EQ(shown, QStringLiteral("18:30"));
}

TEST_F(CommitmentFormTest, TakesEveryPartOfIt) {
    form.startNew();
    type(QStringLiteral("Swim"));
    choose(QStringLiteral("On weekdays"));
    child<TagPicker>("scheduleWeekdays")->setSelected({QStringLiteral("2"), QStringLiteral("4")});
    child<QCheckBox>("formByOn")->click();
    child<QTimeEdit>("formBy")->setTime(QTime(7, 15));
    child<QDateEdit>("formFrom")->setDate(sunday.plus(2).date());
    child<QCheckBox>("formUntilOn")->click();
    child<QDateEdit>("formUntil")->setDate(sunday.plus(90).date());
    child<QCheckBox>("formReviewOn")->click();
    save();
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made[0].schedule, Schedule(OnWeekdays{{2, 4}}));
    EXPECT_EQ(made[0].by, TimeOfDay::fromMinutes(435));
    EXPECT_EQ(made[0].from, sunday.plus(2));
    EXPECT_EQ(made[0].until, sunday.plus(90));
    EXPECT_EQ(made[0].review, sunday.plus(28)); // four weeks unless chosen otherwise
}

TEST_F(CommitmentFormTest, MakesOnesForADayAndForDaysOfOnesOwn) {
    form.startNew();
    type(QStringLiteral("Call her"));
    choose(QStringLiteral("Once"));
    child<QDateEdit>("scheduleOnce")->setDate(sunday.plus(3).date());
    EXPECT_FALSE(child<QWidget>("formUntil")->isVisibleTo(&form));
    save();
    choose(QStringLiteral("Times a week"));
    child<QSpinBox>("scheduleTimes")->setValue(3);
    save();
    ASSERT_EQ(made.size(), 2u);
    EXPECT_EQ(made[0].schedule, Schedule(Once{sunday.plus(3)}));
    EXPECT_EQ(made[1].schedule, Schedule(TimesAWeek{3}));
}

TEST_F(CommitmentFormTest, SaysWhatIsMissingAndKeepsWhatIsThere) {
    form.startNew();
    save();
    EXPECT_TRUE(made.empty());
    EXPECT_TRUE(
        test::wordsOf(form).contains(QStringLiteral("Say in a few words what it is about.")));
    type(QStringLiteral("Swim"));
    choose(QStringLiteral("On weekdays"));
    save();
    EXPECT_TRUE(test::wordsOf(form).contains(QStringLiteral("Choose at least one weekday.")));
    EXPECT_EQ(child<QLineEdit>("formTitle")->text(), QStringLiteral("Swim"));
}

TEST_F(CommitmentFormTest, WhatIsMissingIsHeardAgainByWhoeverPressesAgain) {
    form.startNew();
    save();
    QSignalSpy announced(form.findChild<Notice*>(), &Notice::announced);
    save();
    EXPECT_EQ(announced.count(), 1);
}

// Of any list, and with or without a template.
TEST_F(CommitmentFormTest, StartsFromAStepOfTheChecklist) {
    form.startFrom(test::startOf("H5", QStringLiteral("One kind thing"), TimesAWeek{3}));
    EXPECT_EQ(child<QLineEdit>("formTitle")->text(), QStringLiteral("One kind thing"));
    EXPECT_TRUE(child<QDateEdit>("formFrom")->isVisibleTo(&form));
    EXPECT_FALSE(child<QWidget>("formFor")->isVisibleTo(&form)) << "no template asks the other";
    save();
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made[0].step, QStringLiteral("H5"));
    EXPECT_EQ(made[0].schedule, Schedule(TimesAWeek{3}));
    form.finishSaved();
    form.startFrom(test::startOf("B12", {}));
    EXPECT_EQ(child<QLineEdit>("formTitle")->text(), QString());
    type(QStringLiteral("Home by nine on Fridays"));
    save();
    ASSERT_EQ(made.size(), 2u);
    EXPECT_EQ(made[1].step, QStringLiteral("B12"));
}

TEST_F(CommitmentFormTest, WhatWasHalfWrittenStandsAsideForAStep) {
    form.startNew();
    type(QStringLiteral("Swim"));
    choose(QStringLiteral("Ask Sam"));
    child<QCheckBox>("formUntilOn")->click();
    child<QCheckBox>("formReviewOn")->click();
    form.reject();
    form.startFrom(test::startOf("B9", QStringLiteral("Home when I said")));
    save();
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made[0], test::startOf("B9", QStringLiteral("Home when I said")));
    form.finishSaved();
    form.startFrom(test::startOf("B9", QStringLiteral("Home when I said")));
    type(QStringLiteral("Home by seven"));
    form.reject();
    form.startNew();
    save();
    ASSERT_EQ(made.size(), 2u);
    EXPECT_EQ(made[1].title, QStringLiteral("Swim"));
    EXPECT_EQ(made[1].for_, mend::Person::Partner);
    EXPECT_TRUE(made[1].until && made[1].review);
}

TEST_F(CommitmentFormTest, TakesATemplateOfOnesOwnList) {
    form.startNew();
    chooseOffer("B16");
    EXPECT_EQ(child<QLineEdit>("formTitle")->text(), QStringLiteral("One kind thing"));
    save();
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made[0].step, QStringLiteral("B16"));
    EXPECT_EQ(made[0].schedule, Schedule(TimesAWeek{3}));
}

TEST_F(CommitmentFormTest, AsksTheOtherInTheirOwnWordsAndWithoutTemplates) {
    form.startNew();
    chooseOffer("B9");
    choose(QStringLiteral("Ask Sam"));
    EXPECT_FALSE(child<QWidget>("formOffer")->isVisibleTo(&form));
    EXPECT_TRUE(child<QLabel>("formForWords")->text().contains(QStringLiteral("without a reason")));
    save();
    ASSERT_EQ(made.size(), 1u);
    EXPECT_EQ(made[0].for_, mend::Person::Partner);
    EXPECT_EQ(made[0].step, QString());
}

// Said once, quietly; nothing is forbidden.
TEST_F(CommitmentFormTest, SaysThatTheOtherSaidNoToTheSameAlready) {
    CommitmentsState state = test::typicalState();
    const QString phone = QStringLiteral("Phone in the hall");
    CommitmentReading no = test::proposal(8, mend::Person::Partner, phone);
    no.state = CommitmentState::Declined;
    state.sections.ended.push_back(no);
    form.setState(state);
    form.startNew();
    const auto* words = child<QLabel>("formSaidNo");
    type(QStringLiteral(" phone  in the Hall "));
    EXPECT_FALSE(words->isVisibleTo(&form)) << "it is my own";
    choose(QStringLiteral("Ask Sam"));
    EXPECT_TRUE(words->isVisibleTo(&form));
    EXPECT_EQ(words->text(), QStringLiteral("Sam said no to this. Asking again is pressure."));
    EXPECT_TRUE(child<QPushButton>("formSave")->isEnabled());
    type(QStringLiteral("Phone in the hall on Sundays"));
    EXPECT_FALSE(words->isVisibleTo(&form));
    state.sections.ended.back().state = CommitmentState::Ended; // it had been agreed to
    form.setState(state);
    type(phone);
    EXPECT_FALSE(words->isVisibleTo(&form));
}

TEST_F(CommitmentFormTest, OffersNoAskingWhereTheOtherDoesNotWishIt) {
    CommitmentsState state = test::typicalState();
    state.mayAsk = false;
    form.setState(state);
    form.startNew();
    EXPECT_FALSE(child<QWidget>("formFor")->isVisibleTo(&form));
    EXPECT_EQ(child<QLabel>("formForWords")->text(),
              QStringLiteral("Sam doesn’t wish to be asked for commitments at the moment."));
    state.partner.clear();
    form.setState(state);
    EXPECT_FALSE(child<QWidget>("formForWords")->isVisibleTo(&form));
}

TEST_F(CommitmentFormTest, KeepsWhatWasTypedWhenItIsClosed) {
    form.startNew();
    type(QStringLiteral("Half a thought"));
    QTest::keyClick(&form, Qt::Key_Escape);
    EXPECT_FALSE(form.isVisible());
    form.startEdit(test::reading(1, mend::Person::Me, QStringLiteral("Home by 18:30")));
    EXPECT_EQ(child<QLineEdit>("formTitle")->text(), QStringLiteral("Home by 18:30"));
    form.finishSaved();
    form.startNew();
    EXPECT_EQ(child<QLineEdit>("formTitle")->text(), QStringLiteral("Half a thought"));
    form.finishSaved();
    form.startNew();
    EXPECT_EQ(child<QLineEdit>("formTitle")->text(), QString());
}

// A task bar is read by whoever passes.
TEST_F(CommitmentFormTest, NoWordOfItReachesTheWindowsTitle) {
    const QString title = QStringLiteral("Tell her about the letters");
    form.startNew();
    type(title);
    EXPECT_EQ(form.windowTitle(), QStringLiteral("Mend"));
    EXPECT_EQ(form.accessibleName(), QStringLiteral("New commitment"));
    form.startEdit(test::reading(1, mend::Person::Me, title));
    type(title + title);
    EXPECT_EQ(form.windowTitle(), QStringLiteral("Mend"));
    EXPECT_EQ(form.accessibleName(), QStringLiteral("Change a commitment"));
    EXPECT_EQ(form.windowIconText(), QString());
}

TEST_F(CommitmentFormTest, ShowsAProblemAndStays) {
    form.startNew();
    form.showProblem(QStringLiteral("There is no room on the disk."));
    EXPECT_TRUE(test::wordsOf(form).contains(QStringLiteral("There is no room on the disk.")));
    EXPECT_TRUE(form.isVisible());
}

TEST_F(CommitmentFormTest, NamesEveryControl) {
    form.startNew();
    EXPECT_EQ(test::poorControls(form), QStringList());
    EXPECT_EQ(test::loudWords(form), QStringList());
}
