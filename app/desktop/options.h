#pragma once
// What was said on the command line.

#include "core/workspace/workspace.h"

#include <QStringList>
#include <optional>

namespace mend::desktop {

struct Options {
    QString dataFolder;
    NetworkChoice network;
    bool demo = false;
    QString pictures; // with demo: the folder for them; empty: windows
    bool log = false; // say on standard error what happens, without content
};

struct CommandLine {
    std::optional<Options> options; // none: say `words` and end
    QString words;                  // help, version, or what was wrong
    bool wrong = false;             // wrong usage: exit code 2
};

// The program's name first. Needs an application object, which knows where data lies.
CommandLine readCommandLine(const QStringList& arguments);

} // namespace mend::desktop
