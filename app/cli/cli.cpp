#include "app/cli/cli.h"

#include "app/cli/invocation.h"
#include "core/base/log.h"
#include "core/crypto/process.h"

#include <QCoreApplication>
#include <QStandardPaths>
#include <algorithm>

namespace mend::cli {

using namespace Qt::StringLiterals;

namespace {

QList<Command> allCommands() {
    return vaultCommands() + checkInCommands() + commitmentCommands() + timelineCommands() +
           checklistCommands() + pairCommands() + syncCommands();
}

QString usageOf(const Command& command) {
    const QString json = command.takes == Takes::Json ? u" [--json]"_s : QString();
    return u"  %1 %2%3\n      %4"_s.arg(command.name, command.usage, json, command.summary);
}

QString usualFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
}

void tellUsage(const QList<Command>& commands) {
    print(u"mend-cli [--data-dir DIR] [--passphrase-file FILE] [--log] COMMAND …\n"_s);
    for (const Command& command : commands)
        print(usageOf(command));
    print(u"\nThe vault lies in DIR, or else in %1.\n"
          "Passphrases are asked on the terminal, or read from FILE (-: standard input), a line "
          "each; never from the\ncommand line. An ID is its first 8 or more digits. A text that "
          "begins with - goes behind --.\nWhat is written on a command line stays in the shell's "
          "history, and in the list of processes "
          "while it runs:\non a computer that others use, write in the window instead.\n--log says "
          "on standard error what the program does, "
          "without any content. COMMAND --help shows one command,\n--version the version.\n"
          "Exit codes: 0 done, 1 could not be done, 2 wrong usage, 3 wrong passphrase, 4 not "
          "paired or not reached,\n5 damaged or forked."_s.arg(usualFolder()));
}

// The longest name that the words begin with: "pair show" before "pair".
const Command* find(const QList<Command>& commands, const QStringList& words) {
    const Command* best = nullptr;
    for (const Command& command : commands) {
        const QStringList name = command.name.split(u' ');
        const bool fits =
            words.size() >= name.size() && std::equal(name.begin(), name.end(), words.begin());
        if (fits && (!best || command.name.size() > best->name.size()))
            best = &command;
    }
    return best;
}

int perform(const Command& command, const Context& context, const QStringList& words) {
    QCommandLineParser parser;
    parser.addOptions(command.options);
    const QCommandLineOption json(u"json"_s);
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s});
    parser.addOption(help);
    if (command.takes == Takes::Json)
        parser.addOption(json);
    const qsizetype nameLength = command.name.split(u' ').size();
    if (!parser.parse(QStringList(u"mend-cli"_s) + words.sliced(nameLength)))
        return wrongUsage(u"%1 Usage: mend-cli %2 %3"_s.arg(parser.errorText(), command.name,
                                                            command.usage.simplified()));
    if (parser.isSet(help)) {
        print(usageOf(command));
        return Done;
    }
    const QStringList given = parser.positionalArguments();
    if (given.size() < command.least || given.size() > command.most)
        return wrongUsage(u"Usage: mend-cli %1 %2"_s.arg(command.name, command.usage.simplified()));
    const bool asJson = command.takes == Takes::Json && parser.isSet(json);
    return command.function({context, parser, given, asJson});
}

int runParsed(const QStringList& arguments, const Machine& machine) {
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    const QCommandLineOption dataDir(u"data-dir"_s, {}, u"DIR"_s);
    const QCommandLineOption passphraseFile(u"passphrase-file"_s, {}, u"FILE"_s);
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s});
    const QCommandLineOption version(QStringList{u"v"_s, u"version"_s});
    const QCommandLineOption log(u"log"_s);
    parser.addOptions({dataDir, passphraseFile, help, version, log});
    const bool parsed = parser.parse(arguments);
    const QList<Command> commands = allCommands();
    if (parser.isSet(version)) {
        print(u"mend-cli " MEND_VERSION ""_s);
        return Done;
    }
    if (parser.isSet(help)) {
        tellUsage(commands);
        return Done;
    }
    if (!parsed)
        return wrongUsage(parser.errorText());
    const QStringList words = parser.positionalArguments();
    const Command* command = find(commands, words);
    if (!command)
        return wrongUsage(u"No such command. mend-cli --help lists them."_s);
    log::enable(parser.isSet(log));
    const Context context{parser.isSet(dataDir) ? parser.value(dataDir) : usualFolder(),
                          parser.value(passphraseFile), machine};
    return perform(*command, context, words);
}

} // namespace

Opening openingOf(const Invocation& invocation) {
    const Context& context = invocation.context;
    return Opening(context.dataDir, context.machine.clock, context.machine.cost);
}

Result<std::unique_ptr<Workspace>, int> unlock(const Invocation& invocation) {
    Opening opening = openingOf(invocation);
    if (!opening.vaultExists())
        return fail(report(Problem::NoVault));
    auto passphrase = readPassphrase(invocation.context, u"Passphrase: "_s);
    if (!passphrase)
        return fail(int(CouldNot));
    auto workspace = opening.unlockNow(std::move(*passphrase));
    if (!workspace)
        return fail(report(workspace.error()));
    return std::move(*workspace);
}

int run(int argc, char** argv, const Machine& machine) {
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"mend"_s);
    if (!crypto::initialise() || !crypto::hardenProcess()) {
        tell(u"Mend could not protect its memory, so it stops. Nothing was opened."_s);
        return CouldNot;
    }
    const int code = runParsed(QCoreApplication::arguments(), machine);
    if (printed())
        return code;
    tell(u"What was asked for could not be written to standard output."_s);
    return code == Done ? int(CouldNot) : code;
}

} // namespace mend::cli
