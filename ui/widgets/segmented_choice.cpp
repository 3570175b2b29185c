#include "ui/widgets/segmented_choice.h"

#include "ui/theme/fills.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QButtonGroup>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QSignalBlocker>
#include <QStyleOptionButton>
#include <algorithm>

namespace mend::ui {
namespace {

constexpr int padding = 14;   // Pixels on each side of a segment's text.
constexpr int narrowest = 56; // Pixels.

// Which end of a segment is round: the left one, or the upper one of those below each other.
struct Ends {
    bool first;
    bool last;
};

QPainterPath outlineOf(const QRectF& rect, Ends round, bool stacked) {
    const double x = stacked ? 0 : rect.width() / 2;
    const double y = stacked ? rect.height() / 2 : 0;
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(rect, radius::control, radius::control);
    if (!round.first)
        path.addRect(rect.adjusted(0, 0, -x, -y));
    if (!round.last)
        path.addRect(rect.adjusted(x, y, 0, 0));
    return path.simplified();
}

QPen edgeOf(bool enabled, bool chosen, const Tokens& t) {
    const QColor border = chosen ? t.you : t.fieldBorder;
    return QPen(enabled ? border : mix(t.surface, border, 0.45), 1);
}

QColor fillOf(const QStyleOptionButton& option, bool chosen, const Tokens& t) {
    const QColor base = chosen ? t.youSoft : t.surface;
    if (!(option.state & QStyle::State_Enabled))
        return chosen ? mix(t.surface, t.youSoft, 0.6) : t.surface;
    if (option.state & QStyle::State_Sunken)
        return touched(base, chosen ? Touch::Over : Touch::Down, t); // the words stay readable
    return touched(base, option.state & QStyle::State_MouseOver ? Touch::Over : Touch::None, t);
}

bool same(const QList<Choice>& a, const QList<Choice>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Choice& x, const Choice& y) {
        return x.id == y.id && x.text == y.text;
    });
}

} // namespace

Segment::Segment(const QString& text, QWidget* parent) : QRadioButton(text, parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    // The line between two segments moves with the choice.
    connect(this, &QAbstractButton::toggled, this, [this] {
        parentWidget()->update();
        keepTabStop();
    });
}

QSize Segment::sizeHint() const {
    const QFontMetrics metrics(font());
    const int width = metrics.size(Qt::TextShowMnemonic, text()).width() + 2 * padding;
    return {std::max(narrowest, width), std::max(controlHeight, metrics.height() + 16)};
}

void Segment::setPlace(bool first, const Segment* next) {
    m_first = first;
    m_next = next;
    update();
}

void Segment::setStacked(bool stacked) {
    m_stacked = stacked;
    update();
}

// Edges towards a neighbour lie outside; the one to the next is drawn by itself, once for both.
void Segment::paintOutline(QPainter& painter) const {
    const bool mirrored = !m_stacked && layoutDirection() == Qt::RightToLeft;
    const Ends round = mirrored ? Ends{!m_next, m_first} : Ends{m_first, !m_next};
    const double first = round.first ? 0.5 : -1.5;
    const double last = round.last ? -0.5 : 1.5;
    const QRectF place = m_stacked ? QRectF(rect()).adjusted(0.5, first, -0.5, last)
                                   : QRectF(rect()).adjusted(first, 0.5, last, -0.5);
    painter.drawPath(outlineOf(place, round, m_stacked));
}

void Segment::paintLineToNext(QPainter& painter) const {
    const QRectF place = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (m_stacked)
        painter.drawLine(place.bottomLeft(), place.bottomRight());
    else if (layoutDirection() == Qt::RightToLeft)
        painter.drawLine(place.topLeft(), place.bottomLeft());
    else
        painter.drawLine(place.topRight(), place.bottomRight());
}

void Segment::paintEvent(QPaintEvent*) {
    QStyleOptionButton option;
    initStyleOption(&option);
    const Tokens& t = tokensOf(this);
    const bool enabled = isEnabled();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(edgeOf(enabled, isChecked(), t));
    painter.setBrush(fillOf(option, isChecked(), t));
    paintOutline(painter);
    if (m_next) {
        painter.setPen(edgeOf(enabled, isChecked() || m_next->isChecked(), t));
        paintLineToNext(painter);
    }
    const QColor ink = isChecked() ? t.you : t.ink;
    painter.setPen(enabled ? ink : mix(t.surface, ink, 0.45));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextShowMnemonic, text());
}

// QRadioButton's arrows choose on their way.
void Segment::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else if (!goBy(event->key()))
        QRadioButton::keyPressEvent(event);
}

