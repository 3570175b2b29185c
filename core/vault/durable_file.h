#pragma once
// Small files that are there whole or not at all, also after a loss of power. Modes 0600, folders
// 0700, whatever the umask.

#include "core/vault/vault_error.h"

#include <QByteArray>
#include <QString>

namespace mend::vault {

// errno as a kind: DiskFull, ReadOnly, NotThere, AlreadyThere, or Io.
VaultError errorOfErrno(int number);

// AlreadyThere if there is anything of that name.
Result<void, VaultError> makeFolder(const QString& path);
// A new file with these bytes, on disk when it returns. AlreadyThere.
Result<void, VaultError> writeNewFile(const QString& path, QByteArrayView bytes);
// The old file or the new, never neither: new file, fsync, rename, fsync of the folder.
Result<void, VaultError> replaceFile(const QString& path, QByteArrayView bytes);
// NotThere; Damaged when longer than `limit` bytes.
Result<QByteArray, VaultError> readFile(const QString& path, qsizetype limit);
Result<void, VaultError> syncFile(const QString& path);
Result<void, VaultError> syncFolder(const QString& path);
Result<void, VaultError> renameFile(const QString& from, const QString& to);
// Fine if it isn't there.
Result<void, VaultError> removeFile(const QString& path);
// Overwritten with zeros first, as far as the disk lets that mean anything.
Result<void, VaultError> eraseFile(const QString& path);
Result<void, VaultError> copyFile(const QString& from, const QString& to);

} // namespace mend::vault
