#pragma once
// When a commit is safe from a power cut. Of either kind a killed process takes nothing with it.

namespace mend::vault {

enum class Durability {
    AtOnce,     // when commit() returns
    WithTheNext // with the next that is safe at once, whoever's: the log is one, and in order
};

} // namespace mend::vault
