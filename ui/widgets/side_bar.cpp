#include "ui/widgets/side_bar.h"

#include "ui/theme/control_painter.h"
#include "ui/theme/fills.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/side_bar_access.h"

#include <QAccessible>
#include <QEvent>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace mend::ui {

namespace {

constexpr int itemHeight = 40; // Pixels.
constexpr int dotRadius = 4;   // Pixels.
constexpr int brandIcon = 28;  // Pixels.
constexpr int markLeft = space::two + space::half;

int wordsLeft() {
    return markLeft + ui::iconSize + space::oneHalf;
}

// The bowl and the name; without text when narrow.
class Brand : public QWidget {
public:
    explicit Brand(QWidget* parent) : QWidget(parent) {
        setFixedHeight(space::six);
        setAccessibleName(QStringLiteral("Mend"));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const bool compact = width() < SideBar::wide;
        QRect mark(compact ? (width() - brandIcon) / 2 : space::two, (height() - brandIcon) / 2,
                   brandIcon, brandIcon);
        mark = QStyle::visualRect(layoutDirection(), rect(), mark);
        appIcon().paint(&painter, mark);
        if (compact)
            return;
        painter.setFont(ui::font(TextRole::Section));
        painter.setPen(tokensOf(this).ink);
        const QRect name(space::two + brandIcon + space::one, 0, width(), height());
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), name),
                         Qt::AlignVCenter | Qt::AlignLeft, QStringLiteral("Mend"));
    }
};

class Rule : public QWidget {
public:
    explicit Rule(QWidget* parent) : QWidget(parent) { setFixedHeight(space::two + 1); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(QRect(space::two, height() / 2, width() - 2 * space::two, 1),
                         tokensOf(this).line);
    }
};

} // namespace

// --- Item
// --------------------------------------------------------------------------------------------

SideBarItem::SideBarItem(IconName icon, const QString& text, Kind kind, QWidget* parent)
    : QPushButton(text, parent), m_icon(icon) {
    setCheckable(kind == Kind::Page); // before anybody asks how it reads
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setFont(ui::font(TextRole::Body));
    setPaintsOwnFocus(this); // around it there is no room
    setFocusPolicy(Qt::TabFocus);
    describe();
}

void SideBarItem::setCompact(bool compact) {
    m_compact = compact;
    setToolTip(compact ? text() : QString());
    updateGeometry();
    update();
}

void SideBarItem::setDot(bool dot, const QString& meaning) {
    m_dot = dot;
    m_meaning = meaning;
    describe();
    update();
}

void SideBarItem::describe() {
    setAccessibleName(text());
    setAccessibleDescription(m_dot ? m_meaning : QString());
}

QSize SideBarItem::sizeHint() const {
    if (m_compact)
        return {SideBar::narrow, itemHeight};
    const QFontMetrics metrics(ui::font(TextRole::BodyStrong));
    return {wordsLeft() + metrics.horizontalAdvance(text()) + space::three,
            std::max(itemHeight, metrics.height() + space::two)};
}

void SideBarItem::focusInEvent(QFocusEvent* event) {
    const auto reason = event->reason();
    if (reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason)
        m_byKeyboard = reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason;
    QPushButton::focusInEvent(event);
}

void SideBarItem::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokensOf(this);
    const QRect box = rect().adjusted(space::one, space::hair, -space::one, -space::hair);
    if (isChecked() || isDown())
        paintBox(painter, box, radius::control, t.youSoft, {});
    else if (underMouse())
        paintBox(painter, box, radius::control, sideBarUnderPointer(t), {});
    if (hasFocus() && m_byKeyboard)
        paintFocusRing(painter, box, t);
    const QColor color = isChecked() ? t.you : t.inkSoft;
    const int left = m_compact ? (width() - ui::iconSize) / 2 : markLeft;
    QRect mark(left, (height() - ui::iconSize) / 2, ui::iconSize, ui::iconSize);
    mark = QStyle::visualRect(layoutDirection(), rect(), mark);
    paintIcon(painter, mark, m_icon, color);
    if (m_dot) {
        painter.setPen(QPen(t.paper, 2));
        painter.setBrush(t.gold);
        painter.drawEllipse(QPointF(mark.topRight()) + QPointF(0, 2), dotRadius, dotRadius);
    }
    if (m_compact)
        return;
    painter.setFont(isChecked() ? ui::font(TextRole::BodyStrong) : font());
    painter.setPen(isChecked() ? t.you : t.ink);
    const QRect words(wordsLeft(), 0, width() - wordsLeft() - space::one, height());
    const auto aligned = QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), words),
                     int(aligned | Qt::AlignVCenter), text());
}

