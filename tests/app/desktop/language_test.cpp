#include "app/desktop/language.h"

#include <QApplication>
#include <QDate>
#include <QFile>
#include <gtest/gtest.h>

using namespace mend;

namespace {

class LanguageTest : public testing::Test {
protected:
    ~LanguageTest() override { speak(QLocale(QLocale::English)); }
    QLocale::Language speak(const QLocale& locale) {
        return desktop::speak(app, locale, QStringLiteral(MEND_TEST_TRANSLATIONS));
    }
    static QString pages() { return QCoreApplication::translate("mend::ui::SideBar", "Pages"); }

    QApplication& app = *qobject_cast<QApplication*>(QCoreApplication::instance());
};

} // namespace

// This test's folder of translations has two languages, with one word each.

TEST_F(LanguageTest, SpeaksTheTranslationOfTheLocale) {
    EXPECT_EQ(speak(QLocale(QStringLiteral("eo"))), QLocale::Esperanto);
    EXPECT_EQ(pages(), QStringLiteral("Paĝoj"));
    EXPECT_EQ(QGuiApplication::layoutDirection(), Qt::LeftToRight);
    EXPECT_EQ(QLocale().language(), QLocale::Esperanto);
}

TEST_F(LanguageTest, MirrorsTheWindowWhereTheLanguageDoes) {
    EXPECT_EQ(speak(QLocale(QStringLiteral("he_IL"))), QLocale::Hebrew);
    EXPECT_EQ(pages(), QStringLiteral("דפים"));
    EXPECT_EQ(QGuiApplication::layoutDirection(), Qt::RightToLeft);
    speak(QLocale(QStringLiteral("eo")));
    EXPECT_EQ(QGuiApplication::layoutDirection(), Qt::LeftToRight);
}

TEST_F(LanguageTest, IsEnglishWithTheCountrysDaysWhereThereIsNoTranslation) {
    speak(QLocale(QStringLiteral("eo")));
    EXPECT_EQ(speak(QLocale(QStringLiteral("de_AT"))), QLocale::English);
    EXPECT_EQ(pages(), QStringLiteral("Pages"));
    EXPECT_EQ(QLocale().territory(), QLocale::Austria);
    EXPECT_EQ(QLocale().firstDayOfWeek(), Qt::Monday);
    EXPECT_EQ(QLocale().toString(QDate(2026, 11, 22), QStringLiteral("dddd")),
              QStringLiteral("Sunday"));
}

TEST_F(LanguageTest, HasEnglishPluralsCompiledIn) {
    speak(QLocale(QLocale::English));
    EXPECT_TRUE(QFile::exists(QStringLiteral(":/translations/mend_en.qm")));
    const auto wait = [](int n) {
        return QCoreApplication::translate("mend::ui::SharingCard",
                                           "%n things of yours wait to be shared.", nullptr, n);
    };
    EXPECT_EQ(wait(1), QStringLiteral("1 thing of yours waits to be shared."));
    EXPECT_EQ(wait(2), QStringLiteral("2 things of yours wait to be shared."));
}

TEST_F(LanguageTest, FindsWhatIsInstalledWithTheProgram) {
    const QString folder = desktop::translationsFolder();
    EXPECT_TRUE(QFile::exists(folder + QStringLiteral("/mend_en.qm"))) << folder.toStdString();
}
