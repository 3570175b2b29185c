// Run by CMake: ends with 0 only when the library that was found encrypts (a plain SQLite answers
// nothing) and is SQLCipher 4.5 or newer. Prints its version.
#include <cstdio>
#include <sqlite3.h>

int main() {
    sqlite3* database = nullptr;
    sqlite3_stmt* question = nullptr;
    int major = 0;
    int minor = 0;
    if (sqlite3_open(":memory:", &database) == SQLITE_OK &&
        sqlite3_prepare_v2(database, "PRAGMA cipher_version", -1, &question, nullptr) ==
            SQLITE_OK &&
        sqlite3_step(question) == SQLITE_ROW) {
        const auto* version = reinterpret_cast<const char*>(sqlite3_column_text(question, 0));
        std::sscanf(version, "%d.%d", &major, &minor);
        std::puts(version);
    }
    sqlite3_finalize(question);
    sqlite3_close(database);
    return major > 4 || (major == 4 && minor >= 5) ? 0 : 1;
}
