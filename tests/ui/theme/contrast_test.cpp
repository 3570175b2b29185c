// WCAG 2.1: text 4.5:1 (1.4.3), graphics and the edges of controls 3:1 (1.4.11). Line and soft
// fills are decoration.
#include "ui/theme/tokens.h"

#include <gtest/gtest.h>

using namespace mend::ui;

namespace {

constexpr double text = 4.5;
constexpr double graphics = 3.0;

struct Rule {
    const char* name;
    Tone tone;
    double least;
};
const Rule rules[] = {
    {"ink", &Tokens::ink, text},         {"inkSoft", &Tokens::inkSoft, text},
    {"goldInk", &Tokens::goldInk, text}, {"you", &Tokens::you, text},
    {"partner", &Tokens::partner, text}, {"attention", &Tokens::attention, text},
    {"gold", &Tokens::gold, graphics},   {"fieldBorder", &Tokens::fieldBorder, graphics},
};

class Contrast : public testing::TestWithParam<Look> {};

} // namespace

TEST_P(Contrast, EveryTokenIsReadableOnPaperAndSurface) {
    const Tokens& t = tokens(GetParam());
    for (const Rule& rule : rules) {
        EXPECT_GE(contrast(t.*rule.tone, t.paper), rule.least) << rule.name << " on paper";
        EXPECT_GE(contrast(t.*rule.tone, t.surface), rule.least) << rule.name << " on surface";
    }
    EXPECT_GE(contrast(t.onYou, t.you), text);
}

TEST_P(Contrast, InkIsReadableOnTheSoftFills) {
    const Tokens& t = tokens(GetParam());
    for (const QColor& fill : {t.youSoft, t.goldSoft, softHue(t, Person::Partner)})
        EXPECT_GE(contrast(t.ink, fill), text);
}

INSTANTIATE_TEST_SUITE_P(Looks, Contrast, testing::Values(Look::Light, Look::Dark));

TEST(ContrastOf, IsWcagsRatio) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 0.01);
    EXPECT_NEAR(contrast(Qt::white, Qt::white), 1.0, 0.01);
    EXPECT_NEAR(contrast(QColor(0x77, 0x77, 0x77), Qt::white), 4.48,
                0.01); // WCAG's well-known near miss
    EXPECT_DOUBLE_EQ(contrast(Qt::red, Qt::white), contrast(Qt::white, Qt::red));
}

TEST(Tokens, PeopleHaveHuesOfTheirOwn) {
    for (const Look look : {Look::Light, Look::Dark}) {
        const Tokens& t = tokens(look);
        EXPECT_EQ(t.look, look);
        EXPECT_EQ(hue(t, Person::You), t.you);
        EXPECT_EQ(hue(t, Person::Partner), t.partner);
        EXPECT_NE(t.you, t.partner);
    }
    EXPECT_EQ(mix(Qt::black, Qt::white, 0.0), QColor(Qt::black));
    EXPECT_EQ(mix(Qt::black, Qt::white, 1.0), QColor(Qt::white));
}
