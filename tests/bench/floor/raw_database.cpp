#include "tests/bench/floor/raw_database.h"

#define SQLITE_HAS_CODEC // without it the header hides sqlite3_key
#include <cstdio>
#include <cstdlib>
#include <sqlcipher/sqlite3.h>

namespace mend::bench {
namespace {

void check(int code) {
    if (code == SQLITE_OK)
        return;
    std::fprintf(stderr, "SQLCipher: %s\n", sqlite3_errstr(code));
    std::exit(1);
}

} // namespace

RawDatabase::RawDatabase(const char* path) {
    const char key[] = "x'000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'";
    check(sqlite3_open(path, &handle_));
    check(sqlite3_key(handle_, key, sizeof key - 1));
    run("PRAGMA journal_mode = WAL");
    run("PRAGMA synchronous = FULL");
    run("CREATE TABLE record(n INTEGER PRIMARY KEY, header BLOB, body BLOB)");
    check(sqlite3_prepare_v2(handle_, "INSERT INTO record(header, body) VALUES(?, ?)", -1, &insert_,
                             nullptr));
}

RawDatabase::~RawDatabase() {
    sqlite3_finalize(insert_);
    sqlite3_close(handle_);
}

void RawDatabase::run(const char* sql) {
    check(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr));
}

void RawDatabase::insert(const char* header, int headerSize, const char* body, int bodySize) {
    check(sqlite3_bind_blob(insert_, 1, header, headerSize, SQLITE_STATIC));
    check(sqlite3_bind_blob(insert_, 2, body, bodySize, SQLITE_STATIC));
    if (sqlite3_step(insert_) != SQLITE_DONE)
        check(sqlite3_errcode(handle_));
    check(sqlite3_reset(insert_));
}

} // namespace mend::bench
