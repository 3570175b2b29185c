#include "tests/core/vault/two_vaults.h"

#include "core/domain/content.h"
#include "core/vault/log_key.h"
#include "core/vault/projection.h"
#include "core/vault/read_store.h"
#include "core/vault/statement.h"

#include <set>

namespace mend::test {

using namespace vault;

Partner partnerFrom(TestVault& vault, const LogId& log) {
    const Own own = *vault.vault->sync().own();
    const Member member = vault.vault->member();
    return {IdentityId(own.identity.publicKey()),
            log,
            own.sealingKey,
            own.certificateDer,
            member->name,
            member->role,
            member->relation};
}

void pairUp(TestVault& first, ShareBefore firstShares, TestVault& second, ShareBefore secondShares,
            bool confirmed) {
    SyncStore& a = first.vault->sync();
    SyncStore& b = second.vault->sync();
    const Partner one =
        partnerFrom(first, *a.prepareLog(IdentityId(b.own()->identity.publicKey()), firstShares));
    const Partner two =
        partnerFrom(second, *b.prepareLog(IdentityId(a.own()->identity.publicKey()), secondShares));
    const auto key = crypto::SecretBytes::random(32, first.random);
    EXPECT_TRUE(a.storePairing(two, key, one.log));
    EXPECT_TRUE(b.storePairing(one, key, two.log));
    if (confirmed) {
        EXPECT_TRUE(a.confirmPairing());
        EXPECT_TRUE(b.confirmPairing());
    }
}

TwoVaults::TwoVaults(quint64 seed, bool confirmed)
    : sam(QStringLiteral("Sam"), seed * 2), alex(QStringLiteral("Alex"), seed * 2 + 1) {
    pairUp(sam, ShareBefore::All, alex, ShareBefore::All, confirmed);
}

void giveAll(TestVault& from, TestVault& to) {
    SyncStore& source = from.vault->sync();
    SyncStore& target = to.vault->sync();
    for (;;) {
        const auto held = *target.head(Person::Partner);
        const auto batch = source.batch(Person::Me, held ? held->seq + 1 : 0);
        ASSERT_TRUE(batch) << int(batch.error());
        if (batch->records.empty())
            break;
        const auto taken = target.receive(batch->records, batch->head);
        ASSERT_TRUE(taken) << int(taken.error());
    }
    auto asked = target.lacking(512);
    const auto more = target.mayHaveBeenGiven(512 - int(asked.size()));
    asked.insert(asked.end(), more.begin(), more.end());
    const auto bodies = source.bodies(asked);
    ASSERT_TRUE(bodies) << int(bodies.error());
    ASSERT_TRUE(target.receiveBodies(*bodies));
    if (const auto ack = target.ack()) {
        const auto taken = source.receiveAck(*ack);
        ASSERT_TRUE(taken) << int(taken.error());
    }
}

void exchangeAll(TestVault& a, TestVault& b) {
    for (int round = 0; round < 2; ++round) {
        giveAll(a, b);
        giveAll(b, a);
    }
}

void part(TestVault& a, TestVault& b) {
    EXPECT_TRUE(a.vault->sync().unpair());
    EXPECT_TRUE(b.vault->sync().unpair());
}

namespace {

std::set<RecordId> recordsWhere(TestVault& vault, const char* condition) {
    const auto db = vault.raw();
    Statement rows(*db, std::string("SELECT id FROM record WHERE ") + condition);
    std::set<RecordId> ids;
    while (rows.next())
        ids.insert(rows.fixed<RecordId>(0));
    return ids;
}
std::set<RecordId> idsIn(TestVault& vault) {
    return recordsWhere(vault, "1");
}
std::set<RecordId> sealedIn(TestVault& vault) {
    return recordsWhere(vault, "seal <> 0 AND body IS NULL AND withdrawn = 0");
}

class SharedReading {
public:
    SharedReading(TestVault& reader, TestVault& other)
        : reader_(reader), mine_(idsIn(reader)), theirs_(idsIn(other)), unread_(sealedIn(other)),
          me_(reader.vault->member()->name), them_(other.vault->member()->name) {}

    QStringList lines() {
        const auto page = reader_.vault->read().older({}, {}, 100000);
        EXPECT_TRUE(page);
        for (const TimelineEntry& entry : page->entries)
            add(entry);
        const Day today = reader_.today();
        const auto all = reader_.vault->read().commitments(today, today.plus(-60), today.plus(1));
        EXPECT_TRUE(all);
        for (const CommitmentReading& commitment : *all)
            add(commitment);
        lines_.sort();
        return lines_;
    }

    void drop(QStringList& lines) const {
        lines.removeIf(
            [&](const QString& line) { return ownVersions_.contains(line.section(u' ', 0, 0)); });
    }

private:
    bool isShared(const RecordId& id) const { return mine_.contains(id) && theirs_.contains(id); }
    QString nameOf(Person person) const { return person == Person::Me ? me_ : them_; }

