// Making a vault: everything in a staging folder first, so that a failure leaves none behind.

#include "core/vault/durable_file.h"
#include "core/vault/identity.h"
#include "core/vault/key_slots.h"
#include "core/vault/log_key.h"
#include "core/vault/log_writer.h"
#include "core/vault/migrations/migrations.h"
#include "core/vault/publication.h"
#include "core/vault/store_state.h"

#include <QDir>
#include <QFileInfo>

namespace mend::vault {
namespace {

// The folder a vault is made in; what was made for it goes again unless keep() is called.
class NewFolder {
public:
    ~NewFolder() {
        if (kept_ || path_.isEmpty())
            return;
        if (lock_)
            removeWhatWasMade();
        if (made_)
            QDir().rmdir(path_); // fails where another makes a vault in it
    }

    Result<void, VaultError> make(const QString& path) {
        if (!QFileInfo::exists(path)) {
            if (!QDir().mkpath(QFileInfo(path).path()))
                return fail(VaultError::NoFolder);
            if (const auto made = makeFolder(path); !made)
                return fail(made.error() == VaultError::DiskFull ? VaultError::DiskFull
                                                                 : VaultError::NoFolder);
            made_ = true;
        } else if (!QFileInfo(path).isDir()) {
            return fail(VaultError::NoFolder);
        } else if (!QFileInfo(path).isWritable()) {
            return fail(VaultError::ReadOnly);
        }
        path_ = path;
        return {};
    }
    // From here on nobody else makes a vault in it. AlreadyThere: somebody has.
    Result<void, VaultError> lock() {
        auto taken = FileLock::take(lockPath(path_), FileLock::Kind::Exclusive);
        if (!taken)
            return fail(taken.error());
        if (Store::exists(path_))
            return fail(VaultError::AlreadyThere);
        lock_ = std::move(*taken);
        before_ = filesOfSet(path_);
        modeBefore_ = QFile::permissions(path_);
        if (!QFile::setPermissions(path_, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner))
            return fail(VaultError::ReadOnly);
        return {};
    }
    std::unique_ptr<FileLock> keep() {
        kept_ = true;
        return std::move(lock_);
    }

private:
    // Another vault's log keys may have been left in it: they stay.
    void removeWhatWasMade() {
        abandonPublication(path_);
        for (const QString& name : filesOfSet(path_))
            if (!before_.contains(name))
                (void)removeFile(path_ + QLatin1Char('/') + name);
        (void)removeFile(lockPath(path_));
        QFile::setPermissions(path_, modeBefore_);
    }

    QString path_;
    std::unique_ptr<FileLock> lock_;
    QStringList before_; // files of a vault's names that were there
    QFile::Permissions modeBefore_;
    bool made_ = false;
    bool kept_ = false;
};

Result<void, VaultError> writeFirstRecord(Connection& connection, const NewVault& person,
                                          const Environment& environment,
                                          const crypto::SigningKey& logKey) {
    Transaction transaction(connection);
    const Own own = makeIdentity(connection, environment.random);
    const LogId id(logKey.publicKey());
    MemberFields fields;
    fields.name = person.name;
    fields.role = person.role;
    fields.relation = person.relation;
    auto member = signedMember(std::move(fields), own, id);
    if (!member)
        return fail(member.error());
    LogStore store(connection);
    LogRow log = store.addLog(id, Person::Me, IdentityId(own.identity.publicKey()));
    store.makeLive(log);
    LogWriter writer(connection, environment.clock, environment.random);
    if (const auto written = writer.append(log, {{std::move(*member), {}}, {}, {}}); !written)
        return fail(written.error());
    return transaction.commit();
}

Result<void, VaultError> makeDatabase(const QString& folder, const crypto::Key& dataKey,
                                      const NewVault& person, const Environment& environment) {
    const auto logKey = crypto::SigningKey::generate(environment.random);
    if (const auto written = writeLogKey(folder, dataKey, logKey, environment.random); !written)
        return written;
    // Made here for its mode; SQLite gives its other files the same.
    if (const auto made = writeNewFile(databasePath(folder), {}); !made)
        return made;
    const auto connection =
        Connection::open(databasePath(folder), databaseKey(dataKey), Connection::Mode::Create);
    if (!connection)
        return fail(connection.error());
    if (const auto migrated = migrate(**connection); !migrated)
        return migrated;
    if (const auto written = writeFirstRecord(**connection, person, environment, logKey); !written)
        return written;
    // So that the database is one file, which can be moved.
    return (*connection)->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace

Result<Store::Created, VaultError> Store::create(const QString& folder, const NewVault& person,
                                                 const crypto::Passphrase& passphrase,
                                                 const Environment& environment) {
    if (exists(folder))
        return fail(VaultError::AlreadyThere);
    NewFolder made;
    if (const auto done = made.make(folder); !done)
        return fail(done.error());
    if (const auto locked = made.lock(); !locked)
        return fail(locked.error());
    if (const auto begun = beginPublication(folder); !begun)
        return fail(begun.error());
    const QString staging = stagingFolder(folder);
    auto dataKey = crypto::Key::random(environment.random);
    auto code = crypto::RecoveryCode::random(environment.random);
    const auto slots =
        KeySlots::create(dataKey, passphrase, code, environment.cost.now(), environment.random);
    if (!slots)
        return fail(slots.error());
    if (const auto written = writeNewFile(slotsPath(staging), slots->encode()); !written)
        return fail(written.error());
    if (const auto database = makeDatabase(staging, dataKey, person, environment); !database)
        return fail(database.error());
    if (const auto published = publish(folder); !published)
        return fail(published.error());
    auto lock = made.keep();
    if (const auto shared = lock->change(FileLock::Kind::Shared); !shared)
        return fail(shared.error());
    auto state =
        std::make_shared<StoreState>(folder, environment, std::move(dataKey), std::move(lock));
    return Created{std::shared_ptr<Store>(new Store(std::move(state))), std::move(code)};
}

} // namespace mend::vault
