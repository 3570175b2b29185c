#pragma once
// What is said in passing.

#include "ui/widgets/wrap_label.h"

namespace mend::ui {

inline WrapLabel* caption(const QString& text, QWidget* parent = nullptr,
                          Tone tone = &Tokens::inkSoft) {
    auto* label = new WrapLabel(text, TextRole::Caption, parent);
    label->setTone(tone);
    return label;
}

} // namespace mend::ui
