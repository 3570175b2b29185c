#include "ui/widgets/segmented_choice.h"

#include "ui/theme/fills.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QFontMetrics>
#include <QHBoxLayout>
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

QPainterPath outlineOf(const QRectF& rect, bool roundLeft, bool roundRight) {
    QPainterPath path;
    path.setFillRule(Qt::WindingFill);
    path.addRoundedRect(rect, radius::control, radius::control);
    if (!roundLeft)
        path.addRect(rect.adjusted(0, 0, -rect.width() / 2, 0));
    if (!roundRight)
        path.addRect(rect.adjusted(rect.width() / 2, 0, 0, 0));
    return path.simplified();
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

void Segment::paintEvent(QPaintEvent*) {
    QStyleOptionButton option;
    initStyleOption(&option);
    const Tokens& t = tokensOf(this);
    const bool enabled = isEnabled();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto edge = [&](bool chosen) {
        const QColor border = chosen ? t.you : t.fieldBorder;
        return QPen(enabled ? border : mix(t.surface, border, 0.45), 1);
    };
    const bool roundLeft = mirrored ? !m_next : m_first;
    const bool roundRight = mirrored ? m_first : !m_next;
    painter.setPen(edge(isChecked()));
    painter.setBrush(fillOf(option, isChecked(), t));
    // Edges towards a neighbour lie outside; the one to the next is drawn here, once for both.
    painter.drawPath(outlineOf(
        QRectF(rect()).adjusted(roundLeft ? 0.5 : -1.5, 0.5, roundRight ? -0.5 : 1.5, -0.5),
        roundLeft, roundRight));
    if (m_next) {
        painter.setPen(edge(isChecked() || m_next->isChecked()));
        const double x = mirrored ? 0.5 : width() - 0.5;
        painter.drawLine(QPointF(x, 0.5), QPointF(x, height() - 0.5));
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
    : QWidget(parent), m_line(new QHBoxLayout(this)), m_group(new QButtonGroup(this)) {
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
