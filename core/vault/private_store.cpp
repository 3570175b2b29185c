#include "core/vault/private_store.h"

#include "core/record/body.h"
#include "core/vault/search_words.h"
#include "core/vault/statement.h"

#include <algorithm>
#include <limits>

namespace mend::vault {
namespace {

constexpr qsizetype textLimit = 256 * 1024;   // Bytes of a journal entry or a draft: a long essay.
constexpr qsizetype settingLimit = 64 * 1024; // Bytes. Window geometry is the largest, below 1 KiB.

Result<void, VaultError> unknownUnlessChanged(Connection& connection, Transaction& transaction) {
    if (connection.changes() == 0 && !transaction.error())
        return fail(VaultError::UnknownId);
    return transaction.commit();
}

Result<void, VaultError> removeFrom(Connection& connection, const char* sql, qint64 id) {
    Transaction transaction(connection);
    Statement remove(connection, sql);
    (void)remove.bind(id).run();
    return unknownUnlessChanged(connection, transaction);
}

// Written like a record's body, so that one codec and one set of limits serves both; the salt hides
// nothing here.
Result<qint64, VaultError> addContent(Connection& connection, const char* sql, Day day,
                                      UtcMillis at, const Content& content) {
    const auto body = record::encodeBody({content, std::nullopt}, Salt());
    if (!body)
        return fail(VaultError::TooLarge);
    Transaction transaction(connection);
    Statement insert(connection, sql);
    (void)insert.bind(day, at, *body).run();
    const qint64 id = connection.lastInsertId();
    if (const auto done = transaction.commit(); !done)
        return fail(done.error());
    return id;
}

// Rows of (id, day, at, body) as Private… values.
template <class Row, class T>
Result<std::vector<Row>, VaultError> readContents(Statement& rows, Kind kind) {
    std::vector<Row> all;
    while (rows.next()) {
        const auto body = record::decodeBody(name(kind), rows.blob(3));
        const T* content = body ? std::get_if<T>(&body->content) : nullptr;
        if (!content)
            return fail(VaultError::Damaged);
        all.push_back(
            {rows.integer(0), rows.day(1).value_or(Day()), rows.integer(2), content->fields()});
    }
    if (const auto error = rows.error())
        return fail(*error);
    return all;
}

// Behind every row where nothing is said.
void bindPlace(Statement& rows, const std::optional<KeptPlace>& before, int limit) {
    constexpr qint64 behindAll = std::numeric_limits<qint64>::max();
    const qint64 day = before ? qint64(before->day.epochDays()) : behindAll;
    rows.bind(day, before ? before->id : behindAll, limit);
}

bool fits(const QString& text) {
    return text.size() <= textLimit && text.toUtf8().size() <= textLimit;
}

void putJournalText(Connection& connection, qint64 id, const QString& text) {
    Statement words(connection, "INSERT INTO journal_text(rowid, text) VALUES (?, ?)");
    (void)words.bind(id, text).run();
}

Result<std::vector<JournalEntry>, VaultError> readJournal(Statement& rows) {
    std::vector<JournalEntry> entries;
    while (rows.next())
        entries.push_back(
            {rows.integer(0), rows.day(1).value_or(Day()), rows.integer(2), rows.text(3)});
    if (const auto error = rows.error())
        return fail(*error);
    return entries;
}

} // namespace

Result<qint64, VaultError> PrivateStore::addCheckIn(Day day, const CheckIn& checkIn) {
    return addContent(connection_, "INSERT INTO private_checkin(day, at, body) VALUES (?, ?, ?)",
                      day, clock_.nowMs(), checkIn);
}

Result<std::vector<PrivateCheckIn>, VaultError> PrivateStore::checkIns(Day from, Day to) {
    Statement rows(connection_, "SELECT id, day, at, body FROM private_checkin"
                                " WHERE day BETWEEN ? AND ? ORDER BY day DESC, id DESC");
    rows.bind(from, to);
    return readContents<PrivateCheckIn, CheckIn>(rows, Kind::CheckIn);
}

Result<std::vector<PrivateCheckIn>, VaultError>
PrivateStore::checkInsBefore(const std::optional<KeptPlace>& before, int limit) {
    Statement rows(connection_, "SELECT id, day, at, body FROM private_checkin"
                                " WHERE (day, id) < (?, ?) ORDER BY day DESC, id DESC LIMIT ?");
    bindPlace(rows, before, limit);
    return readContents<PrivateCheckIn, CheckIn>(rows, Kind::CheckIn);
}

Result<void, VaultError> PrivateStore::removeCheckIn(qint64 id) {
    return removeFrom(connection_, "DELETE FROM private_checkin WHERE id = ?", id);
}

Result<qint64, VaultError> PrivateStore::addMoment(Day day, const Moment& moment) {
    return addContent(connection_, "INSERT INTO private_moment(day, at, body) VALUES (?, ?, ?)",
                      day, clock_.nowMs(), moment);
}

Result<std::vector<PrivateMoment>, VaultError> PrivateStore::moments(Day from, Day to) {
    Statement rows(connection_, "SELECT id, day, at, body FROM private_moment"
                                " WHERE day BETWEEN ? AND ? ORDER BY day DESC, id DESC");
    rows.bind(from, to);
    return readContents<PrivateMoment, Moment>(rows, Kind::Moment);
}

Result<std::vector<PrivateMoment>, VaultError>
PrivateStore::momentsBefore(const std::optional<KeptPlace>& before, int limit) {
    Statement rows(connection_, "SELECT id, day, at, body FROM private_moment"
                                " WHERE (day, id) < (?, ?) ORDER BY day DESC, id DESC LIMIT ?");
    bindPlace(rows, before, limit);
    return readContents<PrivateMoment, Moment>(rows, Kind::Moment);
}

Result<void, VaultError> PrivateStore::removeMoment(qint64 id) {
    return removeFrom(connection_, "DELETE FROM private_moment WHERE id = ?", id);
}

Result<qint64, VaultError> PrivateStore::addJournal(Day day, const QString& text) {
    if (!fits(text))
        return fail(VaultError::TooLarge);
    Transaction transaction(connection_);
    Statement insert(connection_, "INSERT INTO journal(day, at) VALUES (?, ?)");
    (void)insert.bind(day, clock_.nowMs()).run();
    const qint64 id = connection_.lastInsertId();
    putJournalText(connection_, id, text);
    if (const auto done = transaction.commit(); !done)
        return fail(done.error());
    return id;
}

Result<void, VaultError> PrivateStore::changeJournal(qint64 id, const QString& text) {
    if (!fits(text))
        return fail(VaultError::TooLarge);
    Transaction transaction(connection_);
    Statement remove(connection_, "DELETE FROM journal_text WHERE rowid ="
                                  " (SELECT id FROM journal WHERE id = ?)");
    (void)remove.bind(id).run();
    if (connection_.changes() == 0 && !transaction.error())
        return fail(VaultError::UnknownId);
    putJournalText(connection_, id, text);
    return transaction.commit();
}

Result<void, VaultError> PrivateStore::removeJournal(qint64 id) {
    Transaction transaction(connection_);
    Statement words(connection_, "DELETE FROM journal_text WHERE rowid = ?");
    (void)words.bind(id).run();
    Statement entry(connection_, "DELETE FROM journal WHERE id = ?");
    (void)entry.bind(id).run();
    return unknownUnlessChanged(connection_, transaction);
}

Result<std::vector<JournalEntry>, VaultError> PrivateStore::journal(const QString& search,
                                                                    int limit, int offset) {
    const QString query = searchQuery(search);
    if (query.isEmpty()) {
        Statement rows(connection_, "SELECT j.id, j.day, j.at, t.text FROM journal j"
                                    " JOIN journal_text t ON t.rowid = j.id"
                                    " ORDER BY j.day DESC, j.id DESC LIMIT ? OFFSET ?");
        rows.bind(std::max(0, limit), std::max(0, offset));
        return readJournal(rows);
    }
    Statement rows(connection_, "SELECT j.id, j.day, j.at, t.text FROM journal j"
                                " JOIN journal_text t ON t.rowid = j.id"
                                " WHERE j.id IN (SELECT rowid FROM journal_text"
                                "  WHERE journal_text MATCH ?)"
                                " ORDER BY j.day DESC, j.id DESC LIMIT ? OFFSET ?");
    rows.bind(query, std::max(0, limit), std::max(0, offset));
    return readJournal(rows);
}

Result<void, VaultError> PrivateStore::saveDraft(const QString& place, const QByteArray& bytes) {
    if (bytes.size() > textLimit)
        return fail(VaultError::TooLarge);
    Transaction transaction(connection_);
    if (bytes.isEmpty()) {
        Statement remove(connection_, "DELETE FROM draft WHERE place = ?");
        (void)remove.bind(place).run();
    } else {
        Statement put(connection_, "INSERT INTO draft(place, bytes) VALUES (?, ?)"
                                   " ON CONFLICT(place) DO UPDATE SET bytes = excluded.bytes");
        (void)put.bind(place, bytes).run();
    }
    return transaction.commit();
}

QByteArray PrivateStore::draft(const QString& place) {
    Statement row(connection_, "SELECT bytes FROM draft WHERE place = ?");
    row.bind(place);
    return row.next() ? row.blob(0) : QByteArray();
}

QStringList PrivateStore::drafts(const QString& beginning) {
    Statement rows(connection_, "SELECT place FROM draft WHERE substr(place, 1, ?) = ?"
                                " ORDER BY place");
    rows.bind(int(beginning.size()), beginning);
    QStringList places;
    while (rows.next())
        places.append(rows.text(0));
    return places;
}

Result<void, VaultError> PrivateStore::setStep(const QString& step, StepState state) {
    if (!isStepId(step))
        return fail(VaultError::AgainstRules);
    Transaction transaction(connection_);
    Statement put(connection_, "INSERT INTO step(id, state) VALUES (?, ?)"
                               " ON CONFLICT(id) DO UPDATE SET state = excluded.state");
    (void)put.bind(step, int(state)).run();
    return transaction.commit();
}

Result<void, VaultError> PrivateStore::setSetting(const QString& key, const QByteArray& value,
                                                  Durability durability) {
    if (value.size() > settingLimit)
        return fail(VaultError::TooLarge);
    Transaction transaction(connection_, durability);
    Statement put(connection_, "INSERT INTO setting(key, value) VALUES (?, ?)"
                               " ON CONFLICT(key) DO UPDATE SET value = excluded.value");
    (void)put.bind(key, value).run();
    return transaction.commit();
}

std::optional<QByteArray> PrivateStore::setting(const QString& key) {
    Statement row(connection_, "SELECT value FROM setting WHERE key = ?");
    row.bind(key);
    return row.next() ? std::optional(row.blob(0)) : std::nullopt;
}

} // namespace mend::vault
