#include "ui/pages/timeline/timeline_flow.h"

#include "ui/pages/timeline/row_layout.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;

namespace {

constexpr int width = 900;

RowLayout laid(mend::Person by, int lines, const QString& heading = {}) {
    TimelineRow row;
    row.by = by;
    row.heading = heading;
    row.text = {QStringLiteral("Title"),
                QStringList(lines, QStringLiteral("words")).join(u'\n'),
                {},
                false};
    return RowLayout(row, width, Qt::LeftToRight);
}

const QString today = QStringLiteral("Today");
const QString yesterday = QStringLiteral("Yesterday");

struct TimelineFlowTest : testing::Test {
    TimelineFlow flow;
    const RowPlace& at(std::size_t row) const { return flow.places()[row]; }
};

} // namespace

TEST_F(TimelineFlowTest, TheTwoOfThemStandBesideEachOther) {
    flow.add(laid(mend::Person::Me, 3, today));
    flow.add(laid(mend::Person::Partner, 2));
    EXPECT_EQ(at(1).card.top(), at(0).card.top());
    EXPECT_GT(at(1).card.left(), at(0).card.right());
    EXPECT_EQ(at(1).lift, at(1).top - at(1).card.top());
}

TEST_F(TimelineFlowTest, EntriesOfOnePersonFollowEachOther) {
    flow.add(laid(mend::Person::Me, 3, today));
    flow.add(laid(mend::Person::Partner, 1));
    flow.add(laid(mend::Person::Partner, 1));
    flow.add(laid(mend::Person::Me, 1));
    for (std::size_t a = 0; a < 4; ++a)
        for (std::size_t b = 0; b < a; ++b)
            EXPECT_FALSE(at(a).card.intersects(at(b).card)) << a << ' ' << b;
    EXPECT_GT(at(2).card.top(), at(1).card.bottom());
    EXPECT_GT(at(3).card.top(), at(0).card.bottom());
}

TEST_F(TimelineFlowTest, ADayBeginsBelowAllOfTheOneBefore) {
    flow.add(laid(mend::Person::Me, 4, today));
    flow.add(laid(mend::Person::Partner, 1));
    flow.add(laid(mend::Person::Partner, 1, yesterday));
    EXPECT_GT(at(2).card.top(), at(0).card.bottom());
    EXPECT_EQ(at(2).lift, 0);
    EXPECT_TRUE(at(2).startsDay);
}

TEST_F(TimelineFlowTest, TheSeamHasNoHole) {
    for (int day = 0; day < 4; ++day) {
        flow.add(laid(mend::Person::Me, 4 - day, today));
        flow.add(laid(mend::Person::Partner, day + 1));
        flow.add(laid(mend::Person::Me, 0));
    }
    for (std::size_t row = 1; row < flow.places().size(); ++row) {
        EXPECT_EQ(at(row).top, at(row - 1).top + at(row - 1).height);
        EXPECT_GE(at(row).height, 1);
        EXPECT_LT(at(row).card.bottom(), at(row).top + at(row).height);
    }
}

TEST_F(TimelineFlowTest, ARowIsFoundByItsCardAndByItsPieceOfTheSeam) {
    EXPECT_FALSE(flow.rowAt(0).has_value());
    flow.add(laid(mend::Person::Me, 3, today));
    flow.add(laid(mend::Person::Partner, 1));
    flow.add(laid(mend::Person::Partner, 2, yesterday));
    for (int row = 0; row < 3; ++row) {
        EXPECT_EQ(flow.cardAt(at(std::size_t(row)).card.center()), row);
        EXPECT_EQ(flow.rowAt(at(std::size_t(row)).top), row);
    }
    EXPECT_FALSE(flow.cardAt({10, at(2).card.center().y()}).has_value()) << "nothing of mine";
    EXPECT_FALSE(flow.rowAt(at(2).top + at(2).height).has_value());
    EXPECT_FALSE(flow.rowAt(-1).has_value());
}
