#include "ui/widgets/segmented_choice.h"

#include "tests/ui/widgets/themed_test.h"
#include "ui/widgets/tab_stops.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace mend::ui;
using namespace mend::test;

namespace {

class SegmentedChoiceTest : public ThemedTest {
protected:
    SegmentedChoiceTest() {
        choice.setChoices(offers);
        choice.show();
    }
    Segment* segment(int index) { return choice.findChildren<Segment*>().at(index); }

    const QList<Choice> offers = {{QStringLiteral("kept"), QStringLiteral("kept")},
                                  {QStringLiteral("partly"), QStringLiteral("partly")},
                                  {QStringLiteral("missed"), QStringLiteral("not kept")}};
    SegmentedChoice choice{QStringLiteral("Home by 18:30")};
    QSignalSpy made{&choice, &SegmentedChoice::choiceMade};
};

} // namespace

TEST_F(SegmentedChoiceTest, NothingIsChosenUntilSomebodyChooses) {
    EXPECT_TRUE(choice.chosen().isEmpty());
    EXPECT_EQ(made.count(), 0);
}

TEST_F(SegmentedChoiceTest, OneClickAnswers) {
    QTest::mouseClick(segment(1), Qt::LeftButton, {}, QPoint(3, 3));
    EXPECT_EQ(choice.chosen(), QStringLiteral("partly"));
    ASSERT_EQ(made.count(), 1);
    EXPECT_EQ(made.at(0).at(0).toString(), QStringLiteral("partly"));
    QTest::mouseClick(segment(2), Qt::LeftButton);
    EXPECT_EQ(choice.chosen(), QStringLiteral("missed"));
    EXPECT_FALSE(segment(1)->isChecked());
    EXPECT_EQ(made.count(), 2);
}

TEST_F(SegmentedChoiceTest, EverySegmentSaysWhatItAnswersAlsoWhenThatChanges) {
    const auto described = [this](int index) {
        return heard(segment(index))->text(QAccessible::Description);
    };
    EXPECT_EQ(described(2), QStringLiteral("Home by 18:30"));
    choice.setName(QStringLiteral("Call when late"));
    EXPECT_EQ(heard(&choice)->text(QAccessible::Name), QStringLiteral("Call when late"));
    EXPECT_EQ(described(0), QStringLiteral("Call when late"));
    EXPECT_EQ(described(2), QStringLiteral("Call when late"));
}

// "partly" is not said on the way from "kept" to "not kept".
TEST_F(SegmentedChoiceTest, ArrowsGoAndSpaceOrEnterChooses) {
    choice.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&choice));
    choice.setChosen(QStringLiteral("kept"));
    segment(0)->setFocus();
    const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
    press(Qt::Key_Right);
    EXPECT_TRUE(segment(1)->hasFocus());
    press(Qt::Key_Down);
    press(Qt::Key_Right); // there is no further one
    EXPECT_TRUE(segment(2)->hasFocus());
    EXPECT_EQ(made.count(), 0);
    EXPECT_EQ(choice.chosen(), QStringLiteral("kept"));
    press(Qt::Key_Space);
    ASSERT_EQ(made.count(), 1);
    EXPECT_EQ(choice.chosen(), QStringLiteral("missed"));
    choice.setLayoutDirection(Qt::RightToLeft);
    press(Qt::Key_Right);
    press(Qt::Key_Up);
    EXPECT_TRUE(segment(0)->hasFocus());
    EXPECT_EQ(made.count(), 1);
    press(Qt::Key_Return);
    ASSERT_EQ(made.count(), 2);
    EXPECT_EQ(made.at(1).at(0).toString(), QStringLiteral("kept"));
}

TEST_F(SegmentedChoiceTest, TabStopsOnce) {
    const auto stops = [this] { return tabStops(choice); };
    EXPECT_EQ(stops(), QList<QWidget*>{segment(0)});
    choice.setChosen(QStringLiteral("missed"));
    EXPECT_EQ(stops(), QList<QWidget*>{segment(2)});
    choice.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&choice));
    segment(2)->setFocus();
    QTest::keyClick(segment(2), Qt::Key_Left);
    EXPECT_EQ(stops(), QList<QWidget*>{segment(1)}) << "Tab goes on from where one is";
    segment(1)->clearFocus();
    EXPECT_EQ(stops(), QList<QWidget*>{segment(2)}) << "and comes back to what is chosen";
}

