#include "ui/widgets/wrap_button.h"

#include <QFontMetrics>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <algorithm>
#include <type_traits>

namespace mend::ui {

namespace {

constexpr int flags = int(Qt::TextWordWrap) | int(Qt::TextShowMnemonic);
constexpr int endless = 1 << 20; // Pixels.

template <class Button>
constexpr bool isTick = std::is_same_v<Button, QCheckBox>;

} // namespace

template <class Button>
WrapButton<Button>::WrapButton(const QString& text, QWidget* parent) : Button(text, parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    this->setSizePolicy(policy);
}

/// Pixels of its mark, and between that and the words.
template <class Button>
int WrapButton<Button>::besideWords() const {
    const auto mark =
        isTick<Button> ? QStyle::PM_IndicatorWidth : QStyle::PM_ExclusiveIndicatorWidth;
    const auto gap =
        isTick<Button> ? QStyle::PM_CheckBoxLabelSpacing : QStyle::PM_RadioButtonLabelSpacing;
    const QStyle& style = *this->style();
    return style.pixelMetric(mark, nullptr, this) + style.pixelMetric(gap, nullptr, this);
}

template <class Button>
int WrapButton<Button>::heightForWidth(int width) const {
    const int line = this->sizeHint().height();
    if (width >= this->sizeHint().width())
        return line;
    const QRect room(0, 0, std::max(1, width - besideWords()), endless);
    const QFontMetrics metrics = this->fontMetrics();
    const int around = std::max(0, line - metrics.height());
    return std::max(line, metrics.boundingRect(room, flags, this->text()).height() + around);
}

template <class Button>
QSize WrapButton<Button>::minimumSizeHint() const {
    int widest = 0;
    for (const QString& word : this->text().split(u' '))
        widest = std::max(widest, this->fontMetrics().horizontalAdvance(word));
    const QSize hint = this->sizeHint();
    return {std::min(hint.width(), besideWords() + widest + 1), hint.height()};
}

// Qt knows of one line only, in the middle.
template <class Button>
bool WrapButton<Button>::hitButton(const QPoint& position) const {
    return isWrapped() ? this->rect().contains(position) : Button::hitButton(position);
}

// The mark stands beside the first line.
template <class Button>
void WrapButton<Button>::paintEvent(QPaintEvent* event) {
    if (!isWrapped())
        return Button::paintEvent(event);
    QStylePainter painter(this);
    QStyleOptionButton option;
    this->initStyleOption(&option);
    const auto contents =
        isTick<Button> ? QStyle::SE_CheckBoxContents : QStyle::SE_RadioButtonContents;
    const int around = std::max(0, this->sizeHint().height() - this->fontMetrics().height());
    const QRect words =
        this->style()->subElementRect(contents, &option, this).adjusted(0, around / 2, 0, 0);
    const Qt::Alignment start = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    painter.drawItemText(words, int(start) | int(Qt::AlignTop) | flags, option.palette,
                         this->isEnabled(), option.text, QPalette::WindowText);
    option.text.clear();
    option.rect.setHeight(this->sizeHint().height());
    painter.drawControl(isTick<Button> ? QStyle::CE_CheckBox : QStyle::CE_RadioButton, option);
}

template class WrapButton<QCheckBox>;
template class WrapButton<QRadioButton>;

} // namespace mend::ui
