#pragma once
// Runs a SyncService on a thread of its own. Everything here is called from the owner's thread;
// snapshots come back by signal on that thread.

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/crypto/pairing_code.h"
#include "core/sync/transport/trust_store.h"
#include "core/vault/store.h"
#include "core/workspace/states.h"
#include "core/workspace/workspace.h"

#include <QObject>
#include <QThread>
#include <QTimer>
#include <memory>

namespace mend::sync {
class SyncService;
}

namespace mend {

class SyncThread : public QObject {
    Q_OBJECT
public:
    SyncThread(std::shared_ptr<vault::Store> store, const Clock& clock, QObject* parent = nullptr);
    ~SyncThread() override; // ends the conversation and the thread

    // Takes the vault's sync lock. Until it can it reads as Elsewhere, or as Stopped where the disk
    // is the reason.
    void start(const NetworkChoice& network);
    void stop();
    bool isRunning() const { return service_ != nullptr; }
    void trustChanged();
    void localChanged();
    void retryNow();
    void allowMuch();
    void showCode(sync::Before before, const QString& bind, int timeoutSeconds);
    void enterCode(const crypto::PairingCode& code, const QString& peer, sync::Before before,
                   int timeoutSeconds);
    void confirmPairing(bool yes);
    void cancelPairing();

    const SyncReading& reading() const { return reading_; }
    const PairingReading& pairing() const { return pairing_; }

Q_SIGNALS:
    void readingChanged();
    void pairingChanged();
    void stored();
    void paired();

private:
    class Worker;
    void takeLock(const NetworkChoice& network);
    void open(const NetworkChoice& network);
    void read(SyncReading::Phase phase);
    void makeWorker();
    template <class Call>
    void waitFor(Call call);
    template <class Call>
    void onService(Call call);
    void publish(Worker& worker);
    void publishPairing(Worker& worker);

    std::shared_ptr<vault::Store> store_;
    const Clock& clock_;
    std::unique_ptr<Random> random_;
    std::unique_ptr<vault::Store::SyncLock> lock_;
    QTimer again_; // while the lock or a connection to the vault could not be had
    QThread thread_;
    // Live on thread_. These pointers are the owner's thread's alone; what they point to is only
    // touched on thread_, by what is posted to it.
    Worker* worker_ = nullptr;
    sync::SyncService* service_ = nullptr;
    SyncReading reading_;
    PairingReading pairing_;
};

} // namespace mend
