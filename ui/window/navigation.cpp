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
#include <algorithm>

namespace mend::ui {

namespace {
constexpr std::size_t numberKeys = 9; // Ctrl+1 … Ctrl+9
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

void Navigation::addPage(const QString& id, const QString& title, IconName icon, MakePage make) {
    m_bar->addItem(id, icon, title);
    m_pages.push_back({id, std::move(make)});
    if (m_pages.size() <= numberKeys)
        addShortcut(id);
    if (m_pages.size() == 1)
        showPage(id);
}

void Navigation::addShortcut(const QString& id) {
    const auto key = Qt::Key(Qt::Key_0 + int(m_pages.size()));
    auto* shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
    connect(shortcut, &QShortcut::activated, this, [this, id] { showPage(id); });
}

void Navigation::addSeparator() {
    m_bar->addSeparator();
}

void Navigation::addCommand(const QString& id, const QString& title, IconName icon) {
    m_bar->addItem(id, icon, title, SideBar::Item::Command);
}

Navigation::Page* Navigation::find(const QString& id) {
    const auto found = std::find_if(m_pages.begin(), m_pages.end(),
                                    [&](const Page& page) { return page.id == id; });
    return found == m_pages.end() ? nullptr : &*found;
}

void Navigation::activate(const QString& id) {
    if (find(id))
        showPage(id);
    else
        Q_EMIT commanded(id);
}

void Navigation::showPage(const QString& id) {
    QWidget* shown = page(id);
    if (!shown)
        return;
    const QWidget* focus = QApplication::focusWidget();
    const bool inBar = focus && m_bar->isAncestorOf(focus);
    const bool fades = shown != m_stack->currentWidget() && Fade::isWanted(*m_stack);
    QPixmap before = fades ? m_stack->grab() : QPixmap();
    m_current = id;
    m_stack->setCurrentWidget(shown);
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
    return m_current;
}

QStringList Navigation::pages() const {
    QStringList ids;
    for (const Page& page : m_pages)
        ids << page.id;
    return ids;
}

QWidget* Navigation::page(const QString& id) {
    Page* page = find(id);
    if (!page)
        return nullptr;
    if (!page->widget) {
        page->widget = page->make();
        m_stack->addWidget(page->widget);
    }
    return page->widget;
}

void Navigation::setTrouble(const QString& sentence) {
    m_trouble->setText(sentence);
    m_troubleLine->setVisible(!sentence.isEmpty());
}

void Navigation::setDot(const QString& id, bool dot, const QString& meaning) {
    m_bar->setDot(id, dot, meaning);
}

} // namespace mend::ui
