#pragma once
// Many writes of one connection as one transaction: for a history that is made, or brought in,
// whole. While it lives every other write of that connection joins it, and every other connection's
// waits; so nothing a person waits for uses it.

#include "core/vault/connection.h"

#include <optional>

namespace mend::vault {

class Bulk {
public:
    explicit Bulk(Connection& connection);
    ~Bulk(); // uncommitted: nothing of it was written
    Bulk(const Bulk&) = delete;
    Bulk& operator=(const Bulk&) = delete;

    // Ends it: once. Durable when it returns well. Fails with the first error of any write since
    // the beginning.
    Result<void, VaultError> commit();

private:
    void end();
    Connection& connection_;
    std::optional<Transaction> transaction_;
};

} // namespace mend::vault
