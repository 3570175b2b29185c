#include "ui/widgets/scale_slider.h"

#include "ui/theme/control_painter.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/scale_slider_access.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>
#include <algorithm>
#include <cmath>

namespace mend::ui {

namespace {

constexpr int knob = 18;       // Pixels across.
constexpr int groove = 4;      // Pixels high.
constexpr int valueWidth = 72; // Pixels for "not set" or the number, at least.
constexpr int clearWidth = 28; // Pixels.
constexpr int labelGap = 6;    // Pixels between name, track and end labels.

} // namespace

ScaleSlider::ScaleSlider(const QString& name, QWidget* parent)
    : QWidget(parent), m_name(name), m_clear(new QToolButton(this)) {
    installScaleSliderAccess();
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFont(ui::font(TextRole::Body));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(name);
    m_clear->setAutoRaise(true);
    m_clear->setIcon(icon(IconName::Close, &Tokens::inkSoft));
    m_clear->setIconSize({14, 14});
    m_clear->setFocusPolicy(Qt::NoFocus); // Delete does the same by keyboard
    m_clear->setToolTip(tr("Not set"));
    m_clear->setAccessibleName(tr("Unset %1").arg(name));
    connect(m_clear, &QToolButton::clicked, this, &ScaleSlider::clear);
    describe();
}

void ScaleSlider::setEndLabels(const QString& low, const QString& high) {
    m_low = low;
    m_high = high;
    describe();
    updateGeometry();
    update();
}

void ScaleSlider::setValue(std::optional<int> value) {
    if (value)
        value = std::clamp(*value, lowest, highest);
    if (value == m_value)
        return;
    m_value = value;
    describe();
    update();
    QAccessibleValueChangeEvent event(this, m_value.value_or(lowest));
    QAccessible::updateAccessibility(&event);
    Q_EMIT valueChanged(m_value);
}

QString ScaleSlider::valueText() const {
    return m_value ? QString::number(*m_value) : tr("not set");
}

void ScaleSlider::describe() {
    const QString ends = m_low.isEmpty() ? QString() : tr("0 is %1, 10 is %2.").arg(m_low, m_high);
    setAccessibleDescription(tr("%1. %2").arg(valueText(), ends).trimmed());
    m_clear->setVisible(m_value.has_value());
}

// --- Where things are
// --------------------------------------------------------------------------------

QSize ScaleSlider::sizeHint() const {
    const int ends = m_low.isEmpty() ? 0 : QFontMetrics(ui::font(TextRole::Caption)).height();
    return {260, fontMetrics().height() + knob + 2 * labelGap + ends};
}

QSize ScaleSlider::minimumSizeHint() const {
    return {180, sizeHint().height()};
}

QRect ScaleSlider::track() const {
    const int top = fontMetrics().height() + labelGap;
    return QRect(knob / 2, top, std::max(1, width() - knob), knob);
}

double ScaleSlider::positionOf(int value) const {
    const QRect t = track();
    const double share = double(value - lowest) / (highest - lowest);
    return layoutDirection() == Qt::RightToLeft ? t.right() + 1 - share * t.width()
                                                : t.left() + share * t.width();
}

int ScaleSlider::valueAt(double x) const {
    const QRect t = track();
    double share = (x - t.left()) / t.width();
    if (layoutDirection() == Qt::RightToLeft)
        share = 1 - share;
    return std::clamp(int(std::lround(lowest + share * (highest - lowest))), lowest, highest);
}

void ScaleSlider::placeClearButton() {
    const QRect place(width() - clearWidth, 0, clearWidth, fontMetrics().height());
    m_clear->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void ScaleSlider::resizeEvent(QResizeEvent*) {
    placeClearButton();
}

void ScaleSlider::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange)
        placeClearButton();
    QWidget::changeEvent(event);
}

// --- By hand
// -----------------------------------------------------------------------------------------

void ScaleSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton &&
        track().adjusted(-knob, -labelGap, knob, labelGap).contains(event->pos()))
        setValue(valueAt(event->position().x()));
}

