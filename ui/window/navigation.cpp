#include "ui/window/navigation.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/fade.h"
#include "ui/widgets/side_bar.h"
#include "ui/widgets/tab_stops.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mend::ui {

namespace {
constexpr int numberKeys = 9; // Ctrl+1 … Ctrl+9
}

Navigation::Navigation(QWidget* parent)
    : QWidget(parent), m_bar(new SideBar), m_troubleLine(new QWidget), m_trouble(new Banner),
      m_stack(new QStackedWidget) {
    setObjectName(QStringLiteral("navigation"));
    m_bar->setAccessibleName(tr("Pages"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    line->addWidget(m_bar);
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_troubleLine);
    column->addWidget(m_stack, 1);
    line->addLayout(column, 1);
    auto* room = new QVBoxLayout(m_troubleLine);
    room->setContentsMargins(space::two, space::two, space::two, 0);
    room->addWidget(m_trouble);
    m_trouble->setObjectName(QStringLiteral("trouble"));
    m_trouble->setKind(Banner::Kind::Attention);
    setTrouble({});
    connect(m_bar, &SideBar::activated, this, &Navigation::activate);
}

void Navigation::addPage(const QString& id, const QString& title, IconName icon, QWidget* page) {
    m_bar->addItem(id, icon, title);
    m_stack->addWidget(page);
    m_ids << id;
    if (m_ids.size() <= numberKeys)
        addShortcut(id);
    if (m_ids.size() == 1)
        showPage(id);
}

void Navigation::addShortcut(const QString& id) {
    const auto key = Qt::Key(Qt::Key_0 + int(m_ids.size()));
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
    connect(shortcut, &QShortcut::activated, this, [this, id] { showPage(id); });
}

void Navigation::addSeparator() {
    m_bar->addSeparator();
}

void Navigation::addCommand(const QString& id, const QString& title, IconName icon) {
    m_bar->addItem(id, icon, title, SideBar::Item::Command);
}

void Navigation::activate(const QString& id) {
    if (m_ids.contains(id))
        showPage(id);
    else
        Q_EMIT commanded(id);
}

void Navigation::showPage(const QString& id) {
    const auto at = m_ids.indexOf(id);
    if (at < 0)
        return;
    const QWidget* focus = QApplication::focusWidget();
    const bool inBar = focus && m_bar->isAncestorOf(focus);
    const bool fades = at != m_stack->currentIndex() && Fade::isWanted(*m_stack);
    QPixmap before = fades ? m_stack->grab() : QPixmap();
    m_stack->setCurrentIndex(int(at));
    if (fades)
        new Fade(*m_stack, std::move(before));
    m_bar->setCurrent(id);
    if (!inBar)
        focusPage();
    Q_EMIT pageShown(id);
}

void Navigation::focusPage() {
    if (QWidget* first = tabStopBeside(*m_stack->currentWidget(), nullptr, true))
        first->setFocus(Qt::OtherFocusReason);
}

QString Navigation::currentPage() const {
    return m_ids.value(m_stack->currentIndex());
}

QWidget* Navigation::page(const QString& id) const {
    return m_stack->widget(int(m_ids.indexOf(id)));
}

void Navigation::setTrouble(const QString& sentence) {
    m_trouble->setText(sentence);
    m_troubleLine->setVisible(!sentence.isEmpty());
}

void Navigation::setDot(const QString& id, bool dot, const QString& meaning) {
    m_bar->setDot(id, dot, meaning);
}

} // namespace mend::ui
