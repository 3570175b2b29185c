#include "core/vault/verify.h"

#include "core/domain/content.h"
#include "core/vault/connection.h"
#include "core/vault/projection.h"
#include "core/vault/rules.h"

#include <map>

namespace mend::vault {
namespace {

using What = Problem::What;

// The projection's tables once more, empty, in memory, and in the place of those in the file for
// this connection: SQLite looks for a name among temporary tables first.
class ProjectionAside {
public:
    explicit ProjectionAside(Connection& connection) : db_(connection) {
        std::vector<QString> made;
        {
            Statement rows(db_,
                           "SELECT sql FROM main.sqlite_schema WHERE sql IS NOT NULL AND"
                           " tbl_name IN ('log_order', 'facing', 'pair_point', 'filed', 'entry',"
                           " 'entry_text', 'commitment', 'commitment_day', 'scale')"
                           " ORDER BY type = 'table' DESC");
            while (rows.next())
                made.push_back(rows.text(0));
        }
        for (QString& sql : made) {
            for (const char* what : {"TABLE ", "VIEW ", "INDEX "}) {
                const QLatin1String created(what);
                if (const qsizetype at = sql.indexOf(created); at >= 0 && at < nameBefore)
                    sql.insert(at + created.size(), QLatin1String("temp."));
            }
            (void)db_.execute(sql.toUtf8().constData());
        }
    }
    ~ProjectionAside() {
        (void)db_.execute("DROP VIEW temp.filed; DROP TABLE temp.log_order;"
                          "DROP TABLE temp.facing;"
                          "DROP TABLE temp.pair_point; DROP TABLE temp.entry;"
                          "DROP TABLE temp.entry_text; DROP TABLE temp.commitment;"
                          "DROP TABLE temp.commitment_day; DROP TABLE temp.scale;");
    }
    ProjectionAside(const ProjectionAside&) = delete;
    ProjectionAside& operator=(const ProjectionAside&) = delete;

private:
    static constexpr qsizetype nameBefore = 20; // characters: CREATE VIRTUAL TABLE …
    Connection& db_;
};

class Verification {
public:
    explicit Verification(Connection& connection) : db_(connection), store_(connection) {}

    Result<VerifyReport, VaultError> run();

private:
    void checkLog(const LogRow& log);
    void checkRecord(const LogRow& log, const RecordRow& row);
    void checkBody(const LogRow& log, const RecordRow& row, const record::Header& header);
    void checkHeads(const LogRow& log);
    void checkAcks();
    void checkProjection();
    void found(What what, qint64 count = 1) {
        if (count > 0)
            problems_[what] += count;
    }

