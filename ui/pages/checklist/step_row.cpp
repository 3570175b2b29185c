#include "ui/pages/checklist/step_row.h"

#include "ui/models/entry_text.h"
#include "ui/theme/fills.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/selectable_access.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>

namespace mend::ui {

namespace {

// Pixels.
constexpr int markSize = 16;
constexpr int textLeft = space::one + markSize + space::oneHalf;
constexpr int usualWidth = 300;
constexpr int longest = 10'000; // No title is as tall.

// The one whose words are open is selected: "checked" would sound like "done".
QAccessibleInterface* makeAccess(const QString&, QObject* object) {
    auto* row = qobject_cast<StepRow*>(object);
    return row ? new SelectableAccess(row, QAccessible::ListItem) : nullptr;
}

void installAccess() {
    static const bool installed = [] {
        QAccessible::installFactory(&makeAccess);
        return true;
    }();
    Q_UNUSED(installed);
}

} // namespace

void paintStepMark(QPainter& painter, const QRectF& rect, StepState state, const Tokens& t) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = rect.adjusted(1, 1, -1, -1);
    const double middle = ring.center().y();
    QPen pen(state == StepState::None ? t.fieldBorder : t.gold, 1.75);
    pen.setCapStyle(Qt::RoundCap);
    pen.setJoinStyle(Qt::RoundJoin);
    if (state == StepState::NotForUs) {
        pen.setColor(t.inkSoft);
        painter.setPen(pen);
        painter.drawLine(QPointF(ring.left() + 2, middle), QPointF(ring.right() - 2, middle));
        painter.restore();
        return;
    }
    painter.setPen(pen);
    painter.setBrush(state == StepState::Done ? QBrush(t.gold) : QBrush(Qt::NoBrush));
    painter.drawEllipse(ring);
    if (state == StepState::Working) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.gold);
        painter.drawPie(ring, 90 * 16, 180 * 16);
    } else if (state == StepState::Done) {
        pen.setColor(t.surface);
        painter.setPen(pen);
        const double w = ring.width();
        painter.drawPolyline(QPolygonF({QPointF(ring.left() + 0.27 * w, middle + 0.02 * w),
                                        QPointF(ring.left() + 0.44 * w, middle + 0.19 * w),
                                        QPointF(ring.left() + 0.75 * w, middle - 0.19 * w)}));
    }
    painter.restore();
}

StepRow::StepRow(const QString& id, const QString& title, QWidget* parent)
    : QPushButton(parent), m_id(id), m_title(title) {
    installAccess();
    setObjectName(QStringLiteral("step_") + id);
    setCheckable(true);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setStepState(m_state);
}

void StepRow::setStepState(StepState state) {
    m_state = state;
    setAccessibleName(tr("%1, %2").arg(m_title, stepStateWord(state)));
    updateGeometry();
    update();
}

QRect StepRow::titleRect(int width) const {
    const QRect room(textLeft, space::one, std::max(60, width - textLeft - space::oneHalf),
                     longest);
    return QFontMetrics(ui::font(TextRole::Body)).boundingRect(room, Qt::TextWordWrap, m_title);
}

int StepRow::captionHeight() const {
    return m_state == StepState::None ? 0 : QFontMetrics(ui::font(TextRole::Caption)).height();
}

int StepRow::heightForWidth(int width) const {
    return std::max(controlHeight, titleRect(width).height() + captionHeight() + 2 * space::one);
}

QSize StepRow::sizeHint() const {
    return {usualWidth, heightForWidth(width() > textLeft ? width() : usualWidth)};
}

QSize StepRow::minimumSizeHint() const {
    return {usualWidth / 2, controlHeight};
}

void StepRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokensOf(this);
    if (isChecked() || underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(isChecked() ? t.youSoft : rowUnderPointer(t));
        painter.drawRoundedRect(rect(), radius::control, radius::control);
    }
    const bool aside = m_state == StepState::NotForUs;
    const QRect title = titleRect(width());
    const QRect words(textLeft, space::one, width() - textLeft - space::oneHalf, title.height());
    const auto mirrored = [this](const QRect& r) {
        return QStyle::visualRect(layoutDirection(), rect(), r);
    };
    const int markTop =
        space::one + (QFontMetrics(ui::font(TextRole::Body)).height() - markSize) / 2;
    paintStepMark(painter, mirrored({space::one, markTop, markSize, markSize}), m_state, t);
    painter.setFont(ui::font(TextRole::Body));
    painter.setPen(aside ? t.inkSoft : t.ink);
    const int align = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignTop));
    painter.drawText(mirrored(words), align | Qt::TextWordWrap, m_title);
    if (m_state == StepState::None)
        return;
    painter.setFont(ui::font(TextRole::Caption));
    painter.setPen(aside || m_state == StepState::None ? t.inkSoft : t.goldInk);
    const QRect caption(words.left(), words.bottom() + 1, words.width(), captionHeight());
    painter.drawText(mirrored(caption), align, stepStateWord(m_state));
}

} // namespace mend::ui
