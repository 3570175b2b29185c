#include "ui/pages/safety/safety_page.h"

#include "core/guide/guide.h"
#include "tests/support/page_picture.h"
#include "tests/support/page_walk.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend::ui;
namespace guide = mend::guide;

namespace {

guide::Guide shipped() {
    const auto files = guide::readFiles(QStringLiteral(MEND_SOURCE_DIR "/resources/guide/en"));
    return *guide::Guide::load(*files);
}

QStringList textsOf(const QWidget& page) {
    QStringList texts;
    for (const QLabel* label : page.findChildren<QLabel*>())
        texts << label->text();
    return texts;
}

class SafetyPageTest : public testing::Test {
protected:
    Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
    guide::Guide texts = shipped();
    SafetyPage page{texts.safety()};
};

} // namespace

TEST_F(SafetyPageTest, SaysEverythingTheGuideSays) {
    const QStringList shown = textsOf(page);
    for (const auto& section : texts.safety().sections) {
        EXPECT_TRUE(shown.contains(section.title)) << section.title.toStdString();
        for (const QString& text : section.text + section.points)
            EXPECT_TRUE(shown.contains(text)) << text.toStdString();
        for (const auto& number : section.numbers)
            EXPECT_TRUE(shown.contains(number.number) && shown.contains(number.where));
    }
}

// Whoever is in danger now reads no list first.
TEST_F(SafetyPageTest, TheNumbersAreInSightAtOnce) {
    page.resize(536, 520); // the smallest window, beside the side bar
    page.show();
    QCoreApplication::processEvents();
    QStringList inSight;
    for (const QLabel* label : page.findChildren<QLabel*>())
        if (label->text() == QStringLiteral("112") || label->text() == QStringLiteral("911")) {
            inSight << label->text();
            EXPECT_EQ(label->visibleRegion().boundingRect(), label->rect());
        }
    inSight.sort();
    EXPECT_EQ(inSight, QStringList({QStringLiteral("112"), QStringLiteral("911")}));
}

TEST_F(SafetyPageTest, EveryNumberHasItsSourceAndDate) {
    const QString all = textsOf(page).join(u'\n');
    for (const auto& section : texts.safety().sections)
        for (const auto& number : section.numbers) {
            EXPECT_TRUE(all.contains(number.source));
            EXPECT_TRUE(all.contains(QString::number(number.date.year())));
        }
}

TEST_F(SafetyPageTest, OpensNothingOutside) {
    for (const QLabel* label : page.findChildren<QLabel*>()) {
        EXPECT_EQ(label->textFormat(), Qt::PlainText) << label->text().toStdString();
        EXPECT_FALSE(label->openExternalLinks());
    }
}

TEST_F(SafetyPageTest, LeadsBackOnlyFromTheLockScreen) {
    page.show();
    auto* back = page.findChild<QPushButton*>(QStringLiteral("safetyBack"));
    EXPECT_FALSE(back->isVisible());
    page.setBackVisible(true);
    QSignalSpy asked(&page, &SafetyPage::backAsked);
    QTest::keyClick(back, Qt::Key_Space);
    EXPECT_EQ(asked.count(), 1);
}

TEST_F(SafetyPageTest, EveryControlHasANameAndNothingShouts) {
    EXPECT_EQ(mend::test::poorControls(page), QStringList());
    EXPECT_EQ(mend::test::loudWords(page), QStringList());
    mend::test::picture(page, QStringLiteral("safety"));
    theme.choose(LookChoice::Dark);
    mend::test::picture(page, QStringLiteral("safety-dark"));
}
