#pragma once
// SQLCipher's C API behind C++ scopes: a connection to one encrypted file, its prepared statements
// (statement.h) and transactions. For vault/ alone; one thread at a time.
//
// Errors stick: once a statement of a transaction has failed, or its beginning, no later one of its
// scope runs, and commit() gives that error. So writers need not look at each step, and nothing
// half-done is kept, also where SQLite has rolled back by itself (a full disk, an I/O error) and
// would take what follows one by one.

#include "core/crypto/secret_bytes.h"
#include "core/vault/durability.h"
#include "core/vault/vault_error.h"

#include <QByteArray>
#include <QString>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace mend::vault {

class FairMutex;

// SQLite's result codes as kinds. `systemErrno` tells a full disk from other I/O errors.
VaultError errorOf(int sqliteCode, int systemErrno = 0);

// True for exactly x'<64 hex digits>': anything else SQLCipher would take for a passphrase.
bool isRawKeyText(QByteArrayView text);

class Connection {
public:
    enum class Mode { ReadWrite, Create };

    // Opens `path` under the raw key, proves that SQLCipher answers and that the key opens the
    // file, and sets the pragmas every connection has. `writers`, if given, outlives the connection
    // and is held by each Transaction. NotEncrypted: no SQLCipher in this process. Damaged: not a
    // database under this key.
    static Result<std::unique_ptr<Connection>, VaultError>
    open(const QString& path, const crypto::Key& rawKey, Mode mode, FairMutex* writers = nullptr);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // For another process's transaction, from here on: InUse soon, instead of after seconds.
    void waitOnlyShortly();
    // From any thread, and for good: what waits for another process's transaction, or would, is
    // InUse at once.
    void giveUpWaiting() { hurried_ = true; }

    // Statements without parameters or rows of interest, as many as `sql` holds.
    Result<void, VaultError> execute(const char* sql);

    // Every page becomes one under `rawKey`. Nobody else has the file open.
    Result<void, VaultError> changeKey(const crypto::Key& rawKey);
    // How many faults SQLCipher's check of each page's authentication, and SQLite's of its
    // structure, find.
    qint64 integrityProblems();

    qint64 changes() const;      // rows the last statement changed
    qint64 lastInsertId() const; // rowid of the last insert
    bool inTransaction() const;
    quint64
    dataVersion(); // PRAGMA data_version and own commits: changes with every commit, by anybody

    // The first error since the last Transaction began or clearError() was called.
    std::optional<VaultError> error() const { return error_; }
    void clearError() { error_.reset(); }
    // Makes the running transaction fail with `kind`, for what SQLite can't know (a value of the
    // wrong size).
    void raise(VaultError kind);

private:
    friend class Statement;
    friend class Transaction;
    friend class Bulk;
    Connection(sqlite3* handle, FairMutex* writers);
    bool begin(); // a transaction, within patienceMs_; the writers' mutex is held
    Result<void, VaultError> unlock(const crypto::Key& rawKey);
    Result<void, VaultError> configure();
    bool answersCipherVersion();
    void note(int sqliteCode);
    // What the next BEGIN's commit waits for.
    bool become(Durability durability);
    // Why the running transaction has come to nothing.
    std::optional<VaultError> stopped() const { return scoped_ ? error_ : std::nullopt; }
    // Prepared statements of one SQL at rest; several where one query runs within another's rows.
    using Shelf = std::vector<sqlite3_stmt*>;
    Shelf& shelf(std::string_view sql);
    sqlite3_stmt* take(Shelf& shelf, std::string_view sql);
    void giveBack(Shelf& shelf, sqlite3_stmt* statement);

    sqlite3* handle_;
    FairMutex* writers_;
    int patienceMs_;
    std::atomic<bool> hurried_ = false;
    std::optional<VaultError> error_;
    struct HashOfSql {
        using is_transparent = void; // looked up without a copy
        std::size_t operator()(std::string_view sql) const {
            return std::hash<std::string_view>()(sql);
        }
    };
    std::unordered_map<std::string, Shelf, HashOfSql, std::equal_to<>> shelves_;
    quint64 ownCommits_ = 0;
    Durability durability_ = Durability::AtOnce; // as SQLite was last told
    bool scoped_ = false;                        // a Transaction lives
    bool bulk_ = false;                          // a Bulk lives: transactions join it
};

// BEGIN IMMEDIATE … COMMIT; rolled back when it goes out of scope uncommitted. Not nested; within a
// Bulk (bulk.h) it is a part of that.
class Transaction {
public:
    explicit Transaction(Connection& connection, Durability durability = Durability::AtOnce);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    // Durable as was asked for when it returns well. Fails with the first error of any statement
    // since the beginning.
    Result<void, VaultError> commit();
    // Why nothing more need be tried: the beginning or a statement failed.
    std::optional<VaultError> error() const { return connection_.error(); }

private:
    Connection& connection_;
    bool joined_; // a Bulk begins, commits and rolls back
    bool open_ = false;
};

// Reads of several statements that see one state. Within a transaction it does nothing.
class Snapshot {
public:
    explicit Snapshot(Connection& connection);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    Connection& connection_;
    bool open_ = false;
};

} // namespace mend::vault
