#include "ui/widgets/point.h"

#include "ui/theme/text_room.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>

namespace mend::ui {

namespace {
constexpr int indent = 16; // Pixels, for the usual letters.
} // namespace

int pointIndent() {
    return textRoom(indent);
}

QLayout* point(WrapLabel* words) {
    auto* line = new QHBoxLayout;
    line->setSpacing(0);
    auto* dash = new WrapLabel(QStringLiteral("\u2013"));
    dash->setTone(&Tokens::gold);
    dash->setFixedWidth(pointIndent());
    line->addWidget(dash, 0, Qt::AlignTop);
    line->addWidget(words, 1);
    return line;
}

} // namespace mend::ui
