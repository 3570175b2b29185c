#pragma once
// The names of a vault's files. Whatever else stands in its folder is the person's own.

#include <QString>
#include <QStringList>

namespace mend::vault {

QString slotsPath(const QString& folder);
QString databasePath(const QString& folder);
QString lockPath(const QString& folder);
QString slotsLockPath(const QString& folder);
QString syncLockPath(const QString& folder);

// The names of what holds the vault in `folder`, sorted: key slots, database with its logs, log
// keys. No locks.
QStringList filesOfSet(const QString& folder);

} // namespace mend::vault
