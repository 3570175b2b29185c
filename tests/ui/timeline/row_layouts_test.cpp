#include "ui/pages/timeline/row_layouts.h"

#include <array>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;

namespace {

constexpr int width = 900;

TimelineRow rowOf(std::byte id, const QString& body) {
    std::array<std::byte, RecordId::size> bytes{};
    bytes[0] = id;
    TimelineRow row;
    row.id = RecordId(bytes);
    row.text = {QStringLiteral("Title"), body, {}, false};
    return row;
}

const QString threeLines = QStringLiteral("a\nb\nc");

struct RowLayoutsTest : testing::Test {
    RowLayouts layouts;
    const TimelineRow row = rowOf(std::byte{1}, QStringLiteral("words"));
    const RowLayout& of(const TimelineRow& which) {
        return layouts.of(which, width, Qt::LeftToRight);
    }
};

} // namespace

TEST_F(RowLayoutsTest, ARowThatStaysAsItIsIsLaidOutOnce) {
    const RowLayout* first = &of(row);
    layouts.forgetOthers();
    of(rowOf(std::byte{2}, threeLines));
    EXPECT_EQ(&of(row), first);
    EXPECT_EQ(first->height(), RowLayout(row, width, Qt::LeftToRight).height());
}

TEST_F(RowLayoutsTest, ARowThatSaysSomethingElseIsLaidOutAnew) {
    const int before = of(row).height();
    const TimelineRow reworded = rowOf(std::byte{1}, threeLines);
    EXPECT_EQ(of(reworded).height(), RowLayout(reworded, width, Qt::LeftToRight).height());
    EXPECT_GT(of(reworded).height(), before);
    TimelineRow dated = row;
    dated.heading = QStringLiteral("Today");
    EXPECT_FALSE(of(dated).heading().isNull());
    EXPECT_TRUE(of(row).heading().isNull());
    TimelineRow theirs = row;
    theirs.by = mend::Person::Partner;
    EXPECT_TRUE(of(theirs).isOther());
}

TEST_F(RowLayoutsTest, AnotherWidthOrDirectionLaysOutAllAnew) {
    const QRect wide = of(row).card();
    EXPECT_LT(layouts.of(row, 500, Qt::LeftToRight).card().width(), wide.width());
    EXPECT_GT(layouts.of(row, width, Qt::RightToLeft).card().left(), wide.right());
    EXPECT_EQ(of(row).card(), wide);
}

TEST_F(RowLayoutsTest, RowsThatAreGoneAreForgotten) {
    const TimelineRow gone = rowOf(std::byte{2}, threeLines);
    of(row);
    of(gone);
    layouts.forgetOthers();
    EXPECT_EQ(layouts.count(), 2u);
    of(row);
    layouts.forgetOthers();
    EXPECT_EQ(layouts.count(), 1u);
}
