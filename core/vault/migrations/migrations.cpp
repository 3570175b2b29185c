#include "core/vault/migrations/migrations.h"

#include "core/vault/statement.h"

#include <array>

namespace mend::vault {
namespace {

struct Migration {
    int version;
    Result<void, VaultError> (*run)(Connection&);
};

constexpr std::array migrations{
    Migration{1, migrate0001Log},     Migration{1, migrate0001Projection},
    Migration{1, migrate0001Private}, Migration{2, migrate0002Search},
    Migration{4, migrate0004Strands}, Migration{5, migrate0005Ids},
    Migration{6, migrate0006Room},    Migration{7, migrate0007Narrower},
};

Result<int, VaultError> versionOf(Connection& connection) {
    Statement version(connection, "PRAGMA user_version");
    const auto number = integerOf(version);
    if (version.error())
        return fail(*version.error());
    return int(number.value_or(0));
}

// Another program may have done it between the look at the version and this transaction's turn.
Result<void, VaultError> migrateTo(Connection& connection, int version) {
    Transaction transaction(connection);
    const auto now = versionOf(connection);
    if (!now)
        return fail(now.error());
    if (*now >= version)
        return {};
    for (const Migration& migration : migrations) {
        if (migration.version != version)
            continue;
        if (const auto done = migration.run(connection); !done)
            return done;
    }
    const std::string pragma = "PRAGMA user_version = " + std::to_string(version);
    if (const auto done = connection.execute(pragma.c_str()); !done)
        return done;
    return transaction.commit();
}

} // namespace

Result<void, VaultError> migrate(Connection& connection) {
    const auto version = versionOf(connection);
    if (!version)
        return fail(version.error());
    if (*version > schemaVersion)
        return fail(VaultError::TooNew);
    for (int next = *version + 1; next <= schemaVersion; ++next)
        if (const auto done = migrateTo(connection, next); !done)
            return done;
    return {};
}

} // namespace mend::vault
