#include "core/vault/connection.h"

#include "core/vault/fair_mutex.h"
#include "core/vault/statement.h"

#include <QFile>
#include <cerrno>
#define SQLITE_HAS_CODEC // without it the header hides sqlite3_key
#include <sqlcipher/sqlite3.h>

namespace mend::vault {
namespace {

// For other processes' transactions: each takes milliseconds, but they don't queue, so that one may
// have to be let by several times.
constexpr int busyTimeoutMs = 5000;
constexpr int shortBusyTimeoutMs = 700; // Where a person would look at a window that stands still.
// As long as the writers of this process are kept from trying meanwhile.
constexpr int turnMs = 50;

constexpr char hexDigits[] = "0123456789abcdef";

crypto::SecretBytes rawKeyText(const crypto::Key& key) {
    crypto::SecretBytes text(2 + 2 * crypto::Key::keySize + 1);
    auto out = text.span().begin();
    *out++ = std::byte('x');
    *out++ = std::byte('\'');
    for (const std::byte b : key.span()) {
        *out++ = std::byte(hexDigits[unsigned(b) >> 4]);
        *out++ = std::byte(hexDigits[unsigned(b) & 15]);
    }
    *out = std::byte('\'');
    return text;
}

} // namespace

VaultError errorOf(int sqliteCode, int systemErrno) {
    switch (sqliteCode & 0xff) {
    case SQLITE_FULL:
        return VaultError::DiskFull;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return VaultError::ReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return VaultError::InUse;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        if (systemErrno == ENOSPC || systemErrno == EDQUOT || systemErrno == EFBIG)
            return VaultError::DiskFull;
        if (systemErrno == EROFS || systemErrno == EACCES)
            return VaultError::ReadOnly;
        return VaultError::Io;
    case SQLITE_NOMEM:
    case SQLITE_INTERRUPT:
    case SQLITE_PROTOCOL:
        return VaultError::Io;
    default:
        // CORRUPT and NOTADB by name; ERROR and CONSTRAINT because our own SQL is tested, so that a
        // table missing or a broken constraint speaks of the file.
        return VaultError::Damaged;
    }
}

bool isRawKeyText(QByteArrayView text) {
    constexpr qsizetype digits = 2 * qsizetype(crypto::Key::keySize);
    if (text.size() != digits + 3 || !text.startsWith("x'") || text.back() != '\'')
        return false;
    for (const char c : text.sliced(2, digits)) {
        const bool hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        if (!hex)
            return false;
    }
    return true;
}

Connection::Connection(sqlite3* handle, FairMutex* writers)
    : handle_(handle), writers_(writers), patienceMs_(busyTimeoutMs) {}

Result<std::unique_ptr<Connection>, VaultError>
Connection::open(const QString& path, const crypto::Key& rawKey, Mode mode, FairMutex* writers) {
    // NOMUTEX: a connection belongs to one thread.
    int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (mode == Mode::Create)
        flags |= SQLITE_OPEN_CREATE;
    sqlite3* handle = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, flags, nullptr);
    std::unique_ptr<Connection> connection(new Connection(handle, writers));
    if (code != SQLITE_OK)
        return fail(errorOf(code, handle ? sqlite3_system_errno(handle) : 0));
    sqlite3_busy_timeout(handle, connection->patienceMs_);
    if (const auto done = connection->unlock(rawKey); !done)
        return fail(done.error());
    if (const auto done = connection->configure(); !done)
        return fail(done.error());
    return connection;
}

void Connection::waitOnlyShortly() {
    patienceMs_ = shortBusyTimeoutMs;
    sqlite3_busy_timeout(handle_, patienceMs_);
}

// Nobody holds the mutex for longer than a turn before it has begun, so that who waits only shortly
// does so behind a patient one, too.
bool Connection::begin() {
    sqlite3_busy_timeout(handle_, turnMs);
    bool begun = false;
    for (int waited = 0; !begun && waited < patienceMs_; waited += turnMs) {
        if (waited > 0 && hurried_)
            break;
        if (waited > 0 && writers_) {
            writers_->unlock();
            writers_->lock();
        }
        clearError();
        begun = Statement(*this, "BEGIN IMMEDIATE").run().has_value();
        if (!begun && error_ != VaultError::InUse)
            break;
    }
    sqlite3_busy_timeout(handle_, patienceMs_);
    return begun;
}

Connection::~Connection() {
    for (const auto& [sql, shelf] : shelves_)
        for (sqlite3_stmt* statement : shelf)
            sqlite3_finalize(statement);
    sqlite3_close_v2(handle_);
}

bool Connection::answersCipherVersion() {
    Statement version(*this, "PRAGMA cipher_version");
    return version.next() && !version.text(0).isEmpty();
}

// Asks before the key is handed over: where another SQLite stands in SQLCipher's place, sqlite3_key
// would work on a handle it doesn't know.
Result<void, VaultError> Connection::unlock(const crypto::Key& rawKey) {
    if (!answersCipherVersion())
        return fail(VaultError::NotEncrypted);
    const crypto::SecretBytes text = rawKeyText(rawKey);
    if (!isRawKeyText(text.view()))
        return fail(VaultError::NotEncrypted);
    const int code = sqlite3_key(handle_, text.span().data(), int(text.size()));
    if (code != SQLITE_OK)
        return fail(errorOf(code));
    // What goes wrong comes back as a code; SQLCipher would also write it to stderr, with the time.
    // A process's first key sets its log back, so this comes after it.
    return execute("PRAGMA cipher_log_level = NONE");
}

