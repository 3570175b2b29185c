// Writes the vault that tests/vectors/vault/vN keeps of each schema version
// (stored_vault_test.cpp):
//   make_vault_file DIR
// Run once, when a version is new; what was stored is never written again.

#include "core/vault/private_store.h"
#include "tests/core/vault/vault_fixture.h"

#include "core/crypto/process.h"

#include <cstdio>

using namespace mend;
using namespace mend::test;

int main(int argc, char** argv) {
    if (argc != 2 || !crypto::initialise())
        return 2;
    TestVault sam(QStringLiteral("Sam"), 20261122, QString::fromLocal8Bit(argv[1]));
    if (!sam.vault)
        return 1;
    const Day today = sam.today();
    const auto promise = sam.append(commitment(QStringLiteral("Call when late"), today.plus(-3)));
    bool good = promise.has_value();
    good = good &&
           sam.append(*Outcome::create({*promise, OutcomeState::Missed, QStringLiteral("forgot")}));
    const auto first = sam.append(note(QStringLiteral("At the station")));
    good = good && sam.append(note(QStringLiteral("At the harbour")), {}, {}, *first);
    good = good && sam.append(checkIn(QStringLiteral("A long day"), 4), {}, record::Seal::Together);
    const auto regretted = sam.append(note(QStringLiteral("Taken back")));
    good = good && sam.append(*Withdraw::create({*regretted}));
    good = good && sam.vault->mine().addJournal(today, QStringLiteral("Only mine"));
    good = good && sam.vault->mine().setSetting(QStringLiteral("autolock.minutes"), "5");
    std::puts(good ? sam.code->toGroups().toLatin1().constData() : "failed");
    sam.close();
    QFile::remove(sam.path("vault.lock"));
    return good ? 0 : 1;
}
