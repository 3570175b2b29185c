#include "app/desktop/demo.h"

#include "app/demo/history.h"
#include "app/desktop/one_instance.h"
#include "app/desktop/wiring.h"
#include "core/crypto/system_random.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTemporaryDir>
#include <cstdio>

namespace mend::desktop {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Demo)
};

constexpr quint16 firstDemoPort = 61200; // Above the ports that the system hands out by itself.
constexpr quint16 lastDemoPort = 61400;

quint16 freePort(quint16 from) {
    for (quint16 port = from; port < lastDemoPort; ++port) {
        QTcpServer probe;
        if (probe.listen(QHostAddress::LocalHost, port))
            return port;
    }
    return 0;
}

QString here(quint16 port) {
    return QStringLiteral("127.0.0.1:%1").arg(port);
}

// A Desktop on one demo vault, open on Today.
std::unique_ptr<Desktop> openDesktop(ui::Theme& theme, const Parts& parts, const QString& folder,
                                     const NetworkChoice& network) {
    auto desktop = std::make_unique<Desktop>(theme, parts, Options{folder, network, true, {}});
    Opening opening(folder, parts.clock, KeyCost::Small);
    auto workspace = opening.unlockNow(QString::fromLatin1(demoPassphrase));
    if (!workspace)
        return nullptr;
    desktop->sayOnUnlock(Words::tr("This is the demo. Its passphrase is \u201c%1\u201d.")
                             .arg(QString::fromLatin1(demoPassphrase)));
    desktop->enter(std::move(*workspace));
    return desktop;
}

// A window that was closed stays so; one that was hidden comes back.
class Windows : public QObject {
public:
    explicit Windows(QApplication& app) : m_app(app) {}
    void add(Desktop& desktop) {
        m_open << &desktop;
        connect(&desktop, &Desktop::ended, this, [this, closed = &desktop] {
            m_open.removeOne(closed);
            if (m_open.isEmpty())
                m_app.quit();
        });
    }
    void show() {
        for (Desktop* desktop : std::as_const(m_open))
            desktop->show();
    }

private:
    QApplication& m_app;
    QList<Desktop*> m_open;
};

} // namespace

int runDemo(QApplication& app, ui::Theme& theme, const guide::Guide& guide) {
    OneInstance one(QStringLiteral("mend --demo")); // its folders are new each time
    if (one.raiseFirst())
        return 0;
    const QTemporaryDir folder;
    const SystemClock clock;
    crypto::SystemRandom random;
    DemoClock past(clock.today());
    const HistoryPlan plan{folder.filePath(QStringLiteral("sam")),
                           folder.filePath(QStringLiteral("alex")),
                           QString::fromLatin1(demoPassphrase), clock.today()};
    if (!writeHistory(plan, past, random)) {
        std::fprintf(
            stderr,
            "The demo could not be written to a temporary folder. Nothing else was touched.\n");
        return 1;
    }
    const quint16 samsPort = freePort(firstDemoPort);
    const quint16 alexPort = freePort(quint16(samsPort + 1));
    const Parts parts{clock, guide, KeyCost::Small};
    const auto sam =
        openDesktop(theme, parts, plan.folderOfHurt, {here(samsPort), {here(alexPort)}, false});
    const auto alex =
        openDesktop(theme, parts, plan.folderOfBetrayer, {here(alexPort), {here(samsPort)}, false});
    if (!sam || !alex)
        return 1;
    Windows windows(app);
    windows.add(*sam);
    windows.add(*alex);
    one.becomeFirst();
    QObject::connect(&one, &OneInstance::raiseAsked, &windows, &Windows::show);
    windows.show();
    return app.exec();
}

} // namespace mend::desktop
