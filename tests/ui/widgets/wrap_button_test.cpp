#include "ui/widgets/wrap_button.h"

#include "tests/ui/widgets/themed_test.h"

#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace mend::ui;
using namespace mend::test;

namespace {

constexpr int narrow = 160; // Pixels.
const QString words =
    QStringLiteral("I listened without defending or calming, for as long as it took");

struct WrapButtonTest : ThemedTest {
    WrapButtonTest() {
        auto* column = new QVBoxLayout(&host);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(tick);
        column->addWidget(radio);
        column->addStretch(1);
    }
    void show(int width) {
        host.resize(width, 400);
        host.show();
    }
    // Pixels of the darkest letters in what lies below the first line.
    static bool writesBelow(QWidget* button) {
        const int line = button->sizeHint().height();
        if (button->height() < 2 * line)
            return false;
        const QImage image = button->grab().toImage();
        for (int y = line; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (qGray(image.pixel(x, y)) < 100)
                    return true;
        return false;
    }

    QWidget host;
    WrapTick* tick = new WrapTick(words);
    WrapRadio* radio = new WrapRadio(words);
};

} // namespace

TEST_F(WrapButtonTest, GoesOnBelowWhereThereIsNoRoom) {
    show(narrow);
    ASSERT_EQ(host.width(), narrow) << "it asks for no more";
    for (QAbstractButton* button :
         {static_cast<QAbstractButton*>(tick), static_cast<QAbstractButton*>(radio)}) {
        EXPECT_EQ(button->width(), narrow);
        EXPECT_EQ(button->height(), button->heightForWidth(narrow));
        EXPECT_TRUE(writesBelow(button)) << button->metaObject()->className();
    }
}

TEST_F(WrapButtonTest, IsOneLineWhereThereIs) {
    show(tick->sizeHint().width() + 20);
    EXPECT_EQ(tick->height(), tick->sizeHint().height());
    EXPECT_EQ(radio->height(), radio->sizeHint().height());
}

TEST_F(WrapButtonTest, IsTickedByItsLastLine) {
    show(narrow);
    QSignalSpy toggled(tick, &QAbstractButton::toggled);
    QTest::mouseClick(tick, Qt::LeftButton, {}, QPoint(40, tick->height() - 4));
    EXPECT_EQ(toggled.count(), 1);
    EXPECT_EQ(heard(tick)->role(), QAccessible::CheckBox);
    EXPECT_EQ(heard(radio)->role(), QAccessible::RadioButton);
    EXPECT_EQ(heard(tick)->text(QAccessible::Name), words);
}
