#pragma once
// How often this program has waited for its disk. A program's own functions go before those of its
// libraries, so SQLCipher calls this one. For one file of a program.

#include <sys/syscall.h>
#include <unistd.h>

namespace mend::test {
inline int diskSyncs = 0;
}

extern "C" int fdatasync(int file) {
    ++mend::test::diskSyncs;
    return int(::syscall(SYS_fdatasync, file));
}
