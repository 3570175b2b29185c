#pragma once
// A mutex that serves those who wait in the order they came: sync taking a long history never keeps
// a person's own words waiting for more than one turn.

#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace mend::vault {

class FairMutex {
public:
    void lock();
    void unlock();
    // How many wait for their turn now.
    int waiting();

private:
    std::mutex mutex_;
    std::condition_variable turn_;
    std::uint64_t nextTicket_ = 0;
    std::uint64_t serving_ = 0;
};

} // namespace mend::vault
