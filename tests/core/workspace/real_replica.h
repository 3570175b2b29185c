#pragma once
// A real vault in a folder of its own, as replication sees it.

#include "core/crypto/pairing_code.h"
#include "core/sync/replicator.h"
#include "core/vault/private_store.h"
#include "core/vault/read_store.h"
#include "core/vault/store.h"
#include "core/vault/sync_store.h"
#include "core/workspace/vault_trust_store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fixed_random.h"

#include <QDir>
#include <QTemporaryDir>
#include <deque>

namespace mend::test {

class RealReplica {
public:
    RealReplica(const QString& name, quint64 seed, const FakeClock& time)
        : clock(time), random(seed), passphrase_(crypto::Passphrase::fromText(u"boats").value()) {
        const auto made = vault::Store::create(folder(), {name, Role::Hurt, Relation::Partner},
                                               passphrase_, environment());
        if (!made)
            qFatal("a vault can't be made here: %d", int(made.error()));
        take(made->store);
    }

    QString folder() const { return dir_.filePath(QStringLiteral("vault")); }
    vault::Environment environment() { return {clock, random, crypto::Argon2Cost{1024, 1}}; }
    void close() {
        store.reset();
        vault.reset();
        opened_.reset();
    }
    void open() {
        take(vault::Store::open(folder(), std::cref(passphrase_), environment()).value());
    }
    // What is on the disk now, to be put back later.
    void keep() {
        close();
        copy(folder(), dir_.filePath(QStringLiteral("kept")));
        open();
    }
    void putBack() {
        close();
        QDir(folder()).removeRecursively();
        copy(dir_.filePath(QStringLiteral("kept")), folder());
        open();
    }
    void note(const QString& text) {
        const auto note = Note::create({NoteKind::Whereabouts, text, {}});
        if (!vault->append({{*note, {}}, clock.today(), record::Seal::None}))
            qFatal("a note can't be written");
    }
    void sealedCheckIn(const QString& text) {
        CheckInFields fields;
        fields.role = Role::Hurt;
        fields.texts[CheckInText::Helped] = text;
        const auto checkIn = CheckIn::create(fields);
        if (!vault->append({{*checkIn, {}}, clock.today(), record::Seal::Together}))
            qFatal("a check-in can't be written");
    }

    // --- A connection
    void connect() {
        replicator.emplace(*store, clock);
        out.clear();
        stop.reset();
        act(replicator->start());
    }
    void act(sync::Replicator::Step step) {
        for (sync::Message& message : step.send) {
            batches += std::holds_alternative<sync::Batch>(message);
            out.push_back(std::move(message));
        }
        stop = stop ? stop : step.stop;
        if (step.more)
            act(replicator->goOn());
    }
    static bool carry(RealReplica& from, RealReplica& to) {
        if (from.out.empty() || to.stop)
            return false;
        const QByteArray bytes = sync::encode(from.out.front());
        from.out.pop_front();
        to.act(to.replicator->receive(*sync::decode(bytes)));
        return true;
    }
    static void meet(RealReplica& a, RealReplica& b) {
        a.connect();
        b.connect();
        while (carry(a, b) || carry(b, a)) {
        }
    }
    // As a pairing would leave both.
    static void pair(RealReplica& a, RealReplica& b) {
        const auto before = sync::Before::ShareAll;
        const auto ofA = a.store->introduction().value();
        const auto ofB = b.store->introduction().value();
        const LogId logA = a.store->prepareLog(ofB.identity, before).value();
        const LogId logB = b.store->prepareLog(ofA.identity, before).value();
        const auto key = crypto::Key::from(crypto::SecretBytes::random(32, a.random));
        const QByteArray certificateA = a.store->own()->tls.certificateDer();
        const QByteArray certificateB = b.store->own()->tls.certificateDer();
        const auto yes = sync::TrustStore::Stored::Yes;
        if (a.store->storePairing({ofB, logB, logA, *crypto::Key::from(key->copy())},
                                  certificateB) != yes ||
            b.store->storePairing({ofA, logA, logB, *crypto::Key::from(key->copy())},
                                  certificateA) != yes)
            qFatal("a pairing can't be stored");
    }

    const FakeClock& clock;
    FixedRandom random;
    std::unique_ptr<VaultTrustStore> store;
    std::unique_ptr<vault::Vault> vault; // another connection, as the window's
    std::optional<sync::Replicator> replicator;
    std::deque<sync::Message> out;
    std::optional<sync::ReplicationStop> stop;
    int batches = 0; // sent, over all connections

private:
    void take(std::shared_ptr<vault::Store> opened) {
        opened_ = std::move(opened);
        store = std::make_unique<VaultTrustStore>(opened_->connect().value());
        vault = opened_->connect().value();
    }
    static void copy(const QString& from, const QString& to) {
        QDir().mkpath(to);
        for (const QString& name : QDir(from).entryList(QDir::Files))
            QFile::copy(from + u'/' + name, to + u'/' + name);
    }
    QTemporaryDir dir_;
    crypto::Passphrase passphrase_;
    std::shared_ptr<vault::Store> opened_;
};

} // namespace mend::test
