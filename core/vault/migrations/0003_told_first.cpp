#include "core/vault/migrations/migrations.h"

#include "core/vault/projection.h"

// No new table. Told first can't be taken away any more by who was told (domain/day_state.h): what
// was read by the rule before is read anew.

namespace mend::vault {

Result<void, VaultError> migrate0003ToldFirst(Connection& connection) {
    return Projection(connection).rebuild();
}

} // namespace mend::vault
