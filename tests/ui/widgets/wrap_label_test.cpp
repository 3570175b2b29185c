#include "ui/widgets/wrap_label.h"

#include "tests/ui/widgets/themed_test.h"

using namespace mend::ui;
using namespace mend::test;

namespace {

class WrapLabelTest : public ThemedTest {
protected:
    const QString paragraph =
        QStringLiteral("A word after another makes a long line. ").repeated(20);
};

} // namespace

TEST_F(WrapLabelTest, IsHigherWhereItIsNarrower) {
    const WrapLabel label(paragraph);
    EXPECT_TRUE(label.hasHeightForWidth());
    EXPECT_GT(label.heightForWidth(200), label.heightForWidth(400));
}

TEST_F(WrapLabelTest, LinesStayReadableHoweverWideItIs) {
    const WrapLabel label(paragraph);
    EXPECT_EQ(label.heightForWidth(2'000), label.heightForWidth(4'000));
    EXPECT_LT(label.sizeHint().width(), 800);
}

TEST_F(WrapLabelTest, OneLineHasTheHeightOfItsRole) {
    const WrapLabel body(QStringLiteral("Calm"));
    EXPECT_EQ(body.heightForWidth(400), int(body.font().pixelSize() * 1.5));
    const WrapLabel page(QStringLiteral("Today"), TextRole::Page);
    EXPECT_GT(page.heightForWidth(400), body.heightForWidth(400));
    EXPECT_EQ(page.role(), TextRole::Page);
}

TEST_F(WrapLabelTest, KeepsTheParagraphsPeopleWrote) {
    const int one = WrapLabel(QStringLiteral("a")).heightForWidth(400);
    EXPECT_EQ(WrapLabel(QStringLiteral("a\n\nb")).heightForWidth(400), 3 * one);
}

TEST_F(WrapLabelTest, BreaksAWordThatIsLongerThanItsLine) {
    const WrapLabel label(QString(300, u'w'));
    EXPECT_LE(label.minimumSizeHint().width(), 100);
    EXPECT_GT(label.heightForWidth(200), label.heightForWidth(700));
}

TEST_F(WrapLabelTest, TakesNothingAsMarkup) {
    const WrapLabel label(QStringLiteral("<b>not bold</b><img src='x'>"));
    EXPECT_EQ(label.textFormat(), Qt::PlainText);
    WrapLabel copy(QStringLiteral("<b>not bold</b>"));
    EXPECT_EQ(heard(&copy)->text(QAccessible::Name), QStringLiteral("<b>not bold</b>"));
}

TEST_F(WrapLabelTest, IsPaintedInItsTone) {
    const Tokens& t = tokens(Look::Light);
    WrapLabel label(QStringLiteral("HHHH"), TextRole::Page);
    label.resize(200, 40);
    EXPECT_TRUE(shows(label.grab().toImage(), t.ink));
    label.setTone(&Tokens::goldInk);
    EXPECT_TRUE(shows(label.grab().toImage(), t.goldInk));
    theme.choose(LookChoice::Dark);
    EXPECT_TRUE(shows(label.grab().toImage(), tokens(Look::Dark).goldInk));
}

TEST_F(WrapLabelTest, BeginsOnTheSideWhereReadingBegins) {
    WrapLabel label(QStringLiteral("שלום"), TextRole::Page);
    label.setLayoutDirection(Qt::RightToLeft);
    label.resize(400, 40);
    const QImage image = label.grab().toImage();
    const QColor ink = tokens(Look::Light).ink;
    EXPECT_FALSE(shows(image.copy(0, 0, 200, 40), ink));
    EXPECT_TRUE(shows(image.copy(200, 0, 200, 40), ink));
}
