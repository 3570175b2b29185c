#pragma once
// While it lives, this process can write no file beyond `room` bytes, as on a full disk.

#include <csignal>
#include <sys/resource.h>

namespace mend::test {

class FullDisk {
public:
    explicit FullDisk(rlim_t room = 0) : m_signalBefore(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit tight = m_before;
        tight.rlim_cur = room;
        setrlimit(RLIMIT_FSIZE, &tight);
    }
    ~FullDisk() {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signalBefore);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    void (*m_signalBefore)(int);
    rlimit m_before{};
};

} // namespace mend::test
