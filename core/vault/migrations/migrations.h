#pragma once
// The database's schema, version by version: one file a migration and area. The version stands in
// PRAGMA user_version; migrations run in order, each version in one transaction.

#include "core/vault/connection.h"

namespace mend::vault {

inline constexpr int schemaVersion = 3;

// Version 1.
Result<void, VaultError> migrate0001Log(Connection& connection);        // 0001_log.cpp
Result<void, VaultError> migrate0001Projection(Connection& connection); // 0001_projection.cpp
Result<void, VaultError> migrate0001Private(Connection& connection);    // 0001_private.cpp

// Version 2.
Result<void, VaultError> migrate0002Search(Connection& connection); // 0002_search.cpp

// Version 3.
Result<void, VaultError> migrate0003ToldFirst(Connection& connection); // 0003_told_first.cpp

// Brings the database to schemaVersion. TooNew: its version is higher, nothing was touched.
Result<void, VaultError> migrate(Connection& connection);

} // namespace mend::vault
