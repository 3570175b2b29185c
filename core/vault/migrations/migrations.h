#pragma once
// The database's schema, version by version: one file a migration and area. The version stands in
// PRAGMA user_version; migrations run in order, each version in one transaction.

#include "core/vault/connection.h"

namespace mend::vault {

inline constexpr int schemaVersion = 7;

// Version 1.
Result<void, VaultError> migrate0001Log(Connection& connection);        // 0001_log.cpp
Result<void, VaultError> migrate0001Projection(Connection& connection); // 0001_projection.cpp
Result<void, VaultError> migrate0001Private(Connection& connection);    // 0001_private.cpp

// Version 2.
Result<void, VaultError> migrate0002Search(Connection& connection); // 0002_search.cpp

// Version 3 read told first by another rule (domain/day_state.h), which the next reads anew.

// The view of records that the projection reads, as it is today.
Result<void, VaultError> makeFiled(Connection& connection); // filed.cpp

// Version 4.
Result<void, VaultError> migrate0004Strands(Connection& connection); // 0004_strands.cpp

// Version 5.
Result<void, VaultError> migrate0005Ids(Connection& connection); // 0005_ids.cpp

// Version 6.
Result<void, VaultError> migrate0006Room(Connection& connection); // 0006_room.cpp

// Version 7.
Result<void, VaultError> migrate0007Narrower(Connection& connection); // 0007_narrower.cpp

// Brings the database to schemaVersion. TooNew: its version is higher, nothing was touched.
Result<void, VaultError> migrate(Connection& connection);

} // namespace mend::vault
