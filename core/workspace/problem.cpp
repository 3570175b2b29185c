#include "core/workspace/problem_of.h"

namespace mend {

Problem problemOf(vault::VaultError error) {
    using E = vault::VaultError;
    switch (error) {
    case E::NotThere:
        return Problem::NoVault;
    case E::AlreadyThere:
        return Problem::VaultExists;
    case E::NoFolder:
        return Problem::NoFolder;
    case E::ReadOnly:
        return Problem::ReadOnly;
    case E::InUse:
        return Problem::InUse;
    case E::WrongPassphrase:
        return Problem::WrongPassphrase;
    case E::WrongRecoveryCode:
        return Problem::WrongRecoveryCode;
    case E::TooNew:
        return Problem::TooNew;
    case E::SlotsDamaged:
        return Problem::KeyFileDamaged;
    case E::Damaged:
    case E::BadRecord:
        return Problem::Damaged;
    case E::NotEncrypted:
        return Problem::NotEncrypted;
    case E::LogKeyMissing:
        return Problem::LogKeyMissing;
    case E::DiskFull:
        return Problem::DiskFull;
    case E::NoMemory:
        return Problem::NoMemory;
    case E::TooLarge:
        return Problem::TooLong;
    case E::AgainstRules:
        return Problem::NotAllowed;
    case E::UnknownId:
        return Problem::UnknownId;
    case E::NotPaired:
        return Problem::NotPaired;
    case E::AlreadyPaired:
        return Problem::AlreadyPaired;
    case E::Forked:
        return Problem::Forked;
    case E::Io:
        break;
    }
    return Problem::Io;
}

Problem problemOf(DomainError error) {
    switch (error) {
    case DomainError::Empty:
        return Problem::Empty;
    case DomainError::TooLong:
        return Problem::TooLong;
    case DomainError::BadDay:
        return Problem::BadDay;
    case DomainError::BadReference:
        return Problem::UnknownId;
    default:
        return Problem::BadInput;
    }
}

} // namespace mend
