#pragma once
// Several writes of one connection as one transaction. While it lives every other write of that
// connection joins it, and every other connection's waits: so it is for a few that only count
// together, or for a history that is made, or brought in, whole while nobody waits.

#include "core/vault/connection.h"

#include <optional>

namespace mend::vault {

class Bulk {
public:
    enum class Size { Few, History };
    Bulk(Connection& connection, Size size);
    ~Bulk(); // uncommitted: nothing of it was written
    Bulk(const Bulk&) = delete;
    Bulk& operator=(const Bulk&) = delete;

    // Ends it: once. Durable when it returns well. Fails with the first error of any write since
    // the beginning.
    Result<void, VaultError> commit();

private:
    void end();
    Connection& connection_;
    Size size_;
    std::optional<Transaction> transaction_;
};

} // namespace mend::vault
