#pragma once
// SQLCipher without anything of Mend's: one table, the pragmas that make a commit as durable as a
// vault's. Whatever fails ends the program.

struct sqlite3;
struct sqlite3_stmt;

namespace mend::bench {

class RawDatabase {
public:
    explicit RawDatabase(const char* path);
    ~RawDatabase();
    RawDatabase(const RawDatabase&) = delete;
    RawDatabase& operator=(const RawDatabase&) = delete;

    void run(const char* sql);
    void insert(const char* header, int headerSize, const char* body, int bodySize);

private:
    sqlite3* handle_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
};

} // namespace mend::bench
