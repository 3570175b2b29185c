#include "app/desktop/aside.h"
#include "app/desktop/demo.h"
#include "app/desktop/language.h"
#include "app/desktop/wiring.h"
#include "core/crypto/process.h"

#include <QApplication>
#include <cstdio>

using namespace mend;
namespace {

void nameProgram() {
    QCoreApplication::setApplicationName(QStringLiteral("mend"));
    QCoreApplication::setApplicationVersion(QStringLiteral(MEND_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("local.mend.Mend"));
}

// Without a display: --help and --version work everywhere.
desktop::CommandLine commandLine(int argc, char** argv) {
    const QCoreApplication early(argc, argv);
    return desktop::readCommandLine(QCoreApplication::arguments());
}

int say(const QString& words, std::FILE* where, int code) {
    std::fprintf(where, "%s\n", words.toLocal8Bit().constData());
    return code;
}

} // namespace

int main(int argc, char** argv) {
    nameProgram();
    const bool hardened = crypto::hardenProcess();
    if (!crypto::initialise())
        return say(QStringLiteral("This machine gives no randomness, so Mend can’t make keys."),
                   stderr, 1);
    const auto line = commandLine(argc, argv);
    if (!line.options)
        return say(line.words, line.wrong ? stderr : stdout, line.wrong ? 2 : 0);
    const desktop::Options& options = *line.options;
    if (!options.pictures.isEmpty())
        qputenv("QT_QPA_PLATFORM", "offscreen");
    auto aside = desktop::readAside();
    QApplication app(argc, argv);
    if (!hardened)
        say(QStringLiteral("The system did not let Mend keep its memory to itself."), stderr, 0);
    app.setQuitOnLastWindowClosed(false); // a hidden window is not the end
    desktop::speak(app, QLocale(), desktop::translationsFolder());
    aside.fonts.wait();
    ui::Theme theme(app);
    if (options.pictures.isEmpty())
        theme.followSystem();
    const auto guide = aside.guide.get();
    if (!guide)
        return say(QStringLiteral("Mend’s own texts can’t be read."), stderr, 1);
    if (!options.pictures.isEmpty())
        return desktop::runPictures(app, theme, *guide, options.pictures);
    if (options.demo)
        return desktop::runDemo(app, theme, *guide);
    const SystemClock clock;
    return desktop::runMend(app, theme, {clock, *guide}, options);
}
