#include "ui/pages/welcome/welcome_page.h"

#include "tests/support/page_picture.h"
#include "tests/support/page_walk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/secret_field.h"

#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;

namespace {

const QString code = QStringLiteral("ABCD EFGH JKLM NPQR STUV WXYZ 2345 6789");

class WelcomePageTest : public testing::Test {
protected:
    WelcomePageTest() {
        page.show();
        QObject::connect(&page, &WelcomePage::create,
                         [this](const NewPersonFields& person, const QString& p) {
                             who = person;
                             typed = QString(p.constData(), p.size());
                             ++created;
                         });
    }
    template <class T>
    T* part(const char* name) {
        return page.findChild<T*>(QLatin1String(name));
    }
    bool isShown(const char* step) { return part<QWidget>(step)->isVisible(); }
    bool mayGoOn() { return part<QPushButton>("next")->isEnabled(); }
    void goOn() { QTest::mouseClick(part<QPushButton>("next"), Qt::LeftButton); }
    void choose(const QString& text) {
        for (auto* button : page.findChildren<QRadioButton*>())
            if (button->text() == text)
                return QTest::keyClick(button, Qt::Key_Space);
        FAIL() << text.toStdString();
    }
    void sayWho(const char* side) {
        goOn();
        QTest::keyClicks(part<QLineEdit>("name"), QStringLiteral("Sam"));
        choose(QStringLiteral("A friend"));
        choose(QLatin1String(side));
    }
    void choosePassphrase() {
        goOn();
        QTest::keyClicks(part<SecretField>("passphrase")->edit(),
                         QStringLiteral("four quiet words"));
        QTest::keyClicks(part<SecretField>("passphraseAgain")->edit(),
                         QStringLiteral("four quiet words"));
    }
    void show(const QString& recoveryCode, const QString& problem = {}, const QString& kept = {}) {
        page.setState({false, recoveryCode, problem, kept});
    }

    Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
    WelcomePage page;
    NewPersonFields who;
    QString typed;
    int created = 0;
};

} // namespace

TEST_F(WelcomePageTest, LeadsThroughFourSteps) {
    EXPECT_TRUE(isShown("aboutStep"));
    sayWho("I was hurt");
    choosePassphrase();
    goOn();
    ASSERT_EQ(created, 1);
    EXPECT_EQ(typed, QStringLiteral("four quiet words"));
    EXPECT_EQ(who.name, QStringLiteral("Sam"));
    EXPECT_EQ(who.relation, Relation::Friend);
    EXPECT_EQ(who.role, Role::Hurt);
    show(code);
    EXPECT_TRUE(isShown("recoveryStep"));
    EXPECT_FALSE(mayGoOn());
    QTest::keyClick(part<QCheckBox>("kept"), Qt::Key_Space);
    goOn();
    EXPECT_TRUE(isShown("pairStep"));
    QSignalSpy finished(&page, &WelcomePage::finished);
    QTest::mouseClick(part<QPushButton>("pairLater"), Qt::LeftButton);
    QTest::mouseClick(part<QPushButton>("pairNow"), Qt::LeftButton);
    ASSERT_EQ(finished.count(), 2);
    EXPECT_FALSE(finished.at(0).at(0).toBool());
    EXPECT_TRUE(finished.at(1).at(0).toBool());
}

TEST_F(WelcomePageTest, ARoleMayStayOpen) {
    sayWho("I am not sure yet");
    choosePassphrase();
    goOn();
    EXPECT_EQ(who.role, std::nullopt);
}

TEST_F(WelcomePageTest, AsksForNameRelationAndSideAndPressesNone) {
    goOn();
    for (auto* button : part<QWidget>("personStep")->findChildren<QRadioButton*>())
        EXPECT_FALSE(button->isChecked()) << button->text().toStdString();
    EXPECT_FALSE(mayGoOn());
    QTest::keyClicks(part<QLineEdit>("name"), QStringLiteral("   "));
    choose(QStringLiteral("Family"));
    choose(QStringLiteral("I broke the trust"));
    EXPECT_FALSE(mayGoOn()) << "a name of spaces";
    QTest::keyClicks(part<QLineEdit>("name"), QStringLiteral("Alex"));
    EXPECT_TRUE(mayGoOn());
}