    Connection& db_;
    LogStore store_;
    std::map<What, qint64> problems_;
    quint64 records_ = 0;
};

// The row says what the signed header says, and stands where its chain puts it.
bool agrees(const RecordRow& row, const record::Header& header, const LogRow& log) {
    return header.log == log.key && header.seq == row.seq && header.kind == row.kind &&
           header.day == row.day && header.at == row.at && header.seen == row.seen &&
           header.seal == row.seal;
}

void Verification::checkRecord(const LogRow& log, const RecordRow& row) {
    ++records_;
    const QByteArray bytes = store_.headerBytes(row.n);
    const auto header = record::decodeHeader(bytes);
    if (!header || record::recordId(bytes) != row.id || !agrees(row, *header, log))
        return found(What::BadHash);
    const auto before = header->prev ? store_.record(*header->prev) : std::nullopt;
    const bool follows = header->prev
                             ? before && before->log == row.log && before->seq + 1 == row.seq
                             : row.seq == 0;
    if (!follows)
        found(What::BrokenChain);
    checkBody(log, row, *header);
}

void Verification::checkBody(const LogRow& log, const RecordRow& row,
                             const record::Header& header) {
    const auto bytes = store_.bodyBytes(row.n);
    const bool first = row.seq == 0;
    if (!bytes)
        return found(What::BadMember, first ? 1 : 0);
    if (record::bodyHash(*bytes) != header.bodyHash)
        return found(What::BadHash);
    const auto body = record::decodeBody(row.kind, *bytes);
    const auto* member = body ? std::get_if<Member>(&body->content) : nullptr;
    if (first || member) {
        const bool good =
            member && record::verifyMember(log.key, *member) && (*member)->identity == log.identity;
        found(What::BadMember, good ? 0 : 1);
    }
    if (!body && body.error() == record::RecordError::AgainstRules)
        return found(What::AgainstRules);
    if (!body && body.error() != record::RecordError::UnknownKind)
        return found(What::Unreadable);
    if (body && ruling(db_, row) == Ruling::Against)
        found(What::AgainstRules);
}

void Verification::checkLog(const LogRow& log) {
    Statement rows(db_, "SELECT n FROM record WHERE log = ? ORDER BY seq, n");
    rows.bind(log.number);
    quint64 next = 0;
    while (rows.next()) {
        const auto row = store_.recordByNumber(rows.integer(0));
        if (!row)
            continue; // the connection knows why
        // A gap; the second branch of a fork comes again at a seq that was there.
        found(What::BrokenChain, row->seq > next ? 1 : 0);
        next = std::max(next, row->seq + 1);
        checkRecord(log, *row);
    }
    found(What::Fork, log.forked ? 1 : 0);
    checkHeads(log);
}

void Verification::checkHeads(const LogRow& log) {
    Statement rows(db_, "SELECT seq, record, signature FROM head WHERE log = ?");
    rows.bind(log.number);
    while (rows.next()) {
        const LogHead head{log.key, quint64(rows.integer(0)), rows.fixed<RecordId>(1)};
        if (!record::verify(record::SignedHead{head, rows.fixed<Signature>(2)})) {
            found(What::BadHeadSignature);
            continue;
        }
        const auto covered = store_.record(head.id);
        if (!covered)
            found(What::RolledBack);
        else if (covered->log != log.number || covered->seq != head.seq)
            found(What::BadHeadSignature);
    }
}

// The other once held more of mine than I have: my side was set back.
void Verification::checkAcks() {
    Statement rows(db_, "SELECT their_log, their_seq, their_id, my_log, my_seq, my_id, signature"
                        " FROM ack");
    while (rows.next()) {
        const record::Ack ack{
            {rows.fixed<LogId>(0), quint64(rows.integer(1)), rows.fixed<RecordId>(2)},
            {rows.fixed<LogId>(3), quint64(rows.integer(4)), rows.fixed<RecordId>(5)},
            rows.fixed<Signature>(6)};
        const auto log = store_.log(ack.held.log);
        if (!record::verify(ack))
            found(What::BadHeadSignature);
        else if (!log || !store_.holds(*log, ack.held))
            found(What::RolledBack);
    }
}

void Verification::checkProjection() {
    Projection projection(db_);
    const QByteArray before = projection.digest();
    const ProjectionAside aside(db_);
    const auto rebuilt = projection.rebuild();
    found(What::ProjectionDiffers, rebuilt && projection.digest() == before ? 0 : 1);
}

Result<VerifyReport, VaultError> Verification::run() {
    // Everything is seen in one state, and nobody who writes meanwhile has to wait.
    db_.clearError();
    const Snapshot snapshot(db_);
    if (const auto error = db_.error())
        return fail(*error);
    found(What::IntegrityCheck, db_.integrityProblems());
    for (const LogRow& log : store_.logs())
        checkLog(log);
    checkAcks();
    checkProjection();
    // What could not be looked at for want of room says nothing about what is there.
    const auto error = db_.error();
    if (error && (problems_.empty() || *error == VaultError::DiskFull))
        return fail(*error);
    VerifyReport report;
    report.records = records_;
    for (const auto& [what, count] : problems_)
        report.problems.push_back({what, count});
    return report;
}

} // namespace

Result<VerifyReport, VaultError> verify(Connection& connection) {
    return Verification(connection).run();
}

bool VerifyReport::ok() const {
    for (const Problem& problem : problems)
        if (problem.what != What::AgainstRules)
            return false;
    return true;
}

QString name(Problem::What what) {
    switch (what) {
    case What::BrokenChain:
        return QStringLiteral("broken-chain");
    case What::BadHash:
        return QStringLiteral("bad-hash");
    case What::BadHeadSignature:
        return QStringLiteral("bad-head-signature");
    case What::BadMember:
        return QStringLiteral("bad-member");
    case What::Unreadable:
        return QStringLiteral("unreadable");
    case What::AgainstRules:
        return QStringLiteral("against-rules");
    case What::Fork:
        return QStringLiteral("fork");
    case What::ProjectionDiffers:
        return QStringLiteral("projection-differs");
    case What::IntegrityCheck:
        return QStringLiteral("integrity-check");
    case What::RolledBack:
        return QStringLiteral("rolled-back");
    }
    return {};
}

} // namespace mend::vault
