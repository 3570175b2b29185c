#pragma once
// What the process does once, before it touches a key.

namespace mend::crypto {

// Readies libsodium. Before anything else here is called; calling it again is harmless. False when
// the machine has no source of randomness: the program must stop.
[[nodiscard]] bool initialise();

// No core dumps (RLIMIT_CORE 0) and, on Linux, no attaching by other processes of the same user
// (PR_SET_DUMPABLE 0). False when the system refused. Swap and hibernation are not in our hands.
[[nodiscard]] bool hardenProcess();

} // namespace mend::crypto
