#pragma once
// Real vaults in folders of their own, alone or paired over real sockets on this machine.

#include "core/workspace/opening.h"
#include "tests/support/fake_clock.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QTemporaryDir>
#include <QThread>

namespace mend::test {

struct OneWorkspace {
    explicit OneWorkspace(std::optional<Role> role, const QString& name = QStringLiteral("Sam"))
        : opening(folder.filePath(QStringLiteral("vault")), clock, KeyCost::Small) {
        auto made = opening.createNow({name, role, Relation::Partner}, passphrase());
        if (!made)
            qFatal("a vault can't be made here: problem %d", int(made.error()));
        workspace = std::move(made->workspace);
        recoveryCode = made->recoveryCode;
    }
    static QString passphrase() { return QStringLiteral("seven quiet boats at noon"); }

    QTemporaryDir folder;
    FakeClock clock;
    Opening opening;
    QString recoveryCode;
    std::unique_ptr<Workspace> workspace;
};

struct TwoWorkspaces {
    TwoWorkspaces(Role firstRole, Role secondRole)
        : first(firstRole, QStringLiteral("Alex")), second(secondRole, QStringLiteral("Sam")) {}

    // Lets both work until `done`, for at most `seconds`.
    template <class Done>
    bool waitFor(Done done, int seconds = 20) {
        const QDeadlineTimer end(seconds * 1000);
        bool is = done(); // asked once a turn: it may itself begin something
        while (!is && !end.hasExpired()) {
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
            QThread::msleep(2);
            is = done();
        }
        return is;
    }

    bool bothIn(PairingReading::Phase phase) {
        return waitFor([&] {
            return first.workspace->pairing().phase == phase &&
                   second.workspace->pairing().phase == phase;
        });
    }
    // One shows, two types: until both are asked.
    bool ask(BeforePairing before) {
        const QString here = QStringLiteral("127.0.0.1");
        Workspace& a = *first.workspace;
        Workspace& b = *second.workspace;
        for (Workspace* each : {&a, &b})
            each->startSync({here, {}, false});
        if (!waitFor([&] { return a.showCode(before, here).has_value(); }) ||
            !waitFor([&] { return !a.pairing().code.isEmpty(); }))
            return false;
        const PairingReading shown = a.pairing();
        if (!waitFor([&] { return b.enterCode(shown.code, shown.address, before).has_value(); }))
            return false;
        return bothIn(PairingReading::Phase::Asking);
    }
    bool pair(BeforePairing before = BeforePairing::ShareAll) {
        if (!ask(before))
            return false;
        for (OneWorkspace* each : {&first, &second})
            each->workspace->confirmPairing(true);
        return bothIn(PairingReading::Phase::Done) &&
               waitFor([&] { return first.workspace->partner() && second.workspace->partner(); });
    }

    OneWorkspace first;
    OneWorkspace second;
};

} // namespace mend::test
