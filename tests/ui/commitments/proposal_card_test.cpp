// The card of a commitment that is asked, for both.

#include "card_fixture.h"
#include "ui/widgets/growing_text_edit.h"

#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using namespace mend::test;
using CardKind = CommitmentCard::Kind;

TEST(CommitmentCard, LetsMeAnswerAProposalWithoutAReason) {
    CommitmentReading commitment =
        test::proposal(4, mend::Person::Me, QStringLiteral("Phone in the hall"));
    Shown shown(CardKind::Asked, commitment);
    QSignalSpy answered(&shown.card, &CommitmentCard::proposalAnswered);
    shown.child<QPushButton>("proposalDecline")->click();
    shown.child<QPushButton>("proposalAccept")->click();
    shown.child<QPushButton>("proposalChange")->click();
    shown.child<QPushButton>("proposalSend")->click(); // says nothing yet
    ASSERT_EQ(answered.size(), 2);
    EXPECT_EQ(answered[0][1].value<Answer>(), Answer::No);
    EXPECT_EQ(answered[0][2].toString(), QString());
    EXPECT_EQ(answered[1][1].value<Answer>(), Answer::Yes);
    QTest::keyClicks(shown.child<GrowingTextEdit>("proposalNote"), QStringLiteral("At eleven"));
    shown.child<QPushButton>("proposalSend")->click();
    ASSERT_EQ(answered.size(), 3);
    EXPECT_EQ(answered[2][1].value<Answer>(), Answer::Change);
    EXPECT_EQ(answered[2][2].toString(), QStringLiteral("At eleven"));
    commitment.answer = Answer::Change;
    commitment.answerNote = QStringLiteral("At eleven");
    shown.card.show(commitment, sunday, sam);
    EXPECT_FALSE(shown.child<QWidget>("proposalNote")->isVisible());
}

TEST(CommitmentCard, BesideNoStandsToBeAskedNothingMore) {
    Shown shown(CardKind::Asked,
                test::proposal(4, mend::Person::Me, QStringLiteral("Phone in the hall")));
    QSignalSpy stopped(&shown.card, &CommitmentCard::askingStopped);
    QSignalSpy safety(&shown.card, &CommitmentCard::safetyWanted);
    QSignalSpy answered(&shown.card, &CommitmentCard::proposalAnswered);
    auto* stop = shown.child<QPushButton>("proposalStop");
    EXPECT_TRUE(
        shown.words("proposalStopWords")
            .contains(QStringLiteral("leaves Sam no way to ask in Mend, which Sam can see")));
    EXPECT_EQ(stop->accessibleDescription(), shown.words("proposalStopWords"));
    stop->click();
    shown.child<QPushButton>("proposalSafety")->click();
    EXPECT_EQ(stopped.size(), 1);
    EXPECT_EQ(safety.size(), 1);
    EXPECT_TRUE(answered.isEmpty());
}

TEST(CommitmentCard, TellsWhoAskedHowItStands) {
    CommitmentReading commitment =
        test::proposal(5, mend::Person::Partner, QStringLiteral("Tell me first"));
    Shown shown(CardKind::Waiting, commitment);
    EXPECT_TRUE(shown.words("commitmentState").startsWith(QStringLiteral("Asked. Sam may say")));
    commitment.answer = Answer::Change;
    commitment.answerNote = QStringLiteral("Only on Fridays");
    shown.card.show(commitment, sunday, sam);
    EXPECT_EQ(shown.words("commitmentState"),
              QStringLiteral("Sam asks for a change: “Only on Fridays”"));
    commitment.state = CommitmentState::Declined;
    Shown ended(CardKind::Ended, commitment);
    EXPECT_EQ(ended.words("commitmentState"), QStringLiteral("Sam said: not this one."));
}
