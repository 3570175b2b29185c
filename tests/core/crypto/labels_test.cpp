#include "core/crypto/labels.h"

#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <string>

using namespace mend::crypto;

TEST(Labels, AreAllDistinct) {
    std::set<std::string_view> texts;
    for (const Label& label : Labels::all)
        EXPECT_TRUE(texts.insert(label.text()).second) << label.text();
    EXPECT_EQ(texts.size(), Labels::all.size());
}

TEST(Labels, HaveOneForm) {
    const std::regex form("mend(/[a-z-]+)+/[1-9][0-9]*");
    for (const Label& label : Labels::all)
        EXPECT_TRUE(std::regex_match(std::string(label.text()), form)) << label.text();
}

TEST(Labels, PersonaliseWithZerosBehind) {
    const auto personal = Labels::body.personalisation();
    EXPECT_EQ(std::string_view(personal.data(), personal.size()),
              std::string_view("mend/body/1\0\0\0\0\0", 16));
}
