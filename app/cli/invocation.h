#pragma once
// One command as it was typed: its options, parsed by QCommandLineParser, and the vault it works
// on.

#include "app/cli/cli.h"
#include "app/cli/console.h"

#include <QCommandLineParser>
#include <memory>

namespace mend::cli {

struct Invocation {
    const Context& context;
    const QCommandLineParser& options;
    QStringList words; // positional arguments
    bool json = false;

    QString value(const char* option) const { return options.value(QString::fromLatin1(option)); }
    QStringList values(const char* option) const {
        return options.values(QString::fromLatin1(option));
    }
    bool has(const char* option) const { return options.isSet(QString::fromLatin1(option)); }
};

// The vault of this invocation, still locked.
Opening openingOf(const Invocation& invocation);
// Unlocks the vault; or tells why not and gives the exit code.
Result<std::unique_ptr<Workspace>, int> unlock(const Invocation& invocation);

// A command's function gives the exit code.
using Function = int (*)(const Invocation&);
enum class Takes { NoJson, Json }; // --json: reading commands alone
struct Command {
    QString name;    // as typed; two words where there are subcommands
    QString usage;   // what follows the name
    QString summary; // one line
    QList<QCommandLineOption> options;
    int least = 0; // positional arguments
    int most = 0;
    Function function = nullptr;
    Takes takes = Takes::NoJson;
};

// Each group's commands.
QList<Command> vaultCommands();
QList<Command> checkInCommands();
QList<Command> commitmentCommands();
QList<Command> timelineCommands();
QList<Command> checklistCommands();
QList<Command> pairCommands();
QList<Command> syncCommands();

} // namespace mend::cli
