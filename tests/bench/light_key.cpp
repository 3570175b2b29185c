// bench_light_key VAULT: wraps its passphrase's slot anew, at a cost that can't be felt. What is
// left of unlocking is what a history can make longer.

#include "app/demo/history.h"
#include "core/crypto/process.h"
#include "core/crypto/system_random.h"
#include "core/vault/store.h"

#include <QCoreApplication>

using namespace mend;

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    if (argc != 2 || !crypto::initialise())
        return 2;
    const SystemClock clock;
    crypto::SystemRandom random;
    const auto passphrase = crypto::Passphrase::fromText(QStringLiteral("correct horse"));
    const auto store = vault::Store::open(QString::fromLocal8Bit(argv[1]), std::cref(*passphrase),
                                          {clock, random, demoCost});
    return store && (*store)->changePassphrase(*passphrase) ? 0 : 1;
}
