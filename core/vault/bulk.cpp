#include "core/vault/bulk.h"

namespace mend::vault {

Bulk::Bulk(Connection& connection, Size size) : connection_(connection), size_(size) {
    // 64 MiB of pages: ids are spread over the whole file, and each page that comes back is
    // decrypted anew.
    if (size_ == Size::History)
        (void)connection_.execute("PRAGMA cache_size = -65536");
    transaction_.emplace(connection_);
    connection_.bulk_ = true;
}

Bulk::~Bulk() {
    end();
}

void Bulk::end() {
    if (!transaction_)
        return;
    connection_.bulk_ = false;
    transaction_.reset();
    if (size_ == Size::History)
        (void)connection_.execute("PRAGMA cache_size = -8192"); // as Connection has it
}

Result<void, VaultError> Bulk::commit() {
    const auto done = transaction_->commit();
    end();
    return done;
}

} // namespace mend::vault
