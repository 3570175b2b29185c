#include "core/domain/text.h"

#include <gtest/gtest.h>
#include <vector>

using namespace mend;

TEST(Text, TakesWhatPeopleWrite) {
    for (const QString& text :
         {QString(), QStringLiteral("two\nlines\tand a tab"),
          QStringLiteral("Ça va? 🙂 ¯\\_(ツ)_/¯"), QStringLiteral("مرحبا")})
        EXPECT_EQ(checkText(text), std::nullopt) << text.toStdString();
}

TEST(Text, CountsItsLimitInBytes) {
    EXPECT_EQ(checkText(QString(10, u'a'), 10), std::nullopt);
    EXPECT_EQ(checkText(QString(11, u'a'), 10), DomainError::TooLong);
    EXPECT_EQ(checkText(QString(5, u'é'), 10), std::nullopt);
    EXPECT_EQ(checkText(QString(6, u'é'), 10), DomainError::TooLong);
    EXPECT_EQ(checkText(QString(3, u'€'), 9), std::nullopt);
    EXPECT_EQ(checkText(QString(3, u'€'), 8), DomainError::TooLong);
    EXPECT_EQ(checkText(QStringLiteral("🙂"), 4), std::nullopt);
    EXPECT_EQ(checkText(QStringLiteral("🙂"), 3), DomainError::TooLong);
    EXPECT_EQ(checkText(QString(longTextLimit, u'a')), std::nullopt);
    EXPECT_EQ(checkText(QString(longTextLimit + 1, u'a')), DomainError::TooLong);
}

TEST(Text, RefusesLoneSurrogates) {
    const QString smile = QStringLiteral("🙂");
    for (const QString& text :
         {QString(smile[0]), QString(smile[1]), smile[0] + QStringLiteral("a"),
          QString(smile[1]) + smile[0], smile + smile[0]})
        EXPECT_EQ(checkText(text), DomainError::BadText);
}

TEST(Text, RefusesControlCharacters) {
    for (const char16_t c : {u'\0', u'\1', u'\r', u'\v', u'\x1b', u'\x7f', u'\x85', u'\x9f'})
        EXPECT_EQ(checkText(QStringLiteral("a") + QChar(c)), DomainError::BadText) << int(c);
}

TEST(Text, RefusesNoOtherCharacters) {
    std::vector<unsigned> wrong;
    for (char32_t c = 0; c <= QChar::LastValidCodePoint; ++c) {
        if (QChar::isSurrogate(c) || c == U'\n' || c == U'\t')
            continue;
        const bool control = QChar::category(c) == QChar::Other_Control;
        if (checkText(QString::fromUcs4(&c, 1)).has_value() != control)
            wrong.push_back(c);
    }
    EXPECT_EQ(wrong, std::vector<unsigned>());
}

TEST(Text, IsBlankWhenNothingCanBeSeen) {
    for (const char16_t* text : {u"", u" ", u"\n\t", u"\u00a0\u3000", u"\u200b\u200d\u2060\ufeff",
                                 u"\u3164\u115f", u"\u2800", u"\u00ad", u"\ufe0f\u0301"})
        EXPECT_TRUE(isBlank(QString::fromUtf16(text)));
    for (const char16_t* text : {u"a", u" . ", u"🙂", u"\u200bx"})
        EXPECT_FALSE(isBlank(QString::fromUtf16(text)));
}

TEST(Line, IsOneLineThatSaysSomething) {
    EXPECT_EQ(checkLine(QStringLiteral("Home by half past six")), std::nullopt);
    EXPECT_EQ(checkLine(QString()), DomainError::Empty);
    EXPECT_EQ(checkLine(QStringLiteral(" \u200b ")), DomainError::Empty);
    for (const char16_t c : {u'\n', u'\t', u'\u2028', u'\u2029', u'\0'})
        EXPECT_EQ(checkLine(QStringLiteral("a") + QChar(c) + QStringLiteral("b")),
                  DomainError::BadText)
            << int(c);
    EXPECT_EQ(checkLine(QString(lineLimit, u'a')), std::nullopt);
    EXPECT_EQ(checkLine(QString(lineLimit + 1, u'a')), DomainError::TooLong);
}

TEST(Name, IsWhatPeopleAreCalled) {
    for (const char16_t* name :
         {u"Sam", u"Zoë de la Cruz", u"李小龙", u"علی\u200cرضا", u"👩\u200d🚀"})
        EXPECT_EQ(checkName(QString::fromUtf16(name)), std::nullopt);
}

TEST(Name, IsCountedInCharacters) {
    const QString smile = QStringLiteral("🙂");
    EXPECT_EQ(checkName(smile.repeated(nameLimit)), std::nullopt);
    EXPECT_EQ(checkName(smile.repeated(nameLimit) + u'a'), DomainError::BadName);
    EXPECT_EQ(checkName(QString(nameLimit, u'a')), std::nullopt);
    EXPECT_EQ(checkName(QString(nameLimit + 1, u'a')), DomainError::BadName);
}

TEST(Name, RefusesWhatHidesOrBreaks) {
    for (const char16_t* name : {u"", u"  ", u"\u200b\u200d", u"a\nb", u"a\tb", u"a\u2028b"})
        EXPECT_EQ(checkName(QString::fromUtf16(name)), DomainError::BadName);
    for (const char16_t c :
         {u'\u202a', u'\u202e', u'\u2066', u'\u2069', u'\u200e', u'\u200f', u'\u061c'})
        EXPECT_EQ(checkName(QStringLiteral("Sam") + QChar(c)), DomainError::BadName) << int(c);
}

TEST(StepId, IsALetterAndANumber) {
    for (const char16_t* id : {u"B1", u"B30", u"H8", u"S7", u"B99"})
        EXPECT_TRUE(isStepId(id));
    for (const char16_t* id :
         {u"", u"B", u"B0", u"B01", u"B100", u"b1", u"X1", u"BB", u"B1x", u"1B", u"B٣", u" B1"})
        EXPECT_FALSE(isStepId(id));
}
