#include "core/vault/vault_files.h"

#include <QDir>
#include <algorithm>
#include <array>

namespace mend::vault {
namespace {

constexpr std::array fixedNames{"vault.keys",   "vault.keys.new", "vault.db",
                                "vault.db-wal", "vault.db-shm",   "vault.db-journal"};

// log-<16 hex digits>.key (log_key.h)
bool isLogKeyName(QStringView name) {
    constexpr qsizetype digits = 16;
    constexpr QStringView before = u"log-";
    constexpr QStringView after = u".key";
    if (name.size() != before.size() + digits + after.size() || !name.startsWith(before) ||
        !name.endsWith(after))
        return false;
    const QStringView hex = name.sliced(before.size(), digits);
    return std::all_of(hex.begin(), hex.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f');
    });
}

bool isOfSet(const QString& name) {
    return isLogKeyName(name) ||
           std::any_of(fixedNames.begin(), fixedNames.end(),
                       [&](const char* fixed) { return name == QLatin1String(fixed); });
}

} // namespace

QString slotsPath(const QString& folder) {
    return folder + QStringLiteral("/vault.keys");
}

QString databasePath(const QString& folder) {
    return folder + QStringLiteral("/vault.db");
}

QString lockPath(const QString& folder) {
    return folder + QStringLiteral("/vault.lock");
}

QString slotsLockPath(const QString& folder) {
    return folder + QStringLiteral("/slots.lock");
}

QString syncLockPath(const QString& folder) {
    return folder + QStringLiteral("/sync.lock");
}

QStringList filesOfSet(const QString& folder) {
    QStringList names =
        QDir(folder).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    names.removeIf([](const QString& name) { return !isOfSet(name); });
    return names;
}

} // namespace mend::vault
