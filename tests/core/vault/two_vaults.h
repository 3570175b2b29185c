#pragma once
// Two vaults paired with each other, and replication between them by hand: what each would send is
// handed to the other, with no socket between.

#include "tests/core/vault/vault_fixture.h"

namespace mend::test {

vault::Partner partnerFrom(TestVault& vault, const LogId& log);

// Pairs the two as both have chosen; `confirmed`: the first hello was answered.
void pairUp(TestVault& a, vault::ShareBefore aShares, TestVault& b, vault::ShareBefore bShares,
            bool confirmed = true);
// What `from` has and `to` lacks: batches, bodies, acks; one way, until nothing is left.
void giveAll(TestVault& from, TestVault& to);
// Both ways, until neither has anything new.
void exchangeAll(TestVault& a, TestVault& b);
// Both end sharing.
void part(TestVault& a, TestVault& b);

// What both hold and both show, as one of them reads it with the two people called by name; for
// comparing what both read. One line an entry or a commitment's day.
QStringList sharedReading(TestVault& reader, TestVault& other);
// The lines that one of them reads alone; empty where both read the same.
std::string readApart(TestVault& a, TestVault& b);

struct TwoVaults {
    explicit TwoVaults(quint64 seed = 1, bool confirmed = true);

    TestVault sam;
    TestVault alex;

    void give(TestVault& from, TestVault& to) { giveAll(from, to); }
    void exchange() { exchangeAll(sam, alex); }
};

// The live log's key, straight from its file.
crypto::SigningKey logKeyOf(TestVault& vault);

// What receiving comes to.
std::optional<vault::VaultError> offered(TestVault& to, const std::vector<record::Record>& records,
                                         const record::SignedHead& head);
std::optional<vault::VaultError> offered(TestVault& to, const vault::OutBatch& batch);

// A record that the log's owner signs, whatever it says; after the log's head or another.
vault::OutBatch forged(TestVault& author, const record::Draft& draft, quint64 seen,
                       std::optional<LogHead> after = {});
record::Draft noteDraft(TestVault& vault, const QString& text = QStringLiteral("x"));

// Batches of `from`'s own log from `seq` on.
std::vector<vault::OutBatch> batchesOf(TestVault& from, quint64 seq = 0);
// How many records of `kind` hold words here.
qint64 wordsHere(TestVault& vault, const QString& kind);
QByteArray digestOf(TestVault& vault);
std::vector<QByteArray> heldRecords(TestVault& vault, bool withBodies = false);

} // namespace mend::test
