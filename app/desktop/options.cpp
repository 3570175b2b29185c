#include "app/desktop/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

namespace mend::desktop {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Options)
};

// …/share/mend: no organisation's name in between.
QString usualFolder() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           QStringLiteral("/mend");
}

void addOptions(QCommandLineParser& parser) {
    parser.setApplicationDescription(Words::tr("For two people who are rebuilding trust."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(
        {{QStringLiteral("data-dir"),
          Words::tr("Keep everything in DIR instead of %1.").arg(usualFolder()),
          QStringLiteral("DIR")},
         {QStringLiteral("listen"), Words::tr("Listen for the other computer at ADDR:PORT only."),
          QStringLiteral("ADDR:PORT")},
         {QStringLiteral("peer"),
          Words::tr("Look for the other computer at HOST:PORT, too. May be said more than once."),
          QStringLiteral("HOST:PORT")},
         {QStringLiteral("no-multicast"),
          Words::tr("Neither send nor hear the beacons by which computers find each other.")},
         {QStringLiteral("log"),
          Words::tr("Say on standard error what Mend does, without any content.")},
         {QStringLiteral("demo"),
          Words::tr("Open two windows with a made-up history, in a temporary folder.")},
         {QStringLiteral("screenshots"),
          Words::tr("With --demo: write a picture of every page to DIR instead."),
          QStringLiteral("DIR")}});
}

} // namespace

CommandLine readCommandLine(const QStringList& arguments) {
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(arguments))
        return {std::nullopt, parser.errorText(), true};
    if (!parser.positionalArguments().isEmpty())
        return {std::nullopt,
                Words::tr("%1 is not an option of Mend’s; --help shows those there are.")
                    .arg(parser.positionalArguments().constFirst()),
                true};
    if (parser.isSet(QStringLiteral("help")))
        return {std::nullopt, parser.helpText().trimmed(), false};
    if (parser.isSet(QStringLiteral("version")))
        return {std::nullopt, QStringLiteral("mend " MEND_VERSION), false};
    if (parser.isSet(QStringLiteral("screenshots")) && !parser.isSet(QStringLiteral("demo")))
        return {std::nullopt, Words::tr("--screenshots goes with --demo."), true};
    Options options;
    options.demo = parser.isSet(QStringLiteral("demo"));
    options.pictures = parser.value(QStringLiteral("screenshots"));
    const QString folder = parser.value(QStringLiteral("data-dir"));
    options.dataFolder = QDir(folder.isEmpty() ? usualFolder() : folder).absolutePath();
    options.network.listen = parser.value(QStringLiteral("listen"));
    options.network.peers = parser.values(QStringLiteral("peer"));
    options.network.multicast = !parser.isSet(QStringLiteral("no-multicast"));
    options.log = parser.isSet(QStringLiteral("log"));
    if (!isPossible(options.network))
        return {std::nullopt, Words::tr("--listen takes ADDR:PORT, and --peer takes HOST:PORT."),
                true};
    return {options, {}, false};
}

} // namespace mend::desktop
