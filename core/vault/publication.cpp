#include "core/vault/publication.h"

#include "core/vault/durable_file.h"
#include "core/vault/vault_files.h"

#include <QDir>
#include <QFileInfo>

namespace mend::vault {
namespace {

QString readyFolder(const QString& folder) {
    return folder + QStringLiteral("/vault.next.ready");
}

QString markOf(const QString& set) {
    return set + QStringLiteral("/mend-staging");
}

bool isMarked(const QString& set) {
    return !QFileInfo(set).isSymLink() && QFile::exists(markOf(set));
}

// Files of ours, then the folder if nothing else is in it. The mark goes last, so that what was cut
// short is known again.
void discardSet(const QString& set) {
    for (const QString& name : filesOfSet(set))
        (void)removeFile(set + QLatin1Char('/') + name);
    if (!filesOfSet(set).isEmpty())
        return;
    (void)removeFile(markOf(set));
    QDir().rmdir(set);
}

// A write-ahead log of the old database must never be read into the new one. Once the new database
// has moved, the log beside it is its own.
Result<void, VaultError> removeOldLogs(const QString& folder, const QString& ready) {
    if (!QFile::exists(databasePath(ready)))
        return {};
    for (const char* suffix : {"-wal", "-shm"})
        if (const auto removed = removeFile(databasePath(folder) + QLatin1String(suffix)); !removed)
            return removed;
    return syncFolder(folder);
}

Result<void, VaultError> moveUp(const QString& folder, const QString& ready) {
    if (const auto removed = removeOldLogs(folder, ready); !removed)
        return removed;
    for (const QString& name : filesOfSet(ready))
        if (const auto moved =
                renameFile(ready + QLatin1Char('/') + name, folder + QLatin1Char('/') + name);
            !moved)
            return moved;
    if (const auto synced = syncFolder(folder); !synced)
        return synced;
    if (const auto removed = removeFile(markOf(ready)); !removed)
        return removed;
    QDir().rmdir(ready); // fails where somebody put something in it: it counts no more
    return syncFolder(folder);
}

} // namespace

QString stagingFolder(const QString& folder) {
    return folder + QStringLiteral("/vault.next");
}

Result<void, VaultError> beginPublication(const QString& folder) {
    discardPublication(folder);
    const QString staging = stagingFolder(folder);
    if (const auto made = makeFolder(staging); !made)
        return fail(made.error() == VaultError::AlreadyThere ? VaultError::Io : made.error());
    const auto marked = writeNewFile(markOf(staging), {});
    if (!marked)
        QDir().rmdir(staging);
    return marked;
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
    return isMarked(readyFolder(folder));
}

Result<void, VaultError> finishPublication(const QString& folder) {
    if (!isPublicationPending(folder))
        return {};
    return moveUp(folder, readyFolder(folder));
}

void discardPublication(const QString& folder) {
    if (isMarked(stagingFolder(folder)))
        discardSet(stagingFolder(folder));
    else
        QDir().rmdir(stagingFolder(folder)); // cut short before the mark: empty
}

void abandonPublication(const QString& folder) {
    discardPublication(folder);
    if (isMarked(readyFolder(folder)))
        discardSet(readyFolder(folder));
}

} // namespace mend::vault
