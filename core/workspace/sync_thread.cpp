#include "core/workspace/sync_thread.h"

#include "core/crypto/system_random.h"
#include "core/vault/vault.h"
#include "core/workspace/sync_reading.h"
#include "core/workspace/vault_trust_store.h"

#include <QCoreApplication>
#include <chrono>
#include <functional>
#include <utility>

namespace mend {

using namespace std::chrono_literals;

namespace {

constexpr auto lockAgainAfter = 2s; // Another process that shares is mostly `mend-cli sync --once`.
constexpr auto vaultAgainAfter = 60s;

} // namespace

// What lives on the sync thread, made and unmade there.
class SyncThread::Worker : public QObject {
    bool publishing_ = false;

public:
    Worker(std::unique_ptr<vault::Vault> vault, const Clock& clock, Random& random)
        : store(std::move(vault)), service(store, clock, random) {}

    // Calls `publish` once for all that changes in one turn of the event loop, after it: what was
    // said to the other is on its way by then.
    void publishWith(const std::function<void()>& publish) {
        connect(&service, &sync::SyncService::changed, this, [this, publish] {
            if (std::exchange(publishing_, true))
                return;
            const auto later = [this, publish] {
                publishing_ = false;
                publish();
            };
            QMetaObject::invokeMethod(this, later, Qt::QueuedConnection);
        });
    }

    VaultTrustStore store;
    sync::SyncService service;
};

SyncThread::SyncThread(std::shared_ptr<vault::Store> store, const Clock& clock, QObject* parent)
    : QObject(parent), store_(std::move(store)), clock_(clock),
      random_(std::make_unique<crypto::SystemRandom>()) {
    thread_.setObjectName(QStringLiteral("sync"));
    again_.setSingleShot(true);
}

SyncThread::~SyncThread() {
    stop();
}

void SyncThread::start(const NetworkChoice& network) {
    if (worker_)
        return;
    again_.disconnect();
    connect(&again_, &QTimer::timeout, this, [this, network] { takeLock(network); });
    takeLock(network);
}

void SyncThread::takeLock(const NetworkChoice& network) {
    auto lock = store_->lockSync();
    if (!lock) {
        again_.start(lockAgainAfter);
        return read(lock.error() == vault::VaultError::InUse ? SyncReading::Phase::Elsewhere
                                                             : SyncReading::Phase::Stopped);
    }
    lock_ = std::move(*lock);
    open(network);
}

// Runs `call` on the sync thread and waits for its end.
template <class Call>
void SyncThread::waitFor(Call call) {
    QObject visitor;
    visitor.moveToThread(&thread_);
    const auto visit = [&] {
        call();
        visitor.moveToThread(QObject::thread());
    };
    QMetaObject::invokeMethod(&visitor, visit, Qt::BlockingQueuedConnection);
}

void SyncThread::open(const NetworkChoice& network) {
    reading_ = {};
    pairing_ = {};
    thread_.start();
    waitFor([this] { makeWorker(); });
    if (worker_) {
        onService([network](sync::SyncService& s) {
            s.start({network.listen, network.peers, network.multicast});
        });
        return;
    }
    thread_.quit();
    thread_.wait();
    lock_.reset();
    again_.start(vaultAgainAfter);
    read(SyncReading::Phase::Stopped);
}

// Nothing runs: another program has the lock, or the folder gives none.
void SyncThread::read(SyncReading::Phase phase) {
    reading_.stop =
        phase == SyncReading::Phase::Stopped ? SyncReading::Stop::Storage : SyncReading::Stop::None;
    if (std::exchange(reading_.phase, phase) != phase)
        Q_EMIT readingChanged();
}

// On the sync thread, while the owner's thread waits.
void SyncThread::makeWorker() {
    auto vault = store_->connect();
    if (!vault)
        return;
    auto* worker = new Worker(std::move(*vault), clock_, *random_);
    sync::SyncService& service = worker->service;
    // worker_ and service_ are the owner's to read: it may be letting go of them at this moment.
    worker->publishWith([this, worker] { publish(*worker); });
    connect(&service.pairing(), &sync::PairingService::changed, worker,
            [this, worker] { publishPairing(*worker); });
    connect(&service, &sync::SyncService::stored, this, &SyncThread::stored, Qt::QueuedConnection);
    connect(&service.pairing(), &sync::PairingService::paired, this, &SyncThread::paired,
            Qt::QueuedConnection);
    service_ = &service;
    worker_ = worker;
}

void SyncThread::stop() {
    again_.stop();
    if (!worker_)
        return;
    worker_->store.giveUpWaiting(); // a window that locks waits for nobody
    waitFor([worker = std::unique_ptr<Worker>(std::exchange(worker_, nullptr)), this]() mutable {
        service_->stop();
        worker.reset();
    });
    service_ = nullptr;
    thread_.quit();
    thread_.wait();
    lock_.reset();
    QCoreApplication::removePostedEvents(this, QEvent::MetaCall); // what it was is over
    reading_ = {};
    pairing_ = {};
}

template <class Call>
void SyncThread::onService(Call call) {
    if (worker_)
        QMetaObject::invokeMethod(
            worker_, [service = service_, call] { call(*service); }, Qt::QueuedConnection);
}

// On the sync thread: takes the snapshot there, hands it over by value.
void SyncThread::publish(Worker& worker) {
    SyncReading reading = readingOf(worker.service.state());
    QMetaObject::invokeMethod(
        this,
        [this, reading] {
            reading_ = reading;
            Q_EMIT readingChanged();
        },
        Qt::QueuedConnection);
}

void SyncThread::publishPairing(Worker& worker) {
    PairingReading reading = readingOf(worker.service.pairing(), worker.store.introduction());
    QMetaObject::invokeMethod(
        this,
        [this, reading] {
            pairing_ = reading;
            Q_EMIT pairingChanged();
        },
        Qt::QueuedConnection);
}

void SyncThread::trustChanged() {
    onService([](sync::SyncService& s) { s.trustChanged(); });
}
void SyncThread::localChanged() {
    onService([](sync::SyncService& s) { s.localChanged(); });
}
void SyncThread::retryNow() {
    if (again_.isActive())
        return again_.start(0ms);
    onService([](sync::SyncService& s) { s.retryNow(); });
}
void SyncThread::allowMuch() {
    onService([](sync::SyncService& s) { s.allowMuch(); });
}
void SyncThread::showCode(sync::Before before, const QString& bind, int timeoutSeconds) {
    onService([=](sync::SyncService& s) {
        if (!s.pairing().isRunning()) // asked twice before the first answer was seen
            s.pairing().show(before, bind, timeoutSeconds);
    });
}
void SyncThread::enterCode(const crypto::PairingCode& code, const QString& peer,
                           sync::Before before, int timeoutSeconds) {
    onService([=](sync::SyncService& s) {
        if (!s.pairing().isRunning())
            s.pairing().enter(code, peer, before, timeoutSeconds);
    });
}
void SyncThread::confirmPairing(bool yes) {
    onService([yes](sync::SyncService& s) { s.pairing().decide(yes); });
}
void SyncThread::cancelPairing() {
    onService([](sync::SyncService& s) { s.pairing().cancel(); });
}

} // namespace mend
