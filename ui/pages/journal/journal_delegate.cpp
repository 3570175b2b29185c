#include "ui/pages/journal/journal_delegate.h"

#include "ui/models/journal_model.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QPainter>

namespace mend::ui {

namespace {

constexpr int margin = space::oneHalf;

int lineOf(TextRole role) {
    return QFontMetrics(font(role)).lineSpacing();
}

} // namespace

QSize JournalDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {0, lineOf(TextRole::Body) + lineOf(TextRole::Caption) + space::half + 2 * space::one};
}

void JournalDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const Tokens& t = tokensOf(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool selected = option.state & QStyle::State_Selected;
    if (selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.youSoft);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(0, 1, 0, -1), radius::control,
                                 radius::control);
    }
    QRect line = option.rect.adjusted(margin, space::one, -margin, -space::one);
    const auto draw = [&](TextRole role, const QColor& color, const QString& text) {
        painter->setFont(font(role));
        painter->setPen(color);
        painter->drawText(line, int(Qt::AlignTop | Qt::AlignLeading) | int(Qt::TextSingleLine),
                          painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
        line.setTop(line.top() + lineOf(role) + space::half);
    };
    draw(TextRole::Body, t.ink, index.data(Qt::DisplayRole).toString());
    draw(TextRole::Caption, t.inkSoft, index.data(JournalModel::DayRole).toString());
    painter->restore();
}

} // namespace mend::ui
