#pragma once
// Every colour of Mend, in one place, light and dark, with the contrast rule they are tested by
// (WCAG 2.1, 1.4.3 and 1.4.11), and the measures of the 8-px grid.

#include <QColor>

namespace mend::ui {

enum class Look { Light, Dark };

/// Whose hue something has. Roles have no hue.
enum class Person { You, Partner };

struct Tokens {
    Look look = Look::Light;
    QColor paper;       ///< window
    QColor surface;     ///< cards, fields
    QColor line;        ///< decoration only
    QColor fieldBorder; ///< the border of what can be operated
    QColor ink;         ///< text
    QColor inkSoft;     ///< second text, icons
    QColor gold;        ///< graphics
    QColor goldInk;     ///< text
    QColor you;         ///< your hue, the one filled button, focus
    QColor onYou;       ///< text on `you`
    QColor youSoft;     ///< fill
    QColor partner;     ///< the partner's hue
    QColor attention;   ///< what needs care; never for a person
};

/// Names one colour, whatever the look: `&Tokens::inkSoft`.
using Tone = QColor Tokens::*;

const Tokens& tokens(Look look);

QColor hue(const Tokens& t, Person person);

/// `amount` (0–1) of `over` laid on `under`; opaque.
QColor mix(const QColor& under, const QColor& over, double amount);

/// Relative luminance, 0–1, and contrast ratio, 1–21, as WCAG 2.1 defines them.
double luminance(const QColor& color);
double contrast(const QColor& a, const QColor& b);

/// Pixels on an 8-px grid.
namespace space {
inline constexpr int hair = 2;
inline constexpr int half = 4;
inline constexpr int one = 8;
inline constexpr int oneHalf = 12;
inline constexpr int two = 16;
inline constexpr int three = 24;
inline constexpr int four = 32;
inline constexpr int six = 48;
} // namespace space

namespace radius {
inline constexpr int card = 12;
inline constexpr int control = 8;
inline constexpr int small = 4; ///< check boxes, cells
} // namespace radius

/// Pixels. One height for buttons and one-line fields.
inline constexpr int controlHeight = 36;
inline constexpr int iconSize = 20;
/// Milliseconds. No fade is longer.
inline constexpr int fadeTime = 150;

} // namespace mend::ui