// --- Bar
// ---------------------------------------------------------------------------------------------

SideBar::SideBar(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
    installSideBarAccess();
    setAccessibleName(tr("Pages"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_column->setContentsMargins(0, space::one, 0, space::two);
    m_column->setSpacing(0);
    buildBrand();
}

void SideBar::buildBrand() {
    m_brand = new Brand(this);
    m_column->addWidget(m_brand);
    m_column->addSpacing(space::one);
}

SideBarItem* SideBar::addItem(const QString& id, IconName icon, const QString& text, Item kind) {
    auto* button = new SideBarItem(icon, text, kind, this);
    button->setObjectName(id);
    button->installEventFilter(this);
    button->setCompact(m_compact);
    const auto activate = [this, id, kind] {
        if (kind == Item::Page)
            setCurrent(m_current); // the window decides, and says so by setCurrent()
        Q_EMIT activated(id);
    };
    connect(button, &QPushButton::clicked, this, activate);
    m_column->addWidget(button);
    m_entries.append({id, button, kind});
    arrange();
    return button;
}

void SideBar::addSeparator() {
    m_column->addStretch(1);
    m_column->addWidget(new Rule(this));
}

void SideBar::setCurrent(const QString& id) {
    m_current = id;
    for (const Entry& entry : std::as_const(m_entries)) {
        const QSignalBlocker silence(entry.button);
        const bool selects = entry.kind == Item::Page && entry.id == id;
        if (entry.button->isChecked() == selects)
            continue;
        entry.button->setChecked(selects);
        QAccessible::State state;
        state.selected = true;
        QAccessibleStateChangeEvent event(entry.button, state);
        QAccessible::updateAccessibility(&event);
    }
}

void SideBar::setDot(const QString& id, bool dot, const QString& meaning) {
    if (SideBarItem* found = item(id))
        found->setDot(dot, meaning);
}

SideBarItem* SideBar::item(const QString& id) const {
    for (const Entry& entry : m_entries)
        if (entry.id == id)
            return entry.button;
    return nullptr;
}

QSize SideBar::sizeHint() const {
    return {m_compact ? narrow : neededWidth(), QWidget::sizeHint().height()};
}

bool SideBar::event(QEvent* event) {
    const auto type = event->type();
    if (type == QEvent::Show || type == QEvent::ParentChange || type == QEvent::Polish)
        followWindow();
    return QWidget::event(event);
}

void SideBar::followWindow() {
    if (m_window == window())
        return;
    if (m_window)
        m_window->removeEventFilter(this);
    m_window = window();
    m_window->installEventFilter(this);
    arrange();
}

// Of the longest text, in large letters or another language.
int SideBar::neededWidth() const {
    int needed = wide;
    const QFontMetrics metrics(ui::font(TextRole::BodyStrong));
    for (const Entry& entry : m_entries)
        needed = std::max(needed, wordsLeft() + metrics.horizontalAdvance(entry.button->text()) +
                                      space::three);
    return needed;
}

void SideBar::arrange() {
    if (m_window)
        setCompact(m_window->width() < breakpoint + neededWidth() - wide);
}

void SideBar::setCompact(bool compact) {
    m_compact = compact;
    for (const Entry& entry : std::as_const(m_entries))
        entry.button->setCompact(compact);
    setFixedWidth(compact ? narrow : neededWidth());
    m_brand->update();
}

bool SideBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_window && event->type() == QEvent::Resize)
        arrange();
    if (event->type() == QEvent::KeyPress && watched != m_window) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            moveFocus(key == Qt::Key_Down ? 1 : -1);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            static_cast<SideBarItem*>(watched)->click();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void SideBar::moveFocus(int by) {
    const auto focused = std::find_if(m_entries.begin(), m_entries.end(),
                                      [](const Entry& entry) { return entry.button->hasFocus(); });
    const int target = int(focused - m_entries.begin()) + by;
    if (focused != m_entries.end() && target >= 0 && target < m_entries.size())
        m_entries[target].button->setFocus(Qt::TabFocusReason);
}

void SideBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    painter.fillRect(rect(), t.paper);
    const QRect edge(width() - 1, 0, 1, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), edge), t.line);
}

} // namespace mend::ui
