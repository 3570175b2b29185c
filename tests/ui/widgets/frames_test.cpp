#include "tests/ui/widgets/themed_test.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy.h"
#include "ui/widgets/card.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/person_badge.h"
#include "ui/widgets/wrap_label.h"

#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace mend::ui;
using namespace mend::test;

namespace {

class FramesTest : public ThemedTest {};

QPushButton* buttonOf(QWidget& widget) {
    return widget.findChild<QPushButton*>();
}

} // namespace

TEST_F(FramesTest, ACardHasSurfaceRoundCornersAndItsTitleAsName) {
    Card card(QStringLiteral("How is it today"));
    card.add(new QWidget);
    card.resize(300, 120);
    const QImage image = card.grab().toImage();
    EXPECT_EQ(image.pixelColor(150, 100), tokens(Look::Light).surface);
    EXPECT_EQ(image.pixelColor(0, 0), tokens(Look::Light).paper);
    EXPECT_EQ(image.pixelColor(150, 0), tokens(Look::Light).line);
    EXPECT_EQ(heard(&card)->text(QAccessible::Name), QStringLiteral("How is it today"));
    EXPECT_EQ(card.title(), QStringLiteral("How is it today"));
}

TEST_F(FramesTest, ACardWithoutTitleHasNoHead) {
    Card card;
    auto* content = new QWidget;
    content->setFixedHeight(20);
    card.add(content);
    const int without = card.sizeHint().height();
    card.setTitle(QStringLiteral("Note"));
    EXPECT_GT(card.sizeHint().height(), without);
}

TEST_F(FramesTest, ACardsActionStandsAtTheEndOfItsTitle) {
    Card card(QStringLiteral("Note"));
    auto* edit = new QPushButton(QStringLiteral("Edit"));
    card.addAction(edit);
    card.resize(400, 120);
    card.show();
    EXPECT_GT(edit->mapTo(&card, QPoint()).x(), 200);
    card.setLayoutDirection(Qt::RightToLeft);
    QTest::qWait(0);
    EXPECT_LT(edit->mapTo(&card, QPoint()).x(), 100);
}

TEST_F(FramesTest, ACardStandsAlikeWithAnActionAndWithout) {
    Card plain(QStringLiteral("Note"));
    Card acting(QStringLiteral("Note"));
    acting.addAction(new QPushButton(QStringLiteral("Edit")));
    QList<int> tops;
    for (Card* card : {&plain, &acting}) {
        auto* content = new QWidget;
        content->setFixedHeight(20);
        card->add(content);
        card->resize(400, card->sizeHint().height());
        card->show();
        QTest::qWait(0);
        const auto* title = card->findChild<WrapLabel*>();
        tops << title->mapTo(card, QPoint()).y() << content->y() << card->height();
    }
    EXPECT_EQ(tops.first(3), tops.last(3));
}

TEST_F(FramesTest, ABannerIsThereOnlyWithSomethingToSay) {
    QWidget host;
    auto* banner = new Banner(&host);
    host.show();
    EXPECT_FALSE(banner->isVisible());
    banner->setText(QStringLiteral("Kept here until you are on the same network."));
    EXPECT_TRUE(banner->isVisible());
    EXPECT_EQ(heard(banner)->text(QAccessible::Name), banner->text());
    banner->setText({});
    EXPECT_FALSE(banner->isVisible());
}

TEST_F(FramesTest, ABannersButtonActs) {
    Banner banner(Banner::Kind::Attention, QStringLiteral("The folder is read-only."));
    EXPECT_FALSE(buttonOf(banner)->isVisibleTo(&banner));
    banner.setAction(QStringLiteral("Try again"));
    QSignalSpy triggered(&banner, &Banner::actionTriggered);
    QTest::mouseClick(buttonOf(banner), Qt::LeftButton);
    EXPECT_EQ(triggered.count(), 1);
}

TEST_F(FramesTest, ABannersSignHasItsRoomWhereReadingBegins) {
    Banner banner(Banner::Kind::Info, QStringLiteral("Kept here."));
    banner.resize(400, 60);
    banner.show();
    const auto* words = banner.findChild<WrapLabel*>();
    const int room = words->x();
    EXPECT_GE(room, space::two + iconSize);
    banner.setLayoutDirection(Qt::RightToLeft);
    QTest::qWait(0);
    EXPECT_EQ(banner.width() - words->x() - words->width(), room);
}

