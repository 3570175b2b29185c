#include "ui/widgets/wrap_label.h"

#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

namespace mend::ui {

namespace {

Tone toneOf(TextRole role) {
    return role == TextRole::Caption ? &Tokens::inkSoft : &Tokens::ink;
}

} // namespace

WrapLabel::WrapLabel(const QString& text, TextRole role, QWidget* parent)
    : QLabel(text, parent), m_role(role) {
    setFont(ui::font(role));
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void WrapLabel::setTone(Tone tone) {
    m_tone = tone;
    update();
}

int WrapLabel::widestLine() const {
    return int(std::ceil(QFontMetricsF(font()).averageCharWidth() * longestLine * 1.1));
}

QSizeF WrapLabel::lay(double width, QPainter* painter) const {
    const double height = QFontMetricsF(font()).height();
    const double step = std::max(height, font().pixelSize() * lineHeight(m_role));
    QTextOption option(QStyle::visualAlignment(layoutDirection(), alignment()));
    option.setTextDirection(text().isRightToLeft() ? Qt::RightToLeft : layoutDirection());
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    double y = 0;
    double used = 0;
    for (const QString& paragraph : text().split(u'\n')) {
        QTextLayout layout(paragraph, font());
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(1.0, std::min(width, double(widestLine()))));
            line.setPosition({0, y + (step - height) / 2});
            y += step;
            used = std::max(used, line.naturalTextWidth());
            if (painter)
                line.draw(painter, {});
        }
        layout.endLayout();
    }
    return {used, y};
}

int WrapLabel::heightForWidth(int width) const {
    const QMargins m = contentsMargins();
    return int(std::ceil(lay(width - m.left() - m.right(), nullptr).height())) + m.top() +
           m.bottom();
}

QSize WrapLabel::sizeHint() const {
    const QMargins m = contentsMargins();
    const QSizeF used = lay(widestLine(), nullptr);
    return {int(std::ceil(used.width())) + 1 + m.left() + m.right(),
            int(std::ceil(used.height())) + m.top() + m.bottom()};
}

QSize WrapLabel::minimumSizeHint() const {
    // Narrow enough for any column; the height follows the width.
    const int narrow =
        std::min(sizeHint().width(), int(QFontMetricsF(font()).averageCharWidth() * 8));
    return {narrow, int(std::ceil(QFontMetricsF(font()).height()))};
}

void WrapLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    QColor color = t.*(m_tone ? m_tone : toneOf(m_role));
    if (!isEnabled())
        color = t.inkSoft;
    painter.setPen(color);
    const QRect room = contentsRect();
    const double height = lay(room.width(), nullptr).height();
    double top = room.top();
    if (alignment() & Qt::AlignVCenter)
        top += std::max(0.0, (room.height() - height) / 2);
    double left = room.left();
    const double width = std::min(double(room.width()), double(widestLine()));
    const auto aligned = QStyle::visualAlignment(layoutDirection(), alignment());
    if (aligned & Qt::AlignRight)
        left = room.right() + 1 - width;
    else if (aligned & Qt::AlignHCenter)
        left += (room.width() - width) / 2;
    painter.translate(left, top);
    lay(width, &painter);
}

} // namespace mend::ui
