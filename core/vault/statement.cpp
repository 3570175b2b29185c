#include "core/vault/statement.h"

#include <sqlcipher/sqlite3.h>

namespace mend::vault {

Statement::Statement(Connection& connection, std::string_view sql)
    : connection_(connection), shelf_(connection.shelf(sql)),
      statement_(connection.take(shelf_, sql)) {
    if (!statement_)
        error_ = connection_.error().value_or(VaultError::Damaged);
}

Statement::~Statement() {
    if (statement_)
        connection_.giveBack(shelf_, statement_);
}

bool Statement::next() {
    if (!error_)
        error_ = connection_.stopped();
    if (error_)
        return false;
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        note(code);
    return false;
}

Result<void, VaultError> Statement::run() {
    while (next()) {
    }
    if (error_)
        return fail(*error_);
    return {};
}

void Statement::reset() {
    if (!statement_)
        return;
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
    bound_ = 0;
}

bool Statement::isNull(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const {
    return sqlite3_column_int64(statement_, column);
}

std::optional<qint64> Statement::optionalInteger(int column) const {
    if (isNull(column))
        return std::nullopt;
    return integer(column);
}

QByteArray Statement::blob(int column) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    return QByteArray(static_cast<const char*>(bytes), sqlite3_column_bytes(statement_, column));
}

std::optional<QByteArray> Statement::optionalBlob(int column) const {
    if (isNull(column))
        return std::nullopt;
    return blob(column);
}

crypto::SecretBytes Statement::secret(int column) const {
    const void* bytes = sqlite3_column_blob(statement_, column);
    const qsizetype size = sqlite3_column_bytes(statement_, column);
    return crypto::SecretBytes::copyOf(QByteArrayView(static_cast<const char*>(bytes), size));
}

QString Statement::text(int column) const {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return QString::fromUtf8(text, sqlite3_column_bytes(statement_, column));
}

std::optional<Day> Statement::day(int column) {
    if (isNull(column))
        return std::nullopt;
    const auto day = Day::fromEpochDays(integer(column));
    if (!day)
        wrongSize();
    return day;
}

void Statement::bindNext(std::nullopt_t) {
    if (statement_)
        note(sqlite3_bind_null(statement_, ++bound_));
}

void Statement::bindNext(qint64 value) {
    if (statement_)
        note(sqlite3_bind_int64(statement_, ++bound_, value));
}

void Statement::bindNext(QByteArrayView bytes) {
    if (!statement_)
        return;
    // A null pointer would bind NULL.
    const char* data = bytes.isEmpty() ? "" : bytes.data();
    note(sqlite3_bind_blob64(statement_, ++bound_, data, sqlite3_uint64(bytes.size()),
                             SQLITE_TRANSIENT));
}

void Statement::bindNext(const QString& text) {
    if (!statement_)
        return;
    const QByteArray utf8 = text.toUtf8();
    const char* data = utf8.isEmpty() ? "" : utf8.constData();
    note(sqlite3_bind_text64(statement_, ++bound_, data, sqlite3_uint64(utf8.size()),
                             SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::wrongSize() {
    error_ = VaultError::Damaged;
    connection_.raise(VaultError::Damaged);
}

void Statement::note(int sqliteCode) {
    if (sqliteCode == SQLITE_OK || error_)
        return;
    connection_.note(sqliteCode);
    error_ = errorOf(sqliteCode, sqlite3_system_errno(connection_.handle_));
}

std::optional<qint64> integerOf(Statement& statement) {
    if (!statement.next() || statement.isNull(0))
        return std::nullopt;
    return statement.integer(0);
}

} // namespace mend::vault