TEST_F(FramesTest, ABannersWordsAreInkWhateverItsKind) {
    Banner banner(Banner::Kind::Attention, QStringLiteral("HHHHHHHHHH"));
    banner.resize(400, 60);
    EXPECT_TRUE(shows(banner.grab().toImage(), tokens(Look::Light).ink));
}

TEST_F(FramesTest, AnEmptyPageSpeaksFromItsUpperMiddle) {
    EmptyState empty(QStringLiteral("Nothing here yet."));
    empty.resize(600, 800);
    empty.show();
    QTest::qWait(0);
    const int middle = empty.findChild<WrapLabel*>()->geometry().center().y();
    EXPECT_GT(middle, 800 / 4);
    EXPECT_LT(middle, 800 / 2);
}

TEST_F(FramesTest, AnEmptyPageSaysOneSentence) {
    EmptyState empty(QStringLiteral("Nothing here yet."));
    EXPECT_EQ(heard(&empty)->text(QAccessible::Name), QStringLiteral("Nothing here yet."));
    EXPECT_FALSE(buttonOf(empty)->isVisibleTo(&empty));
    empty.setSentence(QStringLiteral("No commitments yet."));
    EXPECT_EQ(empty.findChild<WrapLabel*>()->text(), QStringLiteral("No commitments yet."));
    empty.setAction(QStringLiteral("New commitment"));
    QSignalSpy triggered(&empty, &EmptyState::actionTriggered);
    QTest::mouseClick(buttonOf(empty), Qt::LeftButton);
    EXPECT_EQ(triggered.count(), 1);
}

TEST_F(FramesTest, ABadgeHasItsPersonsHueAndName) {
    const Tokens& t = tokens(Look::Light);
    PersonBadge badge(QStringLiteral("sam"), Person::You);
    badge.resize(badge.sizeHint());
    EXPECT_TRUE(shows(badge.grab().toImage(), t.you));
    badge.setPerson(QStringLiteral("Alex"), Person::Partner);
    EXPECT_EQ(badge.person(), Person::Partner);
    EXPECT_TRUE(shows(badge.grab().toImage(), t.partner));
    EXPECT_EQ(heard(&badge)->text(QAccessible::Name), QStringLiteral("Alex"));
}

TEST_F(FramesTest, ABadgeTakesAnyName) {
    for (const QString& name : {QString(), QStringLiteral("  "), QStringLiteral("é"),
                                QStringLiteral("<b>x</b>"), QString(500, u'n')}) {
        PersonBadge badge(name, Person::You);
        EXPECT_LE(badge.sizeHint().width(), 320);
        EXPECT_EQ(badge.textFormat(), Qt::PlainText);
        badge.resize(badge.sizeHint());
        EXPECT_FALSE(badge.grab().isNull());
    }
}

TEST_F(FramesTest, AWaitShowsHowFarItIs) {
    Busy busy(QStringLiteral("Opening."));
    busy.show();
    auto* bar = busy.findChild<QProgressBar*>();
    EXPECT_FALSE(bar->isVisible());
    busy.setProgress(0.25);
    EXPECT_TRUE(bar->isVisible());
    EXPECT_EQ(bar->value() * 4, bar->maximum());
    busy.setProgress(7.0);
    EXPECT_EQ(bar->value(), bar->maximum());
    busy.setProgress(std::nullopt);
    EXPECT_FALSE(bar->isVisible());
    EXPECT_EQ(heard(bar)->text(QAccessible::Name), QStringLiteral("Opening."));
}

TEST_F(FramesTest, AWaitCanBeEndedWhereItMakesSense) {
    Busy busy(QStringLiteral("Opening."));
    busy.show();
    EXPECT_FALSE(buttonOf(busy)->isVisible());
    busy.setCancellable(true);
    QSignalSpy cancelled(&busy, &Busy::cancelled);
    QTest::mouseClick(buttonOf(busy), Qt::LeftButton);
    EXPECT_EQ(cancelled.count(), 1);
}