void ScaleSlider::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() & Qt::LeftButton)
        setValue(valueAt(event->position().x()));
}

// From unset, the first step goes to the middle: neither end is suggested.
void ScaleSlider::step(int by) {
    setValue(m_value ? *m_value + by : (lowest + highest) / 2);
}

void ScaleSlider::keyPressEvent(QKeyEvent* event) {
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const int key = event->key();
    if (key == Qt::Key_Up || key == (rtl ? Qt::Key_Left : Qt::Key_Right))
        step(1);
    else if (key == Qt::Key_Down || key == (rtl ? Qt::Key_Right : Qt::Key_Left))
        step(-1);
    else if (key == Qt::Key_Home)
        setValue(lowest);
    else if (key == Qt::Key_End)
        setValue(highest);
    else if (key == Qt::Key_Delete || key == Qt::Key_Backspace)
        clear();
    else if (key >= Qt::Key_0 && key <= Qt::Key_9 && event->modifiers() == Qt::NoModifier)
        setValue(m_value == 1 && key == Qt::Key_0 ? 10 : key - Qt::Key_0); // 1, then 0: ten
    else
        QWidget::keyPressEvent(event);
}

// --- Painting
// ----------------------------------------------------------------------------------------

void ScaleSlider::paintTrack(QPainter& painter) const {
    const Tokens& t = tokensOf(this);
    const QRect place = track();
    const double y = place.center().y() + 0.5;
    const QRectF whole(place.left(), y - groove / 2.0, place.width(), groove);
    paintBox(painter, whole, groove / 2.0, mix(t.surface, t.fieldBorder, 0.35), {});
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.fieldBorder);
    for (int value = lowest; value <= highest; ++value)
        painter.drawEllipse(QPointF(positionOf(value), y), 1.5, 1.5);
    if (!m_value)
        return;
    const QColor color = t.you;
    const double x = positionOf(*m_value);
    const double from = positionOf(lowest);
    paintBox(painter,
             QRectF(QPointF(std::min(from, x), y - groove / 2.0),
                    QPointF(std::max(from, x), y + groove / 2.0)),
             groove / 2.0, color, {});
    painter.setPen(QPen(t.surface, 2));
    painter.setBrush(color);
    painter.drawEllipse(QPointF(x, y), knob / 2.0 - 1, knob / 2.0 - 1);
}

void ScaleSlider::paintTexts(QPainter& painter) const {
    const Tokens& t = tokensOf(this);
    const auto direction = layoutDirection();
    const int line = fontMetrics().height();
    const int endOfLine = width() - clearWidth;
    painter.setFont(font());
    painter.setPen(t.ink);
    const int value = std::max(valueWidth, fontMetrics().horizontalAdvance(valueText()));
    const QRect nameRect(0, 0, endOfLine - value, line);
    painter.drawText(QStyle::visualRect(direction, rect(), nameRect),
                     int(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignVCenter),
                     m_name);
    painter.setPen(m_value ? t.ink : t.inkSoft);
    if (m_value)
        painter.setFont(ui::font(TextRole::BodyStrong));
    const QRect valueRect(endOfLine - value, 0, value, line);
    const int shift = m_value ? 0 : clearWidth; // no button to leave room for
    painter.drawText(QStyle::visualRect(direction, rect(), valueRect.translated(shift, 0)),
                     int(QStyle::visualAlignment(direction, Qt::AlignRight) | Qt::AlignVCenter),
                     valueText());
    painter.setFont(ui::font(TextRole::Caption));
    painter.setPen(t.inkSoft);
    const QRect ends(0, track().bottom() + labelGap, width(), painter.fontMetrics().height());
    painter.drawText(ends, int(QStyle::visualAlignment(direction, Qt::AlignLeft)), m_low);
    painter.drawText(ends, int(QStyle::visualAlignment(direction, Qt::AlignRight)), m_high);
}

void ScaleSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintTrack(painter);
    paintTexts(painter);
}

} // namespace mend::ui
