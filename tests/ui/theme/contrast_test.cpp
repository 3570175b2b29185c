// WCAG 2.1: text 4.5:1 (1.4.3), graphics and the edges of controls 3:1 (1.4.11). Line and soft
// fills are decoration.
#include "ui/theme/control_painter.h"
#include "ui/theme/fills.h"

#include <QImage>
#include <QPainter>
#include <gtest/gtest.h>
#include <vector>

using namespace mend::ui;

namespace {

constexpr double text = 4.5;
constexpr double graphics = 3.0;

// What lies on what, as it is painted: a new pair of colours belongs here first.
struct Pair {
    const char* where;
    QColor over;
    QColor under;
};

// Fills of controls, under the pointer and held, as they are painted.
struct Fills {
    explicit Fills(const Tokens& t)
        : hover(touched(t.surface, Touch::Over, t)), pressed(touched(t.surface, Touch::Down, t)),
          hoverOnPaper(rowUnderPointer(t)), sideBarHover(sideBarUnderPointer(t)),
          tagHover(tagUnderPointer(t)), chosenHover(touched(t.youSoft, Touch::Over, t)),
          chosenPressed(touched(t.youSoft, Touch::Down, t)), attention(attentionFill(t)),
          selection(selectionFill(t)), primaryHover(primaryFill(Touch::Over, t)),
          primaryPressed(primaryFill(Touch::Down, t)) {}
    QColor hover, pressed, hoverOnPaper, sideBarHover, tagHover, chosenHover, chosenPressed,
        attention, selection, primaryHover, primaryPressed;
};

std::vector<Pair> textPairs(const Tokens& t) {
    const Fills f(t);
    std::vector<Pair> pairs;
    for (const QColor& under : {t.paper, t.surface}) {
        for (const Tone tone : {&Tokens::ink, &Tokens::inkSoft, &Tokens::you, &Tokens::partner,
                                &Tokens::goldInk, &Tokens::attention})
            pairs.push_back({"words on a page or card", t.*tone, under});
    }
    for (const QColor& under : {f.hover, f.pressed}) {
        pairs.push_back({"button", t.ink, under});
        pairs.push_back({"quiet button, today in the month", t.you, under});
        pairs.push_back({"day in the month", t.inkSoft, under});
    }
    for (const QColor& under : {t.youSoft, f.chosenHover})
        pairs.push_back({"chosen segment, page in the side bar", t.you, under});
    for (const QColor& under : {t.youSoft, f.chosenHover, f.chosenPressed})
        pairs.push_back({"chosen tag, pressed button", t.ink, under});
    pairs.push_back({"day of the chosen entry in the journal", t.inkSoft, t.youSoft});
    pairs.push_back({"state of the chosen step", t.goldInk, t.youSoft});
    for (const Tone tone : {&Tokens::ink, &Tokens::inkSoft, &Tokens::goldInk})
        pairs.push_back({"step under the pointer", t.*tone, f.hoverOnPaper});
    pairs.push_back({"page in the side bar under the pointer", t.ink, f.sideBarHover});
    pairs.push_back({"tag under the pointer", t.ink, f.tagHover});
    pairs.push_back({"banner", t.ink, f.attention});
    pairs.push_back({"marked text", t.ink, f.selection});
    for (const QColor& under : {t.you, f.primaryHover, f.primaryPressed})
        pairs.push_back({"the one filled button", t.onYou, under});
    pairs.push_back({"initial of the partner", t.onYou, t.partner});
    return pairs;
}

std::vector<Pair> graphicPairs(const Tokens& t) {
    const Fills f(t);
    std::vector<Pair> pairs;
    for (const QColor& under : {t.paper, t.surface}) {
        pairs.push_back({"seam and shards", t.gold, under});
        pairs.push_back({"seam where nothing was confirmed, icons", t.inkSoft, under});
        pairs.push_back({"border of a field", t.fieldBorder, under});
        pairs.push_back({"shard of both, ring, your bar", t.you, under});
        pairs.push_back({"shard of both, partner's bar", t.partner, under});
        pairs.push_back({"banner's icon and edge", t.attention, under});
    }
    pairs.push_back({"shard in the month under the pointer", t.gold, f.hover});
    pairs.push_back({"banner's icon", t.attention, f.attention});
    pairs.push_back({"icon in the side bar", t.you, t.youSoft});
    pairs.push_back({"icon of a hint", t.inkSoft, t.youSoft});
    pairs.push_back({"icon under the pointer", t.inkSoft, f.sideBarHover});
    return pairs;
}

class Contrast : public testing::TestWithParam<Look> {};

} // namespace

TEST_P(Contrast, EveryPairThatIsReadIsReadable) {
    for (const Pair& pair : textPairs(tokens(GetParam())))
        EXPECT_GE(contrast(pair.over, pair.under), text)
            << pair.where << ": " << qPrintable(pair.over.name()) << " on "
            << qPrintable(pair.under.name());
}

TEST_P(Contrast, EveryPairThatIsSeenIsVisible) {
    for (const Pair& pair : graphicPairs(tokens(GetParam())))
        EXPECT_GE(contrast(pair.over, pair.under), graphics)
            << pair.where << ": " << qPrintable(pair.over.name()) << " on "
            << qPrintable(pair.under.name());
}

INSTANTIATE_TEST_SUITE_P(Looks, Contrast, testing::Values(Look::Light, Look::Dark));

TEST(ContrastOf, IsWcagsRatio) {
    EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 0.01);
    EXPECT_NEAR(contrast(Qt::white, Qt::white), 1.0, 0.01);
    EXPECT_NEAR(contrast(QColor(0x77, 0x77, 0x77), Qt::white), 4.48,
                0.01); // WCAG's well-known near miss
    EXPECT_DOUBLE_EQ(contrast(Qt::red, Qt::white), contrast(Qt::white, Qt::red));
}

TEST(Fills, AreTheOnesThatButtonsArePaintedWith) {
    const Tokens& t = tokens(Look::Light);
    EXPECT_EQ(touched(t.surface, Touch::None, t), t.surface);
    EXPECT_EQ(primaryFill(Touch::None, t), t.you);
    const std::pair<QStyle::State, Touch> touches[] = {
        {QStyle::State_None, Touch::None},
        {QStyle::State_MouseOver, Touch::Over},
        {QStyle::State_MouseOver | QStyle::State_Sunken, Touch::Down}};
    for (const auto& [state, touch] : touches) {
        for (const ButtonKind kind : {ButtonKind::Primary, ButtonKind::Outlined}) {
            QStyleOption option;
            option.rect = QRect(0, 0, 60, controlHeight);
            option.state = QStyle::State_Enabled | state;
            QImage image(option.rect.size(), QImage::Format_ARGB32_Premultiplied);
            image.fill(t.paper);
            QPainter painter(&image);
            paintButton(painter, option, kind, t);
            painter.end();
            EXPECT_EQ(image.pixelColor(30, controlHeight / 2), kind == ButtonKind::Primary
                                                                   ? primaryFill(touch, t)
                                                                   : touched(t.surface, touch, t))
                << int(touch);
        }
    }
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
