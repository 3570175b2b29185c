#include "ui/window/main_window.h"

#include "ui/pages/safety/safety_page.h"
#include "ui/theme/icons.h"
#include "ui/widgets/tab_stops.h"
#include "ui/window/help_page.h"
#include "ui/window/navigation.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDialog>
#include <QKeyEvent>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mend::ui {

namespace {
constexpr QSize smallest(720, 520);  // Pixels.
constexpr QSize usual(1100, 760);    // Pixels. Two columns fit.
constexpr QSize aboveSize(640, 560); // Pixels. Fits the smallest window.

const QKeySequence lockKeys(Qt::CTRL | Qt::Key_L);
const QKeySequence hideKeys(Qt::CTRL | Qt::SHIFT | Qt::Key_H);
const QKeySequence safetyKeys(Qt::Key_F2);
} // namespace

MainWindow::MainWindow(const guide::Guide& guide, QWidget* parent)
    : QWidget(parent), m_guide(guide), m_stack(new QStackedWidget) {
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(QStringLiteral("Mend"));
    setWindowIcon(appIcon());
    setMinimumSize(smallest);
    resize(usual);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    addShortcuts();
    QCoreApplication::instance()->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* now) { bringIntoSight(now); });
}

MainWindow::~MainWindow() = default;

void MainWindow::addShortcuts() {
    const auto add = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    add(Qt::Key_F1, [this] { showHelp(); });
    add(safetyKeys, [this] { showSafety(); });
    add(lockKeys, [this] { Q_EMIT lockAsked(); });
    add(hideKeys, [this] { Q_EMIT hideAsked(); });
}

void MainWindow::setGate(QWidget* gate) {
    QWidget* before = m_gate;
    m_gate = gate;
    if (gate)
        m_stack->addWidget(gate);
    if (gate && !m_navigation)
        m_stack->setCurrentWidget(gate);
    if (before)
        before->deleteLater();
}

void MainWindow::setNavigation(Navigation* navigation) {
    // Help stands above what is locked away, so it goes, too.
    delete m_help;
    delete m_navigation;
    m_navigation = navigation;
    if (!navigation) {
        if (m_gate)
            m_stack->setCurrentWidget(m_gate);
        return;
    }
    m_stack->addWidget(navigation);
    m_stack->setCurrentWidget(navigation);
    navigation->focusPage();
    connect(navigation, &Navigation::commanded, this, &MainWindow::onCommand);
}

void MainWindow::onCommand(const QString& id) {
    if (id == QLatin1String("lock"))
        Q_EMIT lockAsked();
    else if (id == QLatin1String("hide"))
        Q_EMIT hideAsked();
}

void MainWindow::showSafety() {
    if (m_navigation)
        m_navigation->showPage(QStringLiteral("safety"));
    else
        m_stack->setCurrentWidget(safety());
}

SafetyPage* MainWindow::safety() {
    if (!m_safety) {
        m_safety = new SafetyPage(m_guide.safety());
        m_safety->setBackVisible(true);
        m_stack->addWidget(m_safety);
        connect(m_safety, &SafetyPage::backAsked, this, &MainWindow::leaveSafety);
    }
    return m_safety;
}

void MainWindow::leaveSafety() {
    if (m_gate)
        m_stack->setCurrentWidget(m_gate);
}

// --- Keys while a dialogue is in front, or a menu, a list, a calendar: the window hears none then
// ---

bool MainWindow::isAbove(const QWidget* widget) const {
    for (; widget; widget = widget->parentWidget())
        if (widget == this)
            return true;
    return false;
}

bool MainWindow::standsInFront() const {
    const QWidget* popup = QApplication::activePopupWidget();
    const QWidget* front = popup ? popup : QApplication::activeModalWidget();
    return front && front != this && isAbove(front);
}

// Queued: what is in front goes with the lock, and is in its own event just now.
void MainWindow::pressedAbove(const QKeySequence& keys) {
    closePopups();
    if (keys == lockKeys)
        QMetaObject::invokeMethod(this, &MainWindow::lockAsked, Qt::QueuedConnection);
    else if (keys == hideKeys)
        QMetaObject::invokeMethod(this, &MainWindow::hideAsked, Qt::QueuedConnection);
    else if (isAbove(QApplication::activeModalWidget()))
        showSafetyAbove();
    else
        showSafety();
}

// A menu may stand above a menu.
void MainWindow::closePopups() {
    while (QWidget* popup = QApplication::activePopupWidget())
        if (!popup->close())
            return;
}

// What is half written in the dialogue stays behind it.
void MainWindow::showSafetyAbove() {
    auto* above = new QDialog(QApplication::activeModalWidget());
    above->setObjectName(QStringLiteral("safetyAbove"));
    above->setAttribute(Qt::WA_DeleteOnClose);
    above->setWindowTitle(windowTitle());
    above->setAccessibleName(tr("Safety"));
    above->resize(aboveSize);
    auto* page = new SafetyPage(m_guide.safety(), above);
    page->setBackVisible(true);
    connect(page, &SafetyPage::backAsked, above, &QDialog::close);
    auto* column = new QVBoxLayout(above);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(page);
    above->open();
}

// Qt's file dialogue has a shortcut of the same keys as "Hide now". Shortcuts come before the
// press, unless somebody takes it for themselves.
bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    const bool press = event->type() == QEvent::KeyPress;
    if ((press || event->type() == QEvent::ShortcutOverride) && watched->isWidgetType() &&
        standsInFront()) {
        const QKeySequence keys(static_cast<QKeyEvent*>(event)->keyCombination());
        if (keys == lockKeys || keys == hideKeys || keys == safetyKeys) {
            event->accept();
            if (press)
                pressedAbove(keys);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void MainWindow::showHelp() {
    if (!m_help) {
        m_help = new HelpPage(m_guide.marks(), this);
        m_help->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_help->show();
    m_help->raise();
    m_help->activateWindow();
}

void MainWindow::bringUp() {
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

// Nor does Safety stand there for whoever starts Mend next.
void MainWindow::putAway() {
    delete m_help;
    leaveSafety();
    hide();
}

void MainWindow::restorePlace(const QByteArray& geometry) {
    if (!geometry.isEmpty())
        restoreGeometry(geometry);
}

// In the order that is seen.
bool MainWindow::focusNextPrevChild(bool next) {
    QWidget* stop = tabStopBeside(*this, focusWidget(), next);
    if (!stop)
        return false;
    stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

// Whoever gave the focus: Tab, Mend itself, or a screen reader. A press of the mouse is where its
// thing is seen already, and that must not move before it is let go.
void MainWindow::bringIntoSight(QWidget* focus) {
    if (!focus || !isAncestorOf(focus) || QGuiApplication::mouseButtons() != Qt::NoButton)
        return;
    for (QWidget* above = focus->parentWidget(); above; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above))
            area->ensureWidgetVisible(focus);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    event->accept();
    Q_EMIT closed();
}

} // namespace mend::ui
