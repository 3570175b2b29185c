#include "ui/pages/timeline/row_layout.h"

#include "tests/ui/models/fake_timeline.h"

#include <QImage>
#include <QPainter>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;

namespace {

TimelineRow rowOf(const QString& title, const QString& body, QStringList remarks = {}) {
    TimelineRow row;
    row.text = {title, body, std::move(remarks), false};
    return row;
}

RowLayout laid(const TimelineRow& row, int width = 900) {
    return RowLayout(row, width, Qt::LeftToRight);
}

const QString longText = QStringLiteral("words that go on for a while ").repeated(80);

} // namespace

TEST(RowLayout, NeverTakesMoreThanFiveLines) {
    const QStringList edited = {QStringLiteral("edited")};
    for (const int width : {400, 664, 960})
        for (const QString& body : {QString(), QStringLiteral("One line"), longText,
                                    QStringLiteral("a\nb\nc\nd\ne\nf\ng"), QString(70'000, u'x')})
            for (const QString& title : {QStringLiteral("Title"), longText})
                for (const QStringList& remarks : {QStringList(), edited}) {
                    const RowLayout layout = laid(rowOf(title, body, remarks), width);
                    EXPECT_LE(layout.lines(), RowLayout::mostLines);
                    EXPECT_LT(layout.height(), 160);
                }
}

TEST(RowLayout, SaysWhenThereIsMore) {
    EXPECT_FALSE(laid(rowOf(QStringLiteral("Title"), QStringLiteral("Short"))).isCut());
    EXPECT_TRUE(laid(rowOf(QStringLiteral("Title"), longText)).isCut());
    EXPECT_FALSE(laid(rowOf(QStringLiteral("Title"), longText)).foot().isNull());
    EXPECT_FALSE(laid(rowOf(QStringLiteral("Title"), QStringLiteral("a\nb\nc\nd"))).isCut());
    EXPECT_TRUE(laid(rowOf(QStringLiteral("Title"), QStringLiteral("a\nb\nc\nd\ne"))).isCut());
}

TEST(RowLayout, PutsYouLeftAndTheOtherRightOfTheSeam) {
    TimelineRow row = rowOf(QStringLiteral("Title"), {});
    RowLayout mine = laid(row);
    EXPECT_LT(mine.card().right(), mine.seam().left());
    row.by = mend::Person::Partner;
    RowLayout theirs = laid(row);
    EXPECT_GT(theirs.card().left(), theirs.seam().right());
    EXPECT_EQ(theirs.card().width(), mine.card().width());
}

TEST(RowLayout, IsMirroredRightToLeft) {
    const TimelineRow row = rowOf(QStringLiteral("Title"), QStringLiteral("Body"));
    const RowLayout plain(row, 900, Qt::LeftToRight);
    const RowLayout mirrored(row, 900, Qt::RightToLeft);
    EXPECT_GT(mirrored.card().left(), mirrored.seam().right());
    EXPECT_EQ(mirrored.card().left(), 900 - plain.card().right() - 1);
    EXPECT_EQ(mirrored.height(), plain.height());
}

TEST(RowLayout, MakesRoomForTheDayAndItsMarks) {
    TimelineRow row = rowOf(QStringLiteral("Title"), {});
    const int plain = laid(row).height();
    EXPECT_TRUE(laid(row).heading().isNull());
    row.heading = QStringLiteral("Sunday 22 November 2026");
    const RowLayout headed = laid(row);
    EXPECT_GT(headed.height(), plain);
    EXPECT_FALSE(headed.heading().intersects(headed.card()));
    row.shards = std::vector<DayState>(9, DayState::Confirmed);
    EXPECT_GT(laid(row).height(), headed.height());
}

TEST(RowLayout, PaintsItsWordsWithinTheCard) {
    const RowLayout layout = laid(rowOf(QStringLiteral("Title"), longText), 600);
    QImage image(600, layout.height(), QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    layout.paintText(painter, Qt::black, Qt::black);
    painter.end();
    bool inside = false;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y).lightness() < 128) {
                ASSERT_TRUE(layout.card().contains(x, y)) << x << ' ' << y;
                inside = true;
            }
    EXPECT_TRUE(inside);
}
