#include "ui/pages/commitments/commitment_form.h"

#include "samples.h"
#include "tests/support/page_walk.h"
#include "ui/pages/commitments/schedule_field.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/tag_picker.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTimeEdit>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using mend::test::sunday;

namespace {

struct CommitmentFormTest : testing::Test {
    CommitmentForm form;
    std::vector<CommitmentFields> made;

    void SetUp() override {
        form.setState(test::typicalState());
        QObject::connect(&form, &CommitmentForm::made, &form,
                         [this](const CommitmentFields& fields) { made.push_back(fields); });
    }
    template <class T>
    T* child(const char* name) {
        return form.findChild<T*>(QLatin1String(name));
    }
    void type(const QString& title) {
        child<QLineEdit>("formTitle")->clear();
        QTest::keyClicks(child<QLineEdit>("formTitle"), title);
    }
    void choose(const QString& text) { test::buttonSaying(form, text)->click(); }
    void chooseOffer(const char* step) {
        auto* offers = child<QComboBox>("formOffer");
        offers->setCurrentIndex(offers->findData(QString::fromLatin1(step)));
        Q_EMIT offers->activated(offers->currentIndex());
    }
    void save() { child<QPushButton>("formSave")->click(); }
};

} // namespace

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

TEST(ScheduleField, GivesBackWhatItIsGiven) {
    ScheduleField field;
    field.setToday(sunday);
    for (const Schedule& schedule : {Schedule(Daily{}), Schedule(OnWeekdays{{1, 7}}),
                                     Schedule(TimesAWeek{4}), Schedule(Once{sunday.plus(5)})}) {
        field.setSchedule(schedule);
        EXPECT_EQ(field.schedule(), schedule);
        EXPECT_EQ(field.isOnce(), std::holds_alternative<Once>(schedule));
    }
}
