#include "core/vault/projection.h"

#include "core/vault/projection_chains.h"
#include "core/vault/projection_checkins.h"
#include "core/vault/projection_commitments.h"
#include "core/vault/projection_days.h"
#include "core/vault/projection_logs.h"
#include "core/vault/room.h"

#include <set>
#include <unordered_set>

namespace mend::vault {
namespace {

// The commitment itself always; what was asked and answered about it when that reads differently
// now; what is said about its days when it began or ceased to stand.
void projectPromise(Connection& connection, const RecordId& id) {
    const PromiseChange change = projectCommitment(connection, id);
    std::set<Day> days;
    const auto project = [&](Kind kind) {
        std::unordered_set<qint64> done;
        for (const FiledRecord& record : recordsAbout(connection, id, kind)) {
            if (!done.contains(record.n))
                for (const qint64 member : projectFamily(connection, record))
                    done.insert(member);
            if ((kind == Kind::Outcome || kind == Kind::View) && record.day)
                days.insert(*record.day);
        }
    };
    if (const auto root = filedRecord(connection, id))
        projectFamily(connection, *root);
    if (change == PromiseChange::None)
        return;
    project(Kind::Consent);
    project(Kind::CommitmentChange);
    if (change != PromiseChange::Standing)
        return;
    project(Kind::Outcome);
    project(Kind::View);
    for (const Day day : days)
        projectDay(connection, id, day);
}

// Whether I can be asked decides which proposals show.
void projectProposals(Connection& connection) {
    std::vector<RecordId> asked;
    for (const CommitmentRow& row : commitmentRows(connection))
        if (row.standing == Standing::Proposed || row.standing == Standing::Hidden)
            asked.push_back(row.id);
    for (const RecordId& id : asked)
        projectPromise(connection, id);
}

void projectRecord(Connection& connection, const FiledRecord& record);

// What an `open` or a `withdraw` names may be of any kind, and may not be here yet.
void projectNamed(Connection& connection, const FiledRecord& namer) {
    const auto named = namer.about ? filedRecord(connection, *namer.about) : std::nullopt;
    if (named && named->kind != Kind::Open && named->kind != Kind::Withdraw)
        projectRecord(connection, *named);
}

void projectRecord(Connection& connection, const FiledRecord& record) {
    if (!record.kind || record.replaces == nowhere) {
        projectFamily(connection, record);
        return;
    }
    switch (*record.kind) {
    case Kind::Member:
        if (record.author == Person::Me)
            projectProposals(connection);
        break;
    case Kind::Pair:
    case Kind::Pause:
        break; // the log's own affairs
    case Kind::CheckIn:
        if (record.day)
            projectCheckIns(connection, *record.day);
        break;
    case Kind::Commitment:
        projectPromise(connection, record.id);
        break;
    case Kind::CommitmentChange:
    case Kind::Consent:
        if (record.about)
            projectPromise(connection, *record.about);
        projectFamily(connection, record);
        break;
    case Kind::Outcome:
    case Kind::View:
        projectFamily(connection, record);
        if (record.about && record.day)
            projectDay(connection, *record.about, *record.day);
        break;
    case Kind::Note:
    case Kind::Moment:
    case Kind::Step:
        projectFamily(connection, record);
        break;
    case Kind::Open:
    case Kind::Withdraw:
        projectNamed(connection, record);
        break;
    }
}

template <class Read>
auto collect(Connection& connection, std::string_view sql, Read read) {
    std::vector<decltype(read(std::declval<Statement&>()))> all;
    Statement rows(connection, sql);
    while (rows.next())
        all.push_back(read(rows));
    return all;
}

void rebuildCommitments(Connection& connection) {
    const auto ids = collect(connection, "SELECT id FROM record WHERE kind = 'commitment'",
                             [](Statement& row) { return row.fixed<RecordId>(0); });
    for (const RecordId& id : ids)
        projectCommitment(connection, id);
}

void rebuildEntries(Connection& connection) {
    const auto days = collect(connection,
                              "SELECT DISTINCT day FROM record WHERE kind = 'checkin'"
                              " AND day IS NOT NULL",
                              [](Statement& row) { return row.day(0); });
    for (const std::optional<Day> day : days)
        if (day)
            projectCheckIns(connection, *day);
    const auto others = collect(connection,
                                "SELECT n FROM record WHERE kind <> 'checkin' AND"
                                " day IS NOT NULL ORDER BY n",
                                [](Statement& row) { return row.integer(0); });
    std::unordered_set<qint64> done;
    for (const qint64 n : others) {
        const auto record = done.contains(n) ? std::nullopt : filedRecord(connection, n);
        if (record)
            for (const qint64 member : projectFamily(connection, *record))
                done.insert(member);
    }
}

void rebuildDays(Connection& connection) {
    using Spoken = std::pair<RecordId, std::optional<Day>>;
    const auto spoken =
        collect(connection,
                "SELECT DISTINCT about, day FROM record WHERE"
                " kind IN ('outcome', 'view') AND about IS NOT NULL"
                " AND day IS NOT NULL",
                [](Statement& row) { return Spoken(row.fixed<RecordId>(0), row.day(1)); });
    for (const auto& [commitment, day] : spoken)
        if (day)
            projectDay(connection, commitment, *day);
}

Result<void, VaultError> outcomeOf(const Connection& connection) {
    if (const auto error = connection.error())
        return fail(*error);
    return {};
}

} // namespace

Result<void, VaultError> Projection::apply(qint64 n) {
    if (refreshLogs(connection_, n))
        return rebuild();
    if (const auto record = filedRecord(connection_, n))
        projectRecord(connection_, *record);
    return outcomeOf(connection_);
}

Result<void, VaultError> Projection::applyLogs() {
    if (refreshLogs(connection_))
        return rebuild();
    projectProposals(connection_);
    return outcomeOf(connection_);
}

Result<void, VaultError> Projection::rebuild() {
    const auto emptied = connection_.execute("DELETE FROM entry; DELETE FROM entry_text;"
                                             "DELETE FROM commitment; DELETE FROM commitment_day;"
                                             "DELETE FROM scale;");
    if (!emptied)
        return emptied;
    rebuildLogs(connection_);
    rebuildCommitments(connection_);
    rebuildEntries(connection_);
    rebuildDays(connection_);
    return outcomeOf(connection_);
}

} // namespace mend::vault