TEST_F(WelcomePageTest, ThePassphraseIsTypedTwiceAlike) {
    sayWho("I was hurt");
    goOn();
    QTest::keyClicks(part<SecretField>("passphrase")->edit(), QStringLiteral("abc"));
    EXPECT_FALSE(mayGoOn());
    QTest::keyClicks(part<SecretField>("passphraseAgain")->edit(), QStringLiteral("abd"));
    EXPECT_FALSE(mayGoOn());
    EXPECT_TRUE(part<QLabel>("passphraseHint")->text().contains(QStringLiteral("same")));
    part<SecretField>("passphraseAgain")->clear();
    QTest::keyClicks(part<SecretField>("passphraseAgain")->edit(), QStringLiteral("abc"));
    EXPECT_TRUE(mayGoOn()) << "a weak one is pointed out, not refused";
    EXPECT_TRUE(part<QLabel>("passphraseHint")->text().contains(QStringLiteral("guessed")));
}

TEST_F(WelcomePageTest, SaysWhatWentWrongAndStaysWhereItIs) {
    sayWho("I was hurt");
    choosePassphrase();
    goOn();
    show({}, QStringLiteral("The disk is full."));
    EXPECT_TRUE(isShown("passphraseStep"));
    EXPECT_EQ(part<Banner>("welcomeProblem")->text(), QStringLiteral("The disk is full."));
    EXPECT_TRUE(part<Banner>("welcomeProblem")->isVisible());
}

TEST_F(WelcomePageTest, WaitsWhileTheKeyIsMade) {
    sayWho("I was hurt");
    choosePassphrase();
    page.setState({true, {}, {}, {}});
    EXPECT_FALSE(mayGoOn());
    EXPECT_FALSE(part<QPushButton>("back")->isEnabled());
}

TEST_F(WelcomePageTest, TheCodeCanBeKeptInThreeWaysAndThereIsNoWayBack) {
    sayWho("I was hurt");
    choosePassphrase();
    show(code);
    EXPECT_FALSE(part<QPushButton>("back")->isVisible());
    QString shown = part<QLabel>("recoveryCodeShown")->text();
    EXPECT_EQ(shown.simplified(), code);
    QTest::qWait(0);
    auto* label = part<QLabel>("recoveryCodeShown");
    EXPECT_GE(label->height(), label->heightForWidth(label->width())) << "all of it is seen";
    QSignalSpy print(&page, &WelcomePage::printAsked);
    QSignalSpy copy(&page, &WelcomePage::copyAsked);
    QSignalSpy save(&page, &WelcomePage::saveAsked);
    for (const char* button : {"printCode", "copyCode", "saveCode"})
        QTest::keyClick(part<QPushButton>(button), Qt::Key_Space);
    EXPECT_EQ(print.count() + copy.count() + save.count(), 3);
    show(code, {}, QStringLiteral("Copied."));
    EXPECT_EQ(part<QLabel>("keptWords")->text(), QStringLiteral("Copied."));
}

TEST_F(WelcomePageTest, HintsAtTheDangerOfASharedComputerOnlyWhenSaid) {
    EXPECT_FALSE(part<Banner>("sharedComputerHint")->isVisible());
    choose(QStringLiteral("Others use it, too"));
    EXPECT_TRUE(part<Banner>("sharedComputerHint")->isVisible());
    QSignalSpy safety(&page, &WelcomePage::safetyAsked);
    QTest::keyClick(part<QPushButton>("safety"), Qt::Key_Space);
    EXPECT_EQ(safety.count(), 1);
}

TEST_F(WelcomePageTest, IsASheetInTheMiddleOfALargeWindowAndTheWholeOfASmallOne) {
    const auto placeAt = [this](int width, int height) {
        page.resize(width, height);
        QTest::qWait(0);
        return part<QWidget>("sheet")->geometry();
    };
    const QRect large = placeAt(1600, 1000);
    EXPECT_LT(large.width(), 1000);
    EXPECT_NEAR(large.left(), 1600 - 1 - large.right(), 1);
    EXPECT_NEAR(large.top(), 1000 - 1 - large.bottom(), 1);
    const QRect small = placeAt(720, 520);
    EXPECT_GT(small.height(), 480);
    auto* next = part<QPushButton>("next");
    EXPECT_EQ(next->visibleRegion().boundingRect(), next->rect());
}

TEST_F(WelcomePageTest, EveryControlHasANameAndNothingShouts) {
    EXPECT_EQ(mend::test::poorControls(page), QStringList());
    EXPECT_EQ(mend::test::loudWords(page), QStringList());
    test::picture(page, QStringLiteral("welcome-1"));
    sayWho("I was hurt");
    test::picture(page, QStringLiteral("welcome-2"));
    choosePassphrase();
    test::picture(page, QStringLiteral("welcome-3"));
    show(code);
    test::picture(page, QStringLiteral("welcome-4"));
    theme.choose(LookChoice::Dark);
    test::picture(page, QStringLiteral("welcome-4-dark"));
}
