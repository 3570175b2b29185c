#include "core/vault/publication.h"

#include "core/vault/durable_file.h"

#include <QDir>

namespace mend::vault {
namespace {

QString readyFolder(const QString& folder) {
    return folder + QStringLiteral("/next.ready");
}

} // namespace

QString stagingFolder(const QString& folder) {
    return folder + QStringLiteral("/next");
}

Result<void, VaultError> beginPublication(const QString& folder) {
    discardPublication(folder);
    return makeFolder(stagingFolder(folder));
}

Result<void, VaultError> publish(const QString& folder) {
    if (const auto synced = syncFolder(stagingFolder(folder)); !synced)
        return synced;
    if (const auto renamed = renameFile(stagingFolder(folder), readyFolder(folder)); !renamed)
        return renamed;
    if (const auto synced = syncFolder(folder); !synced)
        return synced;
    return finishPublication(folder);
}

bool isPublicationPending(const QString& folder) {
    return QDir(readyFolder(folder)).exists();
}

Result<void, VaultError> finishPublication(const QString& folder) {
    const QDir ready(readyFolder(folder));
    // A write-ahead log of the old database must never be read into the new one.
    for (const char* name : {"/vault.db-wal", "/vault.db-shm"})
        if (const auto removed = removeFile(folder + QLatin1String(name)); !removed)
            return removed;
    for (const QString& name : ready.entryList(QDir::Files | QDir::Hidden, QDir::Name))
        if (const auto moved = renameFile(ready.filePath(name), folder + QLatin1Char('/') + name);
            !moved)
            return moved;
    if (const auto synced = syncFolder(folder); !synced)
        return synced;
    if (!QDir(folder).rmdir(QStringLiteral("next.ready")))
        return fail(VaultError::Io);
    return syncFolder(folder);
}

void discardPublication(const QString& folder) {
    QDir(stagingFolder(folder)).removeRecursively();
}

void abandonPublication(const QString& folder) {
    discardPublication(folder);
    QDir(readyFolder(folder)).removeRecursively();
}

} // namespace mend::vault
