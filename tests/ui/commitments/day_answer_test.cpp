// Where the answer to a commitment's day stands, and what else can be said beside it.

#include "ui/pages/commitments/day_answer.h"

#include "samples.h"
#include "tests/ui/widgets/themed_test.h"

#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace mend;
using namespace mend::ui;
using mend::test::sunday;

namespace {

struct DayAnswerTest : test::ThemedTest {
    static CommitmentReading promise(mend::Person owner) {
        CommitmentReading one = test::reading(1, owner, QStringLiteral("Home by 18:30"));
        one.dueToday = true;
        return one;
    }
    DayAnswer& show(mend::Person owner, int width) {
        auto* answer = new DayAnswer(owner, &card);
        answer->show(promise(owner), sunday, sunday, QStringLiteral("Sam"));
        auto* column = new QVBoxLayout(&card);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(answer);
        column->addStretch();
        card.resize(width, 500);
        card.show();
        return *answer;
    }
    static QRect place(const DayAnswer& answer, const char* name) {
        const auto* part = answer.findChild<QWidget*>(QLatin1String(name));
        return {part->mapTo(&answer, QPoint()), part->size()};
    }
    QWidget card;
};

const QList<const char*> links = {"answerNoticed", "answerThanks", "answerAddNote"};

} // namespace

TEST_F(DayAnswerTest, WhatElseCanBeSaidStandsOnOneLineLevelWithTheAnswer) {
    const DayAnswer& answer = show(mend::Person::Partner, 560);
    const QRect choice = place(answer, "answerChoice");
    EXPECT_EQ(place(answer, links.front()).left(), choice.left());
    EXPECT_GE(place(answer, links.front()).top(), choice.bottom());
    for (int i = 1; i < links.size(); ++i) {
        EXPECT_EQ(place(answer, links[i]).top(), place(answer, links[0]).top()) << links[i];
        EXPECT_GT(place(answer, links[i]).left(), place(answer, links[i - 1]).right()) << links[i];
    }
}

TEST_F(DayAnswerTest, WhereItIsNarrowWhatDoesNotFitStandsLevelBelow) {
    const DayAnswer& answer = show(mend::Person::Partner, 150);
    const QRect below = place(answer, links[1]);
    EXPECT_EQ(below.left(), place(answer, "answerChoice").left());
    EXPECT_GE(below.top(), place(answer, links[0]).bottom());
    for (const char* link : links)
        EXPECT_LT(place(answer, link).right(), answer.width()) << link;
}

// No empty line between the answer and its note.
TEST_F(DayAnswerTest, ANoteFollowsTheAnswerItStandsBeside) {
    const DayAnswer& answer = show(mend::Person::Me, 560);
    EXPECT_EQ(place(answer, "answerAddNote").left(), place(answer, "answerChoice").left());
    const int below = place(answer, "answerAddNote").top();
    answer.findChild<QPushButton*>(QStringLiteral("answerAddNote"))->click();
    EXPECT_TRUE(QTest::qWaitFor([&] { return place(answer, "answerNote").top() == below; }))
        << place(answer, "answerNote").top() << " and not " << below;
}
