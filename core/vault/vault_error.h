#pragma once
// What can go wrong with a vault, as kinds that a caller acts on.

#include "core/base/result.h"

namespace mend::vault {

enum class VaultError {
    NotThere,     // no vault in that folder
    AlreadyThere, // one is there; nothing was touched
    NoFolder,     // the folder is absent and can't be made
    ReadOnly,     // the folder or its files can't be written
    InUse,        // another process holds what is needed
    WrongPassphrase,
    WrongRecoveryCode,
    TooNew,        // written by a newer Mend
    SlotsDamaged,  // the key-slot file can't be read; nothing is lost that a copy of it can't open
    Damaged,       // the database can't be read or fails its checks
    NotEncrypted,  // a plain SQLite header where none may be, or no SQLCipher in this process
    LogKeyMissing, // the live log's key file is gone or another's: can read, can't write
    DiskFull,
    NoMemory, // the machine could not give what deriving a key from the passphrase needs
    Io,
    TooLarge,     // the words don't fit a record
    AgainstRules, // domain/ says no: who may say what about what
    UnknownId,    // names nothing here, or more than one thing
    NotPaired,
    AlreadyPaired,
    Forked,    // two records for one place in a log; sync of that log has stopped
    BadRecord, // breaks chain, signature, hash or limits; nothing of the batch was stored
};

} // namespace mend::vault
