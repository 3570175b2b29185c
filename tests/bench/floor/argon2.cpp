// The floor of unlocking: one Argon2id of the cost that a vault's passphrase has at least. Prints
// milliseconds.

#include <chrono>
#include <cstdio>
#include <cstring>
#include <sodium.h>

int main() {
    constexpr unsigned long long passes = 3;
    constexpr std::size_t memory = 256UL * 1024 * 1024; // Bytes.
    if (sodium_init() < 0)
        return 1;
    const char* passphrase = "correct horse";
    unsigned char salt[crypto_pwhash_SALTBYTES] = {1, 2, 3};
    unsigned char key[32];
    const auto from = std::chrono::steady_clock::now();
    if (crypto_pwhash(key, sizeof key, passphrase, std::strlen(passphrase), salt, passes, memory,
                      crypto_pwhash_ALG_ARGON2ID13) != 0)
        return 1;
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - from;
    std::printf("%.3f\n", took.count());
    return 0;
}