Result<void, VaultError> Connection::configure() {
    // temp_store: no temporary file ever holds a plain page. The read of sqlite_schema is what
    // proves the key.
    // cache_size: 8 MiB where SQLite takes 2. Ids are spread over the file, and each page that
    // comes back is decrypted anew.
    return execute("PRAGMA temp_store = MEMORY;"
                   "PRAGMA cache_size = -8192;"
                   "PRAGMA foreign_keys = ON;"
                   "PRAGMA secure_delete = ON;"
                   "PRAGMA trusted_schema = OFF;"
                   "PRAGMA cell_size_check = ON;"
                   "SELECT count(*) FROM sqlite_schema;"
                   "PRAGMA journal_mode = WAL;"
                   "PRAGMA synchronous = FULL;");
}

Result<void, VaultError> Connection::execute(const char* sql) {
    if (const auto reason = stopped())
        return fail(*reason);
    const int code = sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr);
    if (code == SQLITE_OK)
        return {};
    note(code);
    return fail(errorOf(code, sqlite3_system_errno(handle_)));
}

Result<void, VaultError> Connection::changeKey(const crypto::Key& rawKey) {
    // Outside WAL, so that no page of the old key waits in a log.
    if (const auto done = execute("PRAGMA journal_mode = DELETE"); !done)
        return done;
    const crypto::SecretBytes text = rawKeyText(rawKey);
    const int code = sqlite3_rekey(handle_, text.span().data(), int(text.size()));
    if (code != SQLITE_OK)
        return fail(errorOf(code, sqlite3_system_errno(handle_)));
    return execute("PRAGMA journal_mode = WAL");
}

qint64 Connection::integrityProblems() {
    qint64 problems = 0;
    Statement pages(*this, "PRAGMA cipher_integrity_check"); // a row a fault
    while (pages.next())
        ++problems;
    Statement structure(*this, "PRAGMA integrity_check"); // one row "ok", or a row a fault
    while (structure.next())
        problems += structure.text(0) == QLatin1String("ok") ? 0 : 1;
    return problems + (pages.error() ? 1 : 0) + (structure.error() ? 1 : 0);
}

qint64 Connection::changes() const {
    return sqlite3_changes64(handle_);
}

qint64 Connection::lastInsertId() const {
    return sqlite3_last_insert_rowid(handle_);
}

bool Connection::inTransaction() const {
    return sqlite3_get_autocommit(handle_) == 0;
}

quint64 Connection::dataVersion() {
    // data_version tells of others' commits only.
    Statement version(*this, "PRAGMA data_version");
    return (quint64(integerOf(version).value_or(0)) << 32) + ownCommits_;
}

void Connection::raise(VaultError kind) {
    if (!error_)
        error_ = kind;
}

void Connection::note(int sqliteCode) {
    raise(errorOf(sqliteCode, sqlite3_system_errno(handle_)));
}

Connection::Shelf& Connection::shelf(std::string_view sql) {
    const auto found = shelves_.find(sql);
    return found != shelves_.end() ? found->second : shelves_[std::string(sql)];
}

sqlite3_stmt* Connection::take(Shelf& shelf, std::string_view sql) {
    if (!shelf.empty()) {
        sqlite3_stmt* statement = shelf.back();
        shelf.pop_back();
        return statement;
    }
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), int(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        note(code);
    return statement;
}

void Connection::giveBack(Shelf& shelf, sqlite3_stmt* statement) {
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement); // the words bound to it are not kept about
    shelf.push_back(statement);
}

// FULL writes the log through to the disk with each commit. NORMAL does so no earlier than before a
// checkpoint, and what a later FULL writes through has everything before it.
bool Connection::become(Durability durability) {
    if (durability == durability_)
        return true;
    const bool atOnce = durability == Durability::AtOnce;
    if (!execute(atOnce ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL"))
        return false;
    durability_ = durability;
    return true;
}

Transaction::Transaction(Connection& connection, Durability durability)
    : connection_(connection), joined_(connection.bulk_) {
    if (joined_)
        return;
    if (connection_.writers_)
        connection_.writers_->lock();
    connection_.scoped_ = true;
    connection_.clearError();
    open_ = connection_.become(durability) && connection_.begin();
}

Transaction::~Transaction() {
    if (joined_)
        return;
    // SQLite may have rolled back by itself (full disk, I/O error).
    if (open_ && connection_.inTransaction())
        sqlite3_exec(connection_.handle_, "ROLLBACK", nullptr, nullptr, nullptr);
    connection_.scoped_ = false;
    (void)connection_.become(Durability::AtOnce); // tried again where the next one begins
    if (connection_.writers_)
        connection_.writers_->unlock();
}

Result<void, VaultError> Transaction::commit() {
    if (error())
        return fail(*error());
    if (joined_)
        return {};
    if (const auto done = Statement(connection_, "COMMIT").run(); !done)
        return done;
    open_ = false;
    ++connection_.ownCommits_;
    return {};
}

Snapshot::Snapshot(Connection& connection) : connection_(connection) {
    open_ = !connection.inTransaction() && Statement(connection, "BEGIN").run().has_value();
}

Snapshot::~Snapshot() {
    if (open_ && connection_.inTransaction())
        (void)Statement(connection_, "COMMIT").run();
}

} // namespace mend::vault