TEST_F(SegmentedChoiceTest, SettingItTellsNobodyAndCanUnsetIt) {
    choice.setChosen(QStringLiteral("kept"));
    EXPECT_EQ(choice.chosen(), QStringLiteral("kept"));
    choice.setChosen(QStringLiteral("unknown"));
    EXPECT_TRUE(choice.chosen().isEmpty());
    choice.setChosen(QStringLiteral("missed"));
    choice.setChosen({});
    EXPECT_TRUE(choice.chosen().isEmpty());
    EXPECT_EQ(made.count(), 0);
}

TEST_F(SegmentedChoiceTest, OtherChoicesTakeThePlaceOfTheOld) {
    choice.setChosen(QStringLiteral("kept"));
    choice.setChoices({{QStringLiteral("seen"), QStringLiteral("I saw it too")}});
    EXPECT_TRUE(choice.chosen().isEmpty());
    QTest::mouseClick(segment(0), Qt::LeftButton);
    EXPECT_EQ(choice.chosen(), QStringLiteral("seen"));
}

TEST_F(SegmentedChoiceTest, TheChosenStaysReadableWhileItIsPressed) {
    choice.resize(choice.sizeHint());
    choice.setChosen(QStringLiteral("partly"));
    segment(1)->setDown(true);
    const QImage image = segment(1)->grab().toImage();
    const Tokens& t = tokensOf(&choice);
    EXPECT_GE(contrast(t.you, image.pixelColor(image.width() / 2, 4)), 4.5);
}

TEST_F(SegmentedChoiceTest, NeighboursShareOneEdgeInTheHueOfTheChosen) {
    choice.resize(choice.sizeHint());
    choice.setChosen(QStringLiteral("partly"));
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        choice.setLayoutDirection(direction);
        const QImage image = choice.grab().toImage();
        const Tokens& t = tokensOf(&choice);
        const int y = 5; // above the words, below the upper edge
        int edges = 0;
        for (int x = 0; x < image.width(); ++x)
            edges += image.pixelColor(x, y) == t.you ? 1 : 0;
        EXPECT_EQ(edges, 2) << int(direction);
    }
}

TEST_F(SegmentedChoiceTest, IsRadioButtonsToAScreenReader) {
    QAccessibleInterface* bus = heard(segment(0));
    EXPECT_EQ(bus->role(), QAccessible::RadioButton);
    EXPECT_EQ(bus->text(QAccessible::Name), QStringLiteral("kept"));
    EXPECT_EQ(bus->text(QAccessible::Description), QStringLiteral("Home by 18:30"));
    bus->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    EXPECT_EQ(choice.chosen(), QStringLiteral("kept"));
    EXPECT_EQ(made.count(), 1);
}

// Large letters, in a small window.
TEST_F(SegmentedChoiceTest, IsBelowEachOtherWhereThereIsNoRoomBesideEachOther) {
    QWidget host;
    auto* column = new QVBoxLayout(&host);
    column->setContentsMargins(0, 0, 0, 0);
    auto* narrow = new SegmentedChoice(QStringLiteral("Home by 18:30"));
    narrow->setChoices(offers);
    column->addWidget(narrow, 0, Qt::AlignLeft);
    column->addStretch(1);
    const int beside = narrow->sizeHint().width();
    const auto tops = [narrow] {
        QList<int> all;
        for (const Segment* each : narrow->findChildren<Segment*>()) {
            EXPECT_TRUE(narrow->rect().contains(each->geometry()));
            EXPECT_GE(each->width(), each->sizeHint().width());
            EXPECT_EQ(each->height(), each->sizeHint().height());
            all << each->y();
        }
        return all;
    };
    host.resize(beside - 1, 300);
    host.show();
    ASSERT_EQ(host.width(), beside - 1) << "it asks for no more";
    QCoreApplication::processEvents();
    const int line = narrow->findChild<Segment*>()->sizeHint().height();
    EXPECT_EQ(tops(), QList<int>({0, line, 2 * line}));
    host.resize(beside + 40, 300);
    QCoreApplication::processEvents();
    EXPECT_EQ(tops(), QList<int>({0, 0, 0}));
    EXPECT_EQ(narrow->size(), QSize(beside, line));
}
