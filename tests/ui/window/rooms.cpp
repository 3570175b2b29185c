// Every page in one window, as pictures, to be looked at: of a vault that was just made and of the
// demo's, at a size, scale and direction of one's own. ui_rooms DIR [WIDTHxHEIGHT] [rtl] [dark];
// the scale is QT_SCALE_FACTOR. Built only when asked for.

#include "app/demo/history.h"
#include "core/crypto/process.h"
#include "core/crypto/system_random.h"
#include "core/workspace/opening.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/theme/theme.h"
#include "ui/window/help_page.h"
#include "ui/window/main_window.h"
#include "ui/window/navigation.h"
#include "ui/window/session.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <cstdio>

using namespace mend;

namespace {

constexpr int settleMs = 250; // What pages still do after they are shown.
const QString passphrase = QStringLiteral("seven quiet boats at noon");

void settle() {
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < settleMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
}

class Rooms {
public:
    Rooms(QString folder, QSize size, ui::Theme& theme, const guide::Guide& texts,
          const Clock& clock)
        : m_folder(std::move(folder)), m_size(size), m_theme(theme), m_texts(texts), m_clock(clock),
          m_look(theme.lookChoice()) {}

    void gate(QWidget* page, const QString& name) {
        ui::MainWindow window(m_texts);
        window.setGate(page);
        take(window, *page, name);
        // Welcome, step by step.
        auto* next = page->findChild<QPushButton*>(QStringLiteral("next"));
        for (int step = 2; next && next->isEnabled() && next->isVisible() && step < 6; ++step) {
            next->click();
            take(window, *page, name + QString::number(step));
        }
    }

    void everyPage(std::unique_ptr<Workspace> workspace, const QString& who) {
        ui::MainWindow window(m_texts);
        const NetworkChoice nobody{QStringLiteral("127.0.0.1"), {}, false};
        ui::Session session(std::move(workspace),
                            {window, m_theme, m_texts, m_clock, nobody, QStringLiteral("~/mend")});
        for (const QString& id : window.navigation()->pages()) {
            session.showPage(id);
            m_theme.choose(m_look); // the vault has one of its own
            take(window, *window.navigation()->page(id), who + u'-' + id);
        }
    }

private:
    // From the top, then every further windowful of what scrolls.
    void take(ui::MainWindow& window, QWidget& page, const QString& name) {
        window.resize(m_size);
        window.show();
        settle();
        QScrollBar* bar = nullptr;
        for (auto* area : page.findChildren<QScrollArea*>())
            if (area->isVisible() && area->verticalScrollBar()->maximum() > 0 && !bar)
                bar = area->verticalScrollBar();
        for (int part = 0; part < 8; ++part) {
            if (bar)
                bar->setValue(part * bar->pageStep());
            settle();
            window.grab().save(QStringLiteral("%1/%2-%3.png").arg(m_folder, name).arg(part));
            if (!bar || bar->value() == bar->maximum())
                break;
        }
    }

    QString m_folder;
    QSize m_size;
    ui::Theme& m_theme;
    const guide::Guide& m_texts;
    const Clock& m_clock;
    const ui::LookChoice m_look;
};

QSize sizeIn(const QStringList& arguments) {
    for (const QString& each : arguments)
        if (const QStringList parts = each.split(u'x');
            parts.size() == 2 && parts[0].toInt() > 0 && parts[1].toInt() > 0)
            return {parts[0].toInt(), parts[1].toInt()};
    return {720, 520};
}

} // namespace

int main(int argc, char** argv) {
    if (!crypto::initialise())
        return 1;
    QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString folder = arguments.value(1);
    const auto files = guide::readFiles(QStringLiteral(":/guide/en"));
    if (folder.isEmpty() || !QDir().mkpath(folder) || !files) {
        std::fprintf(stderr, "ui_rooms DIR [WIDTHxHEIGHT] [rtl] [dark]\n");
        return 2;
    }
    if (arguments.contains(QStringLiteral("rtl")))
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    ui::Theme theme(app);
    theme.choose(ui::MotionChoice::Off);
    theme.choose(arguments.contains(QStringLiteral("dark")) ? ui::LookChoice::Dark
                                                            : ui::LookChoice::Light);
    const guide::Guide texts = *guide::Guide::load(*files);
    DemoClock clock(*Day::fromIso(u"2026-11-22"));
    const QTemporaryDir vaults;
    const auto in = [&](const char* name) { return vaults.filePath(QLatin1String(name)); };
    crypto::SystemRandom random;
    Rooms rooms(folder, sizeIn(arguments), theme, texts, clock);
    rooms.gate(new ui::WelcomePage, QStringLiteral("gate-welcome"));
    rooms.gate(new ui::UnlockPage, QStringLiteral("gate-unlock"));
    Opening fresh(in("fresh"), clock, KeyCost::Small);
    auto made = fresh.createNow({QStringLiteral("Sam"), std::nullopt}, passphrase);
    if (!made)
        return 1;
    rooms.everyPage(std::move(made->workspace), QStringLiteral("fresh"));
    if (!writeHistory({in("hurt"), in("betrayer"), passphrase, clock.today()}, clock, random))
        return 1;
    for (const char* who : {"hurt", "betrayer"}) {
        Opening opening(in(who), clock, KeyCost::Small);
        rooms.everyPage(std::move(*opening.unlockNow(passphrase)), QLatin1String(who));
    }
    return 0;
}
