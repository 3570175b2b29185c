#include "ui/widgets/tag_picker.h"

#include "ui/theme/control_painter.h"
#include "ui/theme/fills.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/flow_layout.h"

#include <QKeyEvent>
#include <QPainter>

namespace mend::ui {

namespace {
constexpr int chipHeight = 32; // Pixels.
constexpr int markSize = 14;   // Pixels of the tick in a chosen chip.
} // namespace

// --- Chip
// --------------------------------------------------------------------------------------------

TagChip::TagChip(const Tag& tag, QWidget* parent) : QCheckBox(tag.text, parent), m_id(tag.id) {
    setFont(ui::font(TextRole::Body));
    setAccessibleName(tag.text);
    setObjectName(QStringLiteral("tag-") + tag.id);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize TagChip::sizeHint() const {
    // Room for the tick is kept, so that choosing moves nothing.
    const int text = fontMetrics().horizontalAdvance(this->text());
    return {text + 2 * space::oneHalf + markSize + space::half,
            std::max(chipHeight, fontMetrics().height() + space::one)};
}

bool TagChip::hitButton(const QPoint& position) const {
    return rect().contains(position);
}

void TagChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokensOf(this);
    const bool chosen = isChecked();
    const QColor fill = chosen ? t.youSoft : (underMouse() ? tagUnderPointer(t) : t.surface);
    paintBox(painter, rect(), height() / 2.0, fill, chosen ? t.you : t.fieldBorder);
    painter.setPen(t.ink);
    QRect room = rect().adjusted(space::oneHalf, 0, -space::oneHalf, 0);
    if (chosen) {
        QRect mark(room.left(), (height() - markSize) / 2, markSize, markSize);
        paintIcon(painter, QStyle::visualRect(layoutDirection(), rect(), mark), IconName::Check,
                  t.you);
        QRect words = room.adjusted(markSize + space::half, 0, 0, 0);
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words), Qt::AlignCenter,
                         text());
        return;
    }
    painter.drawText(room, Qt::AlignCenter, text());
}

// --- Picker
// ------------------------------------------------------------------------------------------

TagPicker::TagPicker(const QString& name, QWidget* parent)
    : QWidget(parent), m_flow(new FlowLayout(this)) {
    setAccessibleName(name);
    // Its hint is one chip a line; as a least height that would leave a page far too long.
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TagPicker::setTags(const QList<Tag>& tags) {
    const QStringList before = selected();
    qDeleteAll(m_chips);
    m_chips.clear();
    for (const Tag& tag : tags) {
        auto* chip = new TagChip(tag, this);
        chip->installEventFilter(this);
        connect(chip, &QCheckBox::toggled, this, [this] { Q_EMIT selectionChanged(selected()); });
        m_flow->addWidget(chip);
        m_chips.append(chip);
    }
    if (!m_chips.isEmpty())
        enterAt(m_chips.first());
    setSelected(before);
}

void TagPicker::setSelected(const QStringList& ids) {
    const QStringList before = selected();
    for (TagChip* chip : std::as_const(m_chips)) {
        const QSignalBlocker quiet(chip);
        chip->setChecked(ids.contains(chip->id()));
        chip->update();
    }
    if (selected() != before)
        Q_EMIT selectionChanged(selected());
}

QStringList TagPicker::selected() const {
    QStringList ids;
    for (const TagChip* chip : m_chips)
        if (chip->isChecked())
            ids << chip->id();
    return ids;
}

// Tab stops once; it comes back to the chip that was left.
void TagPicker::enterAt(TagChip* chip) {
    for (TagChip* each : std::as_const(m_chips))
        each->setFocusPolicy(each == chip ? Qt::StrongFocus : Qt::ClickFocus);
}

bool TagPicker::moveFrom(TagChip* chip, int key) {
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    int by = 0;
    if (key == Qt::Key_Right || key == Qt::Key_Left)
        by = (key == Qt::Key_Right) != rtl ? 1 : -1;
    else if (key == Qt::Key_Down || key == Qt::Key_Up)
        by = key == Qt::Key_Down ? 1 : -1;
    else if (key == Qt::Key_Home || key == Qt::Key_End)
        by = key == Qt::Key_Home ? -int(m_chips.size()) : int(m_chips.size());
    else
        return false;
    const int target = std::clamp(int(m_chips.indexOf(chip)) + by, 0, int(m_chips.size()) - 1);
    enterAt(m_chips[target]);
    m_chips[target]->setFocus(Qt::TabFocusReason);
    return true;
}

bool TagPicker::eventFilter(QObject* watched, QEvent* event) {
    auto* chip = qobject_cast<TagChip*>(watched);
    if (chip && event->type() == QEvent::KeyPress &&
        moveFrom(chip, static_cast<QKeyEvent*>(event)->key()))
        return true;
    if (chip && event->type() == QEvent::FocusIn)
        enterAt(chip);
    return QWidget::eventFilter(watched, event);
}

} // namespace mend::ui
