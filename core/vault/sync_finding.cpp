// What finding each other remembers: counters and addresses.

#include "core/vault/read_entries.h"
#include "core/vault/sharing.h"
#include "core/vault/store_state.h"
#include "core/vault/sync_store.h"

#include <algorithm>

namespace mend::vault {
namespace {

constexpr std::string_view counterKey = "counter"; // in `meta`

// Rows. A computer has a new incarnation when it is made, restored or paired: a few in a lifetime.
// Only the other can make more, and not without bound.
constexpr int incarnationLimit = 256;
constexpr quint64 counterLimit = INT64_MAX; // What the database can hold.

bool isKnown(Connection& db, const Incarnation& incarnation) {
    Statement row(db, "SELECT 1 FROM counter WHERE incarnation = ?");
    row.bind(incarnation);
    return row.next();
}

// Room for one more, at the cost of the one that counted lowest: counters are times, so it has been
// silent longest. False where `counter` itself would be that one, which is as good as an old word.
bool makeRoomFor(Connection& db, quint64 counter) {
    Statement lowest(db, "SELECT incarnation, value FROM counter WHERE"
                         " (SELECT count(*) FROM counter) >= ? ORDER BY value LIMIT 1");
    lowest.bind(incarnationLimit);
    if (!lowest.next())
        return true;
    if (quint64(lowest.integer(1)) >= counter)
        return false;
    Statement drop(db, "DELETE FROM counter WHERE incarnation = ?");
    (void)drop.bind(lowest.fixed<Incarnation>(0)).run();
    return true;
}

} // namespace

Result<quint64, VaultError> SyncStore::nextCounter() {
    Transaction transaction(db_);
    if (isPaused(db_))
        return fail(VaultError::NotPaired);
    LogStore store(db_);
    const quint64 last = store.value(counterKey).value_or(QByteArray("0")).toULongLong();
    // A clock set before 1970 would count from the top, and no way would lead down again.
    const auto now = quint64(std::max<UtcMillis>(store_->environment.clock.nowMs(), 0));
    const quint64 next = std::max(last + 1, now);
    store.setValue(counterKey, QByteArray::number(next));
    if (const auto done = transaction.commit(); !done)
        return fail(done.error());
    return next;
}

Result<bool, VaultError> SyncStore::isNewCounter(const Incarnation& incarnation, quint64 counter) {
    const Reading reading(db_);
    Statement held(db_, "SELECT 1 FROM counter WHERE incarnation = ? AND value >= ?");
    const bool isHeld = counter > counterLimit || held.bind(incarnation, counter).next();
    return reading.of(!isHeld);
}

Result<bool, VaultError> SyncStore::acceptCounter(const Incarnation& incarnation, quint64 counter) {
    if (counter > counterLimit)
        return false;
    Transaction transaction(db_);
    if (isPaused(db_) || (!isKnown(db_, incarnation) && !makeRoomFor(db_, counter)))
        return false;
    Statement store(db_, "INSERT INTO counter(incarnation, value) VALUES(?1, ?2) ON CONFLICT DO "
                         "UPDATE SET value = ?2 WHERE value < ?2");
    (void)store.bind(incarnation, counter).run();
    const bool higher = db_.changes() > 0;
    if (const auto done = transaction.commit(); !done)
        return fail(done.error());
    return higher;
}

QStringList SyncStore::addresses() {
    Statement rows(db_, "SELECT host_port FROM address ORDER BY position, host_port");
    QStringList result;
    while (rows.next())
        result.push_back(rows.text(0));
    result.removeDuplicates(); // the last that worked may be one that was typed
    return result;
}

Result<void, VaultError> SyncStore::setTypedAddresses(const QStringList& hostPorts) {
    Transaction transaction(db_);
    Statement clear(db_, "DELETE FROM address WHERE typed = 1");
    (void)clear.run();
    for (qsizetype i = 0; i < hostPorts.size(); ++i) {
        Statement insert(db_, "INSERT OR IGNORE INTO address(host_port, typed, position) "
                              "VALUES(?, 1, ?)");
        (void)insert.bind(hostPorts[i], qint64(i) + 1).run();
    }
    return transaction.commit();
}

Result<void, VaultError> SyncStore::setLastAddress(const QString& hostPort) {
    Transaction transaction(db_);
    Statement clear(db_, "DELETE FROM address WHERE typed = 0");
    (void)clear.run();
    Statement insert(db_, "INSERT INTO address(host_port, typed, position) VALUES(?, 0, 0)");
    (void)insert.bind(hostPort).run();
    return transaction.commit();
}

} // namespace mend::vault
