#include "app/desktop/demo.h"

#include "app/demo/history.h"
#include "app/desktop/wiring.h"
#include "core/crypto/system_random.h"

#include <QTcpServer>
#include <QTemporaryDir>
#include <cstdio>

namespace mend::desktop {

namespace {

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
    desktop->enter(std::move(*workspace));
    return desktop;
}

} // namespace

int runDemo(QApplication& app, ui::Theme& theme, const guide::Guide& guide) {
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
    int open = 2;
    for (Desktop* desktop : {sam.get(), alex.get()}) {
        QObject::connect(desktop, &Desktop::ended, &app, [&] {
            if (--open == 0)
                app.quit();
        });
        desktop->show();
    }
    return app.exec();
}

} // namespace mend::desktop
