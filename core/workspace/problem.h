#pragma once
// Everything that can go wrong as the window and the command line see it. The window maps each to a
// sentence that says what happened, what is safe and what to do; mend-cli to an exit code.

namespace mend {

enum class Problem {
    NoVault,
    VaultExists,
    NoFolder,
    ReadOnly,
    InUse,
    WrongPassphrase,
    WrongRecoveryCode,
    BadRecoveryCode, // not a code at all: a slip of the fingers
    TooNew,
    KeyFileDamaged,
    Damaged,
    NotEncrypted,
    LogKeyMissing,
    DiskFull,
    NoMemory, // for the passphrase's Argon2id
    Io,
    TooLong,
    Empty,
    BadInput,   // a value outside its kind's range
    BadDay,     // malformed, or in the future
    NotAllowed, // the rules of domain/: who may say what about what
    NotDue,     // it can't be known yet that it wasn't kept
    UnknownId,
    NotPaired,
    AlreadyPaired,
    Forked,
    NoRole,   // pairing needs a role first
    NotAsked, // the other does not wish to be asked for commitments
    BadCode,  // not nine digits
    CodeSlip, // the check digit says a digit was mistyped; nothing was sent
    BadAddress,
    PairingRunning,
};

// How pairing ended when it did not end well.
enum class PairingProblem {
    None,
    Cancelled,      // by me
    CancelledThere, // by the other, or the connection went
    TimedOut,       // ten minutes for a code
    NotFound,       // nobody on this network shows that code
    NoNetwork,      // to look on
    SeveralFound,   // more than one answers: type an address
    CantReach,      // the address does not answer
    CantListen,     // no port could be opened
    WrongCode,      // one wrong try: the code is burnt
    NotMend,        // something else answered, or the messages were changed on the way
    NewerVersion,   // the other's Mend is newer
    OtherPerson,    // already paired with somebody else
    Storage,        // my vault could not store it
};

} // namespace mend
