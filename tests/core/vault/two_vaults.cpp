#include "tests/core/vault/two_vaults.h"

#include "core/vault/log_key.h"
#include "core/vault/projection.h"
#include "core/vault/statement.h"

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

TwoVaults::TwoVaults(quint64 seed, bool confirmed)
    : sam(QStringLiteral("Sam"), seed * 2), alex(QStringLiteral("Alex"), seed * 2 + 1) {
    SyncStore& a = sam.vault->sync();
    SyncStore& b = alex.vault->sync();
    const Partner samAsPartner = partnerFrom(
        sam, *a.prepareLog(IdentityId(b.own()->identity.publicKey()), ShareBefore::All));
    const Partner alexAsPartner = partnerFrom(
        alex, *b.prepareLog(IdentityId(a.own()->identity.publicKey()), ShareBefore::All));
    const auto key = crypto::SecretBytes::random(32, sam.random);
    EXPECT_TRUE(a.storePairing(alexAsPartner, key, samAsPartner.log));
    EXPECT_TRUE(b.storePairing(samAsPartner, key, alexAsPartner.log));
    if (confirmed) {
        EXPECT_TRUE(a.confirmPairing());
        EXPECT_TRUE(b.confirmPairing());
    }
}

void TwoVaults::give(TestVault& from, TestVault& to) {
    SyncStore& source = from.vault->sync();
    SyncStore& target = to.vault->sync();
    for (;;) {
        const auto held = target.head(Person::Partner);
        const auto batch = source.batch(Person::Me, held ? held->seq + 1 : 0);
        ASSERT_TRUE(batch) << int(batch.error());
        if (batch->records.empty())
            break;
        const auto taken = target.receive(batch->records, batch->head);
        ASSERT_TRUE(taken) << int(taken.error());
    }
    const auto bodies = source.bodies(target.lacking(512));
    ASSERT_TRUE(bodies) << int(bodies.error());
    ASSERT_TRUE(target.receiveBodies(*bodies));
    if (const auto ack = target.ack()) {
        const auto taken = source.receiveAck(*ack);
        ASSERT_TRUE(taken) << int(taken.error());
    }
}

void TwoVaults::exchange() {
    for (int round = 0; round < 2; ++round) {
        give(sam, alex);
        give(alex, sam);
    }
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
    position.head = after ? after : author.vault->sync().head(Person::Me);
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
