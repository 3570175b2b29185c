// alter-vault DATA-DIR PASSPHRASE-FILE SQL: changes the vault's database behind Mend's back.

#include "core/crypto/process.h"
#include "core/vault/connection.h"
#include "core/vault/key_slots.h"
#include "core/vault/store_state.h"

#include <QFile>

using namespace mend;

int main(int argc, char** argv) {
    if (argc != 4 || !crypto::initialise())
        return 2;
    const QString folder = QString::fromLocal8Bit(argv[1]);
    QFile file(QString::fromLocal8Bit(argv[2]));
    if (!file.open(QIODevice::ReadOnly))
        return 2;
    const auto passphrase =
        crypto::Passphrase::fromText(QString::fromUtf8(file.readLine()).trimmed());
    const auto slots = vault::KeySlots::read(vault::slotsPath(folder));
    const auto key =
        passphrase && slots
            ? slots->unlock(*passphrase)
            : Result<crypto::Key, vault::VaultError>(fail(vault::VaultError::NotThere));
    if (!key)
        return 1;
    const auto database = vault::Connection::open(
        vault::databasePath(folder), vault::databaseKey(*key), vault::Connection::Mode::ReadWrite);
    return database && (*database)->execute(argv[3]) ? 0 : 1;
}
