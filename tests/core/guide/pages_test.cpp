#include "tests/core/guide/shipped.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <gtest/gtest.h>

namespace mend::guide {
namespace {

const SafetySection& section(const SafetyPage& page, const QString& id) {
    for (const SafetySection& one : page.sections)
        if (one.id == id)
            return one;
    throw std::out_of_range(id.toStdString());
}

QString words(const SafetySection& section) {
    return (QStringList{section.title} + section.text + section.points).join(u'\n');
}

TEST(SafetyPage, SaysWhatItHasToSayInOrder) {
    const Guide guide = shippedGuide();
    QStringList ids;
    for (const SafetySection& one : guide.safety().sections)
        ids += one.id;
    EXPECT_EQ(ids.join(u' '), QStringLiteral("danger life signs stop device leave help"));

    const QString signs = words(section(guide.safety(), QStringLiteral("signs")));
    for (const char* sign : {"afraid", "threat", "hit", "Money", "watched", "sex"})
        EXPECT_TRUE(signs.contains(QLatin1String(sign))) << sign;
    EXPECT_TRUE(words(section(guide.safety(), QStringLiteral("device")))
                    .contains(QStringLiteral("passphrase")));
    EXPECT_TRUE(words(section(guide.safety(), QStringLiteral("leave")))
                    .contains(QStringLiteral("Ctrl+Shift+H")));
    EXPECT_TRUE(words(section(guide.safety(), QStringLiteral("leave")))
                    .contains(QStringLiteral("may say that you paused")));
    EXPECT_TRUE(words(section(guide.safety(), QStringLiteral("life")))
                    .contains(QStringLiteral("emergency number")));
    EXPECT_TRUE(words(section(guide.safety(), QStringLiteral("help")))
                    .contains(QStringLiteral("findahelpline.com")));
}

TEST(SafetyPage, HasNoNumberWithoutASourceAndADate) {
    const Guide guide = shippedGuide();
    const auto& numbers = section(guide.safety(), QStringLiteral("danger")).numbers;
    ASSERT_EQ(numbers.size(), 2u);
    EXPECT_EQ(numbers[0].number, QStringLiteral("112"));
    EXPECT_EQ(numbers[0].date, QDate(2018, 12, 11));
    EXPECT_EQ(numbers[1].number, QStringLiteral("911"));
    EXPECT_EQ(numbers[1].date, QDate(1999, 10, 26));
    const QRegularExpression digits(QStringLiteral("\\d"));
    for (const SafetySection& one : guide.safety().sections)
        EXPECT_FALSE(words(one).contains(digits)) << qPrintable(one.id);
}

TEST(MarksLegend, ExplainsEveryMark) {
    const Guide guide = shippedGuide();
    EXPECT_EQ(guide.marks().title, QStringLiteral("What the marks mean"));
    EXPECT_EQ(guide.marks().marks.size(), 8u);
    for (const DayState state :
         {DayState::Confirmed, DayState::Kept, DayState::Partly, DayState::MissedTold,
          DayState::Missed, DayState::Differs, DayState::Excused, DayState::Open})
        EXPECT_EQ(guide.marks().of(state).state, state);
    EXPECT_TRUE(guide.marks()
                    .of(DayState::MissedTold)
                    .text.contains(QStringLiteral("said so before the other noticed")));
}

TEST(GuideResource, ListsEveryFileOfEveryLanguage) {
    QFile qrc(guideFolder() + QStringLiteral("/guide.qrc"));
    ASSERT_TRUE(qrc.open(QIODevice::ReadOnly));
    QStringList listed;
    QXmlStreamReader xml(&qrc);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("qresource")) {
            EXPECT_EQ(xml.attributes().value(QLatin1String("prefix")), QLatin1String("/guide"));
        }
        if (xml.name() == QLatin1String("file"))
            listed += xml.readElementText();
    }
    EXPECT_FALSE(xml.hasError());

    QStringList present;
    for (const QString& language : QDir(guideFolder()).entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        for (const QString& file : QDir(guideFolder() + u'/' + language).entryList(QDir::Files))
            present += language + u'/' + file;
    listed.sort();
    present.sort();
    EXPECT_EQ(listed, present);
    EXPECT_EQ(listed.size(), 6);
}

} // namespace
} // namespace mend::guide
