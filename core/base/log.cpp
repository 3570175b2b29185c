#include "core/base/log.h"

#include <array>
#include <atomic>
#include <cstdio>

namespace mend::log {

namespace {
std::atomic<bool> enabled = false;
constexpr std::array names = {"started",       "unlocked",    "locked",    "pairing started",
                              "pairing ended", "listening",   "dialled",   "connected",
                              "disconnected",  "vault error", "sync error"};
} // namespace

void enable(bool on) {
    enabled = on;
}

void event(Event what, qint64 number) {
    if (enabled)
        std::fprintf(stderr, "mend: %s %lld\n", names.at(std::size_t(what)), (long long)number);
}

} // namespace mend::log
