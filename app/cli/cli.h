#pragma once
// mend-cli: the same vault from a terminal, over the same Workspace. Commands are listed in
// cli.cpp; each group has a file of its own.

#include "core/workspace/opening.h"

#include <QString>
#include <QStringList>

namespace mend::cli {

// What a command's end means to a script.
enum ExitCode {
    Done = 0,
    CouldNot = 1, // one line says why, and what is safe
    WrongUsage = 2,
    WrongSecret = 3,  // passphrase or recovery code
    NotReached = 4,   // not paired, or the partner was not reached in time
    DamagedVault = 5, // damaged or forked; nothing was changed
};

// What the program runs on. Tests bring a clock of their own, and a small cost.
struct Machine {
    const Clock& clock;
    KeyCost cost;
};

// What stands before the command.
struct Context {
    QString dataDir;
    QString passphraseFile; // "-": standard input; empty: asked on the terminal
    const Machine& machine;
};

// Runs the program to its end.
int run(int argc, char** argv, const Machine& machine);

} // namespace mend::cli
