#pragma once
// The tables of logs and records (migrations/0001_log.cpp) as rows. For vault/ alone; writing
// happens in the caller's transaction.

#include "core/domain/role.h"
#include "core/record/record.h"
#include "core/vault/statement.h"

namespace mend::vault {

struct LogRow {
    qint64 number = 0;
    LogId key;
    Person owner = Person::Me;
    IdentityId identity;
    std::optional<qint64> pairing;
    bool live = false;
    bool forked = false;
};

struct RecordRow {
    qint64 n = 0; // order of arrival here
    RecordId id;
    qint64 log = 0;
    Person author = Person::Me;
    std::optional<qint64> pairing; // of its log
    quint64 seq = 0;
    QString kind;
    std::optional<Day> day;
    UtcMillis at = 0;
    quint64 seen = 0;
    record::Seal seal = record::Seal::None;
    bool withdrawn = false;
    bool given = false;
    std::optional<RecordId> replaces;
    std::optional<RecordId> about;
};

// Versions of one thing that are linked with each other. Nobody edits an entry that often; whoever
// sends more makes each further one cost as much as all before it.
inline constexpr int versionLimit = 256;

class LogStore {
public:
    explicit LogStore(Connection& connection) : db_(connection) {}

    std::optional<LogRow> log(const LogId& key);
    std::optional<LogRow> liveLog(); // mine
    std::vector<LogRow> logs();
    LogRow addLog(const LogId& key, Person owner, const IdentityId& identity);
    // Of my logs, the one that is written from now on; of the other's, the one that is taken.
    void makeLive(const LogRow& log);
    void markForked(qint64 log);

    // The record that the next one follows: the highest seq, of two branches the one that came
    // first.
    std::optional<LogHead> head(const LogRow& log);
    quint64 count(qint64 log);

    std::optional<RecordRow> record(const RecordId& id);
    std::optional<RecordRow> recordByNumber(qint64 n);
    // Whether the record that `head` names stands in `log` where it says.
    bool holds(const LogRow& log, const LogHead& head);
    // The newest record of a kind in a log (highest seq).
    std::optional<RecordRow> newest(qint64 log, const QString& kind);
    std::optional<RecordId> idAt(qint64 log, quint64 seq);
    // Nothing when it isn't here, can't be read by this version, or was withdrawn.
    std::optional<record::Body> body(qint64 n);
    std::optional<QByteArray> bodyBytes(qint64 n);
    QByteArray headerBytes(qint64 n);

    // How many are linked as versions with `id`, or with `other`; versionLimit + 1 at most.
    qint64 versions(const std::optional<qint64>& pairing, const RecordId& id,
                    const std::optional<RecordId>& other = {});
    // False where one more version of `replaced` would make more than versionLimit of them in the
    // logs of one pairing (nothing: those at home). One that has an id already may be replaced
    // itself.
    bool hasRoomForVersion(const std::optional<qint64>& pairing, const RecordId& replaced,
                           const std::optional<RecordId>& id = {});
    // Its number. The body's replaces and about go to their columns; what there is no room for
    // (room.h), as a version or at all, replaces a record that never comes, and names nothing.
    qint64 insert(const LogRow& log, const record::Record& record);
    void setBody(qint64 n, const QString& kind, const QByteArray& body);
    void markGiven(qint64 n);
    // The other says that it holds a log of mine from `first` to `last`: words that weren't sealed
    // came with their records.
    void markHeld(qint64 log, quint64 first, quint64 last);
    void markWithdrawn(qint64 n);
    // Takes away the words of every record that a withdrawal of `named`, record `withdrawal`,
    // covers: each version, and for a kind sealed by day every earlier record of that day that was
    // said to the same person. Their numbers.
    std::vector<qint64> withdraw(const RecordRow& named, qint64 withdrawal);

    // Small values under a name.
    std::optional<QByteArray> value(std::string_view key);
    crypto::SecretBytes secretValue(std::string_view key);
    void setValue(std::string_view key, QByteArrayView bytes);

private:
    std::optional<RecordId> linkable(const std::optional<qint64>& pairing, const RecordId& id,
                                     const std::optional<RecordId>& replaced);

    Connection& db_;
};

} // namespace mend::vault
