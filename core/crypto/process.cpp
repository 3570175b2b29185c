#include "core/crypto/process.h"

#include <QtGlobal>
#include <sodium.h>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

namespace mend::crypto {

bool initialise() {
    static const bool ready = sodium_init() >= 0;
    return ready;
}

bool hardenProcess() {
    bool hardened = true;
#ifdef Q_OS_UNIX
    const rlimit none{0, 0};
    hardened = setrlimit(RLIMIT_CORE, &none) == 0;
#endif
#ifdef Q_OS_LINUX
    hardened = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && hardened;
#endif
    return hardened;
}

} // namespace mend::crypto
