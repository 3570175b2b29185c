#include "ui/widgets/flow_layout.h"
#include "ui/widgets/tag_picker.h"

#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend::ui;

namespace {

struct TagPickerTest : testing::Test {
    TagPicker picker{QStringLiteral("Feelings")};
    TagPickerTest() {
        picker.setTags({{QStringLiteral("sad"), QStringLiteral("sad")},
                        {QStringLiteral("calm"), QStringLiteral("calm")},
                        {QStringLiteral("tense"), QStringLiteral("tense")}});
        picker.resize(400, 60);
        picker.show();
    }
    TagChip* chip(int index) const { return picker.findChildren<TagChip*>().at(index); }
};

} // namespace

TEST_F(TagPickerTest, GivesWhatIsChosenInTheOrderItIsOffered) {
    QSignalSpy changed(&picker, &TagPicker::selectionChanged);
    QTest::mouseClick(chip(2), Qt::LeftButton);
    QTest::mouseClick(chip(0), Qt::LeftButton);
    EXPECT_EQ(picker.selected(), QStringList({QStringLiteral("sad"), QStringLiteral("tense")}));
    EXPECT_EQ(changed.count(), 2);
}

TEST_F(TagPickerTest, ArrowsMoveAndSpaceChooses) {
    chip(0)->setFocus();
    QTest::keyClick(chip(0), Qt::Key_Right);
    QTest::keyClick(chip(1), Qt::Key_Space);
    EXPECT_EQ(picker.selected(), QStringList(QStringLiteral("calm")));
    EXPECT_EQ(chip(1)->focusPolicy(), Qt::StrongFocus);
    EXPECT_EQ(chip(0)->focusPolicy(), Qt::ClickFocus);
}

TEST_F(TagPickerTest, DropsWhatIsNotOfferedAndKeepsTheRest) {
    picker.setSelected({QStringLiteral("calm"), QStringLiteral("smug")});
    EXPECT_EQ(picker.selected(), QStringList(QStringLiteral("calm")));
    picker.setTags({{QStringLiteral("calm"), QStringLiteral("calm")}});
    EXPECT_EQ(picker.selected(), QStringList(QStringLiteral("calm")));
    EXPECT_EQ(chip(0)->accessibleName(), QStringLiteral("calm"));
}

TEST_F(TagPickerTest, WrapsWhereItIsNarrow) {
    const auto* flow = picker.findChild<FlowLayout*>();
    ASSERT_NE(flow, nullptr);
    EXPECT_GT(flow->heightForWidth(90), flow->heightForWidth(400));
}