    void add(const TimelineEntry& entry) {
        if (!isShared(entry.id))
            return;
        // Written alone, after they left each other: the other has the version before.
        if (!isShared(entry.newest)) {
            ownVersions_.insert(entry.id.toHex());
            return;
        }
        // Went out, was lost on the way, and is due no more: only its author knows it as open.
        if (entry.by == Person::Me && entry.seal == SealState::None &&
            unread_.contains(entry.newest)) {
            ownVersions_.insert(entry.id.toHex());
            return;
        }
        QStringList line{entry.id.toHex(),  entry.newest.toHex(),      entry.kind,
                         entry.day.toIso(), QString::number(entry.at), nameOf(entry.by),
                         name(entry.seal),  entry.commitmentTitle};
        for (const bool mark : {entry.edited, entry.changedBeforeOpening, entry.changedAfterOpening,
                                entry.late, entry.forked})
            line.push_back(mark ? QStringLiteral("yes") : QStringLiteral("no"));
        // Sealed words are here for their author alone.
        if (entry.content && entry.seal == SealState::None)
            line.push_back(searchText(*entry.content));
        lines_.push_back(line.join(u' '));
    }
    void add(const CommitmentReading& commitment) {
        if (!isShared(commitment.id))
            return;
        const QStringList head{commitment.id.toHex(),
                               nameOf(commitment.owner),
                               nameOf(commitment.proposer),
                               QString::number(int(commitment.state)),
                               commitment.now.title,
                               QString::number(commitment.answer ? int(*commitment.answer) : -1)};
        lines_.push_back(head.join(u' '));
        for (const CommitmentDay& day : commitment.days)
            lines_.push_back(QStringList{commitment.id.toHex(), day.day.toIso(),
                                         QString::number(int(day.state)), day.outcomeNote,
                                         day.viewNote, QString::number(day.noticed),
                                         QString::number(day.thanked)}
                                 .join(u' '));
    }

    TestVault& reader_;
    std::set<RecordId> mine_;
    std::set<RecordId> theirs_;
    std::set<RecordId> unread_;
    QString me_;
    QString them_;
    QStringList lines_;
    std::set<QString> ownVersions_;
};

} // namespace

QStringList sharedReading(TestVault& reader, TestVault& other) {
    SharedReading one(reader, other);
    SharedReading two(other, reader);
    QStringList lines = one.lines();
    (void)two.lines();
    two.drop(lines);
    return lines;
}

std::string readApart(TestVault& a, TestVault& b) {
    const QStringList one = sharedReading(a, b);
    const QStringList two = sharedReading(b, a);
    QString apart;
    for (const QString& line : one)
        if (!two.contains(line))
            apart += QLatin1String("- ") + line + u'\n';
    for (const QString& line : two)
        if (!one.contains(line))
            apart += QLatin1String("+ ") + line + u'\n';
    return apart.toStdString();
}

crypto::SigningKey logKeyOf(TestVault& vault) {
    const auto dataKey = KeySlots::read(slotsPath(vault.folder))->unlock(passphrase());
    return std::move(*readLogKey(vault.folder, *dataKey, vault.vault->liveLog()));
}

std::optional<VaultError> offered(TestVault& to, const std::vector<record::Record>& records,
                                  const record::SignedHead& head) {
    return errorIn(to.vault->sync().receive(records, head));
}

std::optional<VaultError> offered(TestVault& to, const OutBatch& batch) {
    return offered(to, batch.records, batch.head);
}

OutBatch forged(TestVault& author, const record::Draft& draft, quint64 seen,
                std::optional<LogHead> after) {
    record::LogPosition position;
    position.log = author.vault->liveLog();
    position.head = after ? after : *author.vault->sync().head(Person::Me);
    position.seen = seen;
    position.at = author.clock.nowMs();
    auto made = record::make(draft, position, author.random);
    EXPECT_TRUE(made);
    OutBatch batch;
    batch.head = record::signHead(made->head(), logKeyOf(author));
    batch.records.push_back(std::move(*made));
    return batch;
}

record::Draft noteDraft(TestVault& vault, const QString& text) {
    return {{note(text), {}}, vault.today(), record::Seal::None};
}

std::vector<OutBatch> batchesOf(TestVault& from, quint64 seq) {
    std::vector<OutBatch> batches;
    for (;;) {
        auto batch = from.vault->sync().batch(Person::Me, seq);
        EXPECT_TRUE(batch);
        if (!batch || batch->records.empty())
            return batches;
        seq = batch->head.head.seq + 1;
        batches.push_back(std::move(*batch));
    }
}

qint64 wordsHere(TestVault& vault, const QString& kind) {
    const auto db = vault.raw();
    Statement rows(*db, "SELECT count(*) FROM record WHERE kind = ? AND body IS NOT NULL");
    rows.bind(kind);
    return integerOf(rows).value_or(-1);
}

QByteArray digestOf(TestVault& vault) {
    return Projection(*vault.raw()).digest();
}

std::vector<QByteArray> heldRecords(TestVault& vault, bool withBodies) {
    const auto db = vault.raw();
    Statement rows(*db, "SELECT id, body FROM record ORDER BY id");
    std::vector<QByteArray> held;
    while (rows.next())
        held.push_back(withBodies ? rows.blob(0) + rows.blob(1) : rows.blob(0));
    return held;
}

} // namespace mend::test
