#pragma once
// Two people's logs without keys, and a vault's database that takes their records: what the
// projection is tested with.

#include "core/record/record.h"
#include "core/vault/connection.h"
#include "core/vault/log_store.h"
#include "core/vault/projection.h"
#include "core/vault/read_store.h"
#include "tests/support/fixed_random.h"

#include <QTemporaryDir>

namespace mend::vault::test {

inline const Day sunday = *Day::fromIso(u"2026-11-22");
UtcMillis noonOf(Day day);

struct How {
    std::optional<Day> day = sunday;
    record::Seal seal = record::Seal::None;
    std::optional<RecordId> replaces = {};
    quint64 seen = 0;
    std::optional<UtcMillis> at = {}; // noon of the day
};

// Writes one log.
class Author {
public:
    explicit Author(Person person, quint64 seed);
    record::Record write(const Content& content, const How& how = {});
    // Of a kind this Mend doesn't know, or with a body it can't read, or against its rules.
    record::Record writeRaw(const QString& kind, const QByteArray& body, const How& how = {});
    // The next record takes the place of the last: a fork.
    void forgetLast();

    const Person person;
    const LogId log;

private:
    record::LogPosition positionFor(const How& how) const;
    mend::test::FixedRandom random_;
    std::vector<LogHead> heads_;
};

// A database in a folder of its own, on this test's thread.
class Database {
public:
    Database();
    Connection& connection() { return *connection_; }

private:
    QTemporaryDir folder_;
    std::unique_ptr<Connection> connection_;
};

// What my vault holds of me (0) and Alex (1).
class Folded {
public:
    Folded() : store_(database_.connection()), projection_(database_.connection()) {}

    // As the writer takes it: the record, what it withdraws, the projection.
    record::Record take(const Author& author, record::Record record);
    record::Record takeSealed(const Author& author, record::Record record); // without its words
    void takeBody(const record::Record& record);
    // Checks on the way that folding anew gives the same.
    ReadStore read();
    Projection& projection() { return projection_; }
    LogStore& store() { return store_; }
    Connection& connection() { return database_.connection(); }
    std::vector<TimelineEntry> timeline(const TimelineFilter& filter = {});

private:
    Database database_;
    LogStore store_;
    Projection projection_;
};

inline TimelineKey keyOf(const TimelineEntry& entry) {
    return {entry.day, entry.at, entry.id};
}
TimelineFilter onlyBy(Person person);
TimelineFilter onlyKind(const QString& kind);
TimelineFilter having(const QString& search);

// --- Contents
// ---------------------------------------------------------------------------------------

Content member(bool mayBeAsked, std::vector<LogHead> continued = {});
Content pairWith(const LogId& log, std::vector<LogHead> closed = {});
Content note(const QString& text);
Content moment(const QString& text);
Content step(const QString& id, StepState state);
Content checkIn(const QString& helped, std::optional<int> trust = {});
CommitmentFields promise(const QString& title, Person for_ = Person::Me);
Content commitment(const CommitmentFields& fields);
Content change(const RecordId& id, ChangeKind kind,
               const std::optional<CommitmentFields>& edited = {});
Content consent(const RecordId& id, Answer answer, const QString& note = {});
Content outcome(const RecordId& id, OutcomeState state, const QString& note = {});
Content view(const RecordId& id, ViewState state, const QString& note = {});
Content withdrawal(const RecordId& id);
Content opening(const RecordId& id);

} // namespace mend::vault::test
