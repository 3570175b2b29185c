#include "app/cli/cli.h"

#include "app/cli/invocation.h"
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

void tellUsage(const QList<Command>& commands) {
    print(u"mend-cli [--data-dir DIR] [--passphrase-file FILE] COMMAND …\n"_s);
    for (const Command& command : commands)
        print(u"  %1 %2\n      %3"_s.arg(command.name, command.usage, command.summary));
    print(u"\nReading commands take --json. Passphrases are asked on the terminal, or read from "
          u"FILE (-: standard\n"
          "input), never from the command line.\nExit codes: 0 done, 1 could not be done, 2 wrong "
          "usage, 3 wrong "
          "passphrase, 4 not paired or not reached,\n5 damaged or forked."_s);
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
    parser.addOption(json);
    const qsizetype nameLength = command.name.split(u' ').size();
    if (!parser.parse(QStringList(u"mend-cli"_s) + words.sliced(nameLength)))
        return wrongUsage(
            u"%1 Usage: mend-cli %2 %3"_s.arg(parser.errorText(), command.name, command.usage));
    const QStringList given = parser.positionalArguments();
    if (given.size() < command.least || given.size() > command.most)
        return wrongUsage(u"Usage: mend-cli %1 %2"_s.arg(command.name, command.usage));
    return command.function({context, parser, given, parser.isSet(json)});
}

int runParsed(const QStringList& arguments, KeyCost cost) {
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    const QCommandLineOption dataDir(u"data-dir"_s, {}, u"DIR"_s);
    const QCommandLineOption passphraseFile(u"passphrase-file"_s, {}, u"FILE"_s);
    const QCommandLineOption help(QStringList{u"h"_s, u"help"_s});
    const QCommandLineOption version(QStringList{u"v"_s, u"version"_s});
    parser.addOptions({dataDir, passphraseFile, help, version});
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
    const QString standard = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    const Context context{parser.isSet(dataDir) ? parser.value(dataDir) : standard,
                          parser.value(passphraseFile), cost};
    return perform(*command, context, words);
}

} // namespace

Result<std::unique_ptr<Workspace>, int> unlock(const Invocation& invocation) {
    static const SystemClock clock;
    Opening opening(invocation.context.dataDir, clock, invocation.context.cost);
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

int run(int argc, char** argv, KeyCost cost) {
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"mend"_s);
    if (!crypto::initialise() || !crypto::hardenProcess()) {
        tell(u"Mend could not protect its memory, so it stops. Nothing was opened."_s);
        return CouldNot;
    }
    return runParsed(QCoreApplication::arguments(), cost);
}

} // namespace mend::cli
