#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace mend::ui {
namespace {

QColor rgb(unsigned hex) {
    return QColor::fromRgb(0xFF000000U | hex);
}

Tokens light() {
    return {.look = Look::Light,
            .paper = rgb(0xFAF7F2),
            .surface = rgb(0xFFFFFF),
            .line = rgb(0xE7E0D6),
            .fieldBorder = rgb(0x8A8275),
            .ink = rgb(0x2A2630),
            .inkSoft = rgb(0x6A6372),
            .gold = rgb(0xB27C22),
            .goldInk = rgb(0x80580F),
            .you = rgb(0x4A5A9E),
            .onYou = rgb(0xFFFFFF),
            .youSoft = rgb(0xE9ECF7),
            .partner = rgb(0x2F7A74),
            .attention = rgb(0x9A4A2F)};
}

Tokens dark() {
    return {.look = Look::Dark,
            .paper = rgb(0x1C1A20),
            .surface = rgb(0x26232B),
            .line = rgb(0x3A3641),
            .fieldBorder = rgb(0x7D7586),
            .ink = rgb(0xF1EDE7),
            .inkSoft = rgb(0xB3ABB9),
            .gold = rgb(0xD9A94A),
            .goldInk = rgb(0xE6BE6E),
            .you = rgb(0x9AA8E6),
            .onYou = rgb(0x1C1A20),
            .youSoft = rgb(0x2E3147),
            .partner = rgb(0x7CC7C0),
            .attention = rgb(0xE0997E)};
}

double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

} // namespace

const Tokens& tokens(Look look) {
    static const Tokens lightTokens = light();
    static const Tokens darkTokens = dark();
    return look == Look::Dark ? darkTokens : lightTokens;
}

QColor hue(const Tokens& t, Person person) {
    return person == Person::You ? t.you : t.partner;
}

QColor mix(const QColor& under, const QColor& over, double amount) {
    const auto channel = [amount](int a, int b) {
        return static_cast<int>(std::lround(a + (b - a) * amount));
    };
    return QColor(channel(under.red(), over.red()), channel(under.green(), over.green()),
                  channel(under.blue(), over.blue()));
}

double luminance(const QColor& color) {
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) +
           0.0722 * linear(color.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace mend::ui
