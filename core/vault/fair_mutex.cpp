#include "core/vault/fair_mutex.h"

namespace mend::vault {

void FairMutex::lock() {
    std::unique_lock guard(mutex_);
    const std::uint64_t ticket = nextTicket_++;
    turn_.wait(guard, [&] { return serving_ == ticket; });
}

void FairMutex::unlock() {
    {
        const std::lock_guard guard(mutex_);
        ++serving_;
    }
    turn_.notify_all();
}

int FairMutex::waiting() {
    const std::lock_guard guard(mutex_);
    // Tickets given and not yet served, without the one who holds it.
    return nextTicket_ > serving_ ? int(nextTicket_ - serving_) - 1 : 0;
}

} // namespace mend::vault
