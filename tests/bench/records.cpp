// bench_records VAULT OUT: the header and body of every record of both people, each with its length
// before it (4 B), for the floor of a first sync. Prints how many records a first sync puts into
// one transaction. The vault must be a copy: its own words are noted as given.

#include "core/crypto/process.h"
#include "core/crypto/system_random.h"
#include "core/vault/reception.h"
#include "core/vault/sync_store.h"
#include "core/vault/vault.h"

#include <QCoreApplication>
#include <QFile>
#include <cstdio>

using namespace mend;

namespace {

void write(QFile& out, const QByteArray& part) {
    const quint32 size = quint32(part.size());
    out.write(reinterpret_cast<const char*>(&size), sizeof size);
    out.write(part);
}

bool writeLog(vault::SyncStore& sync, Person whose, QFile& out) {
    for (quint64 next = 0;;) {
        const auto batch = sync.batch(whose, next);
        if (!batch)
            return false;
        if (batch->records.empty())
            return true;
        for (const record::Record& record : batch->records) {
            write(out, record.headerBytes);
            write(out, record.body.value_or(QByteArray()));
        }
        next = batch->head.head.seq + 1;
    }
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    if (argc != 3 || !crypto::initialise())
        return 2;
    const SystemClock clock;
    crypto::SystemRandom random;
    const auto passphrase = crypto::Passphrase::fromText(QStringLiteral("correct horse"));
    auto store = vault::Store::open(QString::fromLocal8Bit(argv[1]), std::cref(*passphrase),
                                    {clock, random, crypto::fullCost});
    auto vault = store ? (*store)->connect() : fail(store.error());
    QFile out(QString::fromLocal8Bit(argv[2]));
    if (!vault || !out.open(QIODevice::WriteOnly))
        return 1;
    if (!writeLog((*vault)->sync(), Person::Me, out) ||
        !writeLog((*vault)->sync(), Person::Partner, out))
        return 1;
    std::printf("%d\n", vault::Turn::mostRecords);
    return 0;
}
