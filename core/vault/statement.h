#pragma once
// One prepared statement: bind, step, read columns. Taken from its connection's cache and given
// back at the end of the scope.
//
//   Statement rows(db, "SELECT id, day FROM record WHERE log = ?");
//   rows.bind(log);
//   while (rows.next())
//       use(rows.fixed<RecordId>(0), rows.integer(1));
//   if (const auto error = rows.error()) …
//
// An error (also a column of the wrong size: Damaged) ends the rows and sticks to the connection.

#include "core/base/bytes.h"
#include "core/base/day.h"
#include "core/vault/connection.h"

namespace mend::vault {

class Statement {
public:
    // `sql` names the statement in the cache.
    Statement(Connection& connection, std::string_view sql);
    ~Statement();
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    // Binds the next parameters in order. An empty optional is NULL; an empty byte string is not.
    template <class... Values>
    Statement& bind(const Values&... values) {
        (bindNext(values), ...);
        return *this;
    }

    // The next row, if there is one.
    bool next();
    // To the end; for what gives no rows.
    Result<void, VaultError> run();
    // Ready to be bound and run again.
    void reset();
    std::optional<VaultError> error() const { return error_; }

    bool isNull(int column) const;
    qint64 integer(int column) const;
    std::optional<qint64> optionalInteger(int column) const;
    bool boolean(int column) const { return integer(column) != 0; }
    QByteArray blob(int column) const;
    std::optional<QByteArray> optionalBlob(int column) const;
    crypto::SecretBytes secret(int column) const;
    QString text(int column) const;
    std::optional<Day> day(int column); // NULL is none; a number that is no Day is Damaged
    template <class Fixed>
    Fixed fixed(int column) {
        const auto value = Fixed::from(blob(column));
        return value ? *value : (wrongSize(), Fixed());
    }
    template <class Fixed>
    std::optional<Fixed> optionalFixed(int column) {
        if (isNull(column))
            return std::nullopt;
        return fixed<Fixed>(column);
    }

private:
    void bindNext(std::nullopt_t);
    void bindNext(qint64 value);
    void bindNext(int value) { bindNext(qint64(value)); }
    void bindNext(quint64 value) { bindNext(qint64(value)); } // Mend counts to 63 bits
    void bindNext(bool value) { bindNext(qint64(value)); }
    void bindNext(QByteArrayView bytes);
    void bindNext(const QByteArray& bytes) { bindNext(QByteArrayView(bytes)); }
    void bindNext(const crypto::SecretBytes& secret) { bindNext(secret.view()); }
    void bindNext(const QString& text);
    void bindNext(Day day) { bindNext(day.epochDays()); }
    template <class Tag, std::size_t N>
    void bindNext(const FixedBytes<Tag, N>& bytes) {
        bindNext(bytes.view());
    }
    template <class T>
    void bindNext(const std::optional<T>& value) {
        if (value)
            bindNext(*value);
        else
            bindNext(std::nullopt);
    }
    void wrongSize();
    void note(int sqliteCode);

    Connection& connection_;
    Connection::Shelf& shelf_;
    sqlite3_stmt* statement_;
    int bound_ = 0;
    std::optional<VaultError> error_;
};

// The first column of the only row, or nothing.
std::optional<qint64> integerOf(Statement& statement);

} // namespace mend::vault
