#include "ui/theme/fills.h"

namespace mend::ui {

namespace {

// Of the ink; 0 to 1.
double amountOf(Touch touch) {
    switch (touch) {
    case Touch::None:
        return 0.0;
    case Touch::Over:
        return 0.06;
    case Touch::Down:
        return 0.12;
    }
    return 0.0;
}

} // namespace

QColor touched(const QColor& rest, Touch touch, const Tokens& t) {
    return mix(rest, t.ink, amountOf(touch));
}

// Half as much again: its hue is darker than a card, so that less would not be seen.
QColor primaryFill(Touch touch, const Tokens& t) {
    return mix(t.you, t.ink, amountOf(touch) * 1.5);
}

QColor rowUnderPointer(const Tokens& t) {
    return mix(t.paper, t.ink, 0.05);
}

QColor sideBarUnderPointer(const Tokens& t) {
    return mix(t.paper, t.line, 0.6);
}

QColor tagUnderPointer(const Tokens& t) {
    return mix(t.surface, t.line, 0.5);
}

QColor attentionFill(const Tokens& t) {
    return mix(t.surface, t.attention, 0.08);
}

QColor selectionFill(const Tokens& t) {
    return mix(t.surface, t.you, 0.28);
}

} // namespace mend::ui
