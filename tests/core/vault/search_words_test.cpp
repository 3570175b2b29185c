#include "core/vault/search_words.h"

#include <gtest/gtest.h>

namespace mend::vault {
namespace {

using namespace Qt::StringLiterals;

TEST(SearchQuery, IsTheWordsTheLastAsABeginning) {
    EXPECT_EQ(searchQuery(u"home"_s), u"\"home\"*"_s);
    EXPECT_EQ(searchQuery(u"  home,  late "_s), u"\"home\" \"late\"*"_s);
    EXPECT_EQ(searchQuery(u"Über 水 7"_s), u"\"Über\" \"水\" \"7\"*"_s);
}

TEST(SearchQuery, ReadsSixteenWords) {
    const QString typed = u"word "_s.repeated(100'000);
    const QString sixteen = u"word "_s.repeated(16);
    EXPECT_EQ(searchQuery(typed), searchQuery(sixteen));
    EXPECT_EQ(searchQuery(typed).count(u"word"_s), 16);
}

TEST(SearchQuery, GivesNothingTypedAMeaning) {
    EXPECT_EQ(searchQuery(u"a\" OR b* NEAR(c)"_s), u"\"a\" \"OR\" \"b\" \"NEAR\" \"c\"*"_s);
    EXPECT_EQ(searchQuery(u"text:x^2"_s), u"\"text\" \"x\" \"2\"*"_s);
    EXPECT_EQ(searchQuery(QString(QChar(0))), QString());
    EXPECT_EQ(searchQuery(u" \"*()-"_s), QString());
}

} // namespace
} // namespace mend::vault
