#include "ui/theme/text_room.h"
#include "ui/theme/type.h"

#include <QFontInfo>
#include <gtest/gtest.h>

using namespace mend::ui;

namespace {

QFont ofPoints(double points) {
    QFont result;
    result.setPointSizeF(points);
    return result;
}

} // namespace

TEST(Type, KeepsItsSizeForTheUsualSystemFonts) {
    for (const double points : {9.0, 10.0, 11.0})
        EXPECT_DOUBLE_EQ(textScale(ofPoints(points)), 1.0) << points;
}

TEST(Type, GrowsWithALargeSystemFontUpToTwice) {
    EXPECT_DOUBLE_EQ(textScale(ofPoints(15.0)), 1.5);
    EXPECT_DOUBLE_EQ(textScale(ofPoints(40.0)), 2.0);
}

TEST(Type, RoomForWordsGrowsWithThem) {
    EXPECT_EQ(textRoom(344, ofPoints(10.0)), 344);
    EXPECT_EQ(textRoom(344, ofPoints(20.0)), 688);
}

TEST(Type, HeadingsAreLargerThanTheTextBelowThem) {
    EXPECT_GT(font(TextRole::Page).pixelSize(), font(TextRole::Section).pixelSize());
    EXPECT_GT(font(TextRole::Section).pixelSize(), font(TextRole::Card).pixelSize());
    EXPECT_GT(font(TextRole::Card).pixelSize(), font(TextRole::Body).pixelSize());
    EXPECT_GT(font(TextRole::Body).pixelSize(), font(TextRole::Caption).pixelSize());
    EXPECT_EQ(font(TextRole::BodyStrong).pixelSize(), font(TextRole::Body).pixelSize());
    EXPECT_GT(font(TextRole::BodyStrong).weight(), font(TextRole::Body).weight());
}

TEST(Type, RunningTextHasMoreAirThanHeadings) {
    EXPECT_DOUBLE_EQ(lineHeight(TextRole::Body), 1.5);
    EXPECT_LT(lineHeight(TextRole::Page), lineHeight(TextRole::Body));
}