bool Segment::goBy(int key) {
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    int step = 0;
    if (key == Qt::Key_Down || key == (mirrored ? Qt::Key_Left : Qt::Key_Right))
        step = 1;
    else if (key == Qt::Key_Up || key == (mirrored ? Qt::Key_Right : Qt::Key_Left))
        step = -1;
    if (step == 0)
        return false;
    if (QAbstractButton* next = group()->button(group()->id(this) + step))
        next->setFocus(Qt::TabFocusReason);
    return true;
}

// Tab stops once at all of them: where the focus is, else at the chosen, else at the first.
void Segment::keepTabStop() {
    if (!group())
        return;
    const auto all = group()->buttons();
    const auto focused = std::find_if(all.begin(), all.end(),
                                      [](const QAbstractButton* each) { return each->hasFocus(); });
    const QAbstractButton* chosen = group()->checkedButton();
    const QAbstractButton* stop = focused != all.end() ? *focused
                                  : chosen             ? chosen
                                                       : group()->button(0);
    for (QAbstractButton* each : all)
        each->setFocusPolicy(each == stop ? Qt::StrongFocus : Qt::ClickFocus);
}

void Segment::focusInEvent(QFocusEvent* event) {
    QRadioButton::focusInEvent(event);
    keepTabStop();
}

void Segment::focusOutEvent(QFocusEvent* event) {
    QRadioButton::focusOutEvent(event);
    keepTabStop();
}

bool Segment::hitButton(const QPoint& position) const {
    return rect().contains(position);
}

SegmentedChoice::SegmentedChoice(const QString& name, QWidget* parent)
    : QWidget(parent), m_line(new QBoxLayout(QBoxLayout::LeftToRight, this)),
      m_group(new QButtonGroup(this)) {
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(0); // neighbours share their edge (Segment::paintEvent)
    // Toggled, not clicked: a screen reader toggles.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool on) {
        if (on)
            Q_EMIT choiceMade(m_choices.at(index).id);
    });
}

void SegmentedChoice::setName(const QString& name) {
    if (name == accessibleName())
        return;
    setAccessibleName(name);
    for (QAbstractButton* segment : m_group->buttons())
        segment->setAccessibleDescription(name);
}

void SegmentedChoice::setChoices(const QList<Choice>& choices) {
    if (same(choices, m_choices))
        return;
    for (QAbstractButton* old : m_group->buttons()) {
        m_group->removeButton(old);
        m_line->removeWidget(old);
        old->hide();
        old->setParent(nullptr);
        old->deleteLater(); // It may be the one that was just clicked.
    }
    m_choices = choices;
    for (int i = 0; i < choices.size(); ++i) {
        auto* segment = new Segment(choices.at(i).text, this);
        segment->setAccessibleDescription(accessibleName());
        m_group->addButton(segment, i);
        m_line->addWidget(segment);
        segment->setPlace(i == 0, nullptr);
        if (i > 0)
            static_cast<Segment*>(m_group->button(i - 1))->setPlace(i == 1, segment);
        segment->keepTabStop();
    }
    arrange();
}

QSize SegmentedChoice::sizeHint() const {
    int beside = 0;
    for (const QAbstractButton* segment : m_group->buttons())
        beside += segment->sizeHint().width();
    return {beside, m_line->sizeHint().height()};
}

QSize SegmentedChoice::minimumSizeHint() const {
    int widest = 0;
    for (const QAbstractButton* segment : m_group->buttons())
        widest = std::max(widest, segment->sizeHint().width());
    return {widest, m_line->sizeHint().height()};
}

void SegmentedChoice::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

// Also when the letters became larger.
bool SegmentedChoice::event(QEvent* event) {
    const bool result = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return result;
}

// Before the first layout its width says nothing.
void SegmentedChoice::arrange() {
    const bool stacked = testAttribute(Qt::WA_Resized) && width() < sizeHint().width();
    const auto direction = stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight;
    for (QAbstractButton* segment : m_group->buttons())
        static_cast<Segment*>(segment)->setStacked(stacked);
    if (m_line->direction() == direction)
        return;
    m_line->setDirection(direction);
    updateGeometry();
}

QString SegmentedChoice::chosen() const {
    const int index = m_group->checkedId();
    return index < 0 ? QString() : m_choices.at(index).id;
}

void SegmentedChoice::setChosen(const QString& id) {
    const QSignalBlocker silence(m_group);
    const auto found = std::find_if(m_choices.begin(), m_choices.end(),
                                    [&id](const Choice& choice) { return choice.id == id; });
    if (found != m_choices.end() && !id.isEmpty()) {
        m_group->button(int(found - m_choices.begin()))->setChecked(true);
        return;
    }
    // An exclusive group never lets go of its last choice.
    m_group->setExclusive(false);
    if (QAbstractButton* checked = m_group->checkedButton())
        checked->setChecked(false);
    m_group->setExclusive(true);
}

} // namespace mend::ui
