#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/wrap_label.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <gtest/gtest.h>

using namespace mend::ui;

TEST(WrapLabel, IsHigherWhereItIsNarrower) {
    const WrapLabel label(
        QStringLiteral("A sentence that is long enough to need more than one line somewhere."));
    EXPECT_GT(label.heightForWidth(120), label.heightForWidth(600));
    EXPECT_EQ(label.textFormat(), Qt::PlainText);
}

TEST(WrapLabel, TakesMarkupAsItIsWritten) {
    WrapLabel label(QStringLiteral("<b>not bold</b> <img src='http://x'>"));
    label.resize(400, 60);
    EXPECT_EQ(label.text(), QStringLiteral("<b>not bold</b> <img src='http://x'>"));
    EXPECT_FALSE(label.grab().isNull());
}

TEST(Card, IsNamedByItsTitle) {
    Card card(QStringLiteral("How is it today"));
    EXPECT_EQ(card.accessibleName(), QStringLiteral("How is it today"));
    card.setTitle({});
    EXPECT_TRUE(card.title().isEmpty());
}

TEST(Banner, HidesWithoutWords) {
    QWidget window;
    auto* banner = new Banner(&window);
    EXPECT_TRUE(banner->isHidden());
    banner->setText(QStringLiteral("Mend can’t reach Sam’s computer."));
    EXPECT_FALSE(banner->isHidden());
    EXPECT_EQ(banner->accessibleName(), banner->text());
    banner->setText({});
    EXPECT_TRUE(banner->isHidden());
}

TEST(EmptyState, SaysOneSentence) {
    EmptyState empty(QStringLiteral("Nothing here yet."));
    EXPECT_EQ(empty.accessibleName(), QStringLiteral("Nothing here yet."));
    EXPECT_FALSE(empty.grab().isNull());
}

TEST(TwoColumns, BecomeOneWhereItIsNarrow) {
    TwoColumns columns;
    columns.resize(TwoColumns::breakpoint, 300);
    columns.show();
    EXPECT_FALSE(columns.isOneColumn());
    columns.resize(TwoColumns::breakpoint - 1, 300);
    EXPECT_TRUE(columns.isOneColumn());
}

TEST(PageScroll, ItsFootReplacesTheOneBefore) {
    PageScroll page(QStringLiteral("Today"));
    auto* first = new WrapLabel(QStringLiteral("first"));
    const QPointer<WrapLabel> gone(first);
    page.setFoot(first);
    page.setFoot(new WrapLabel(QStringLiteral("second")));
    EXPECT_TRUE(gone.isNull());
    EXPECT_EQ(page.accessibleName(), QStringLiteral("Today"));
}
