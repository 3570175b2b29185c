// Mend's window as it is, but for two things that tests need: a small cost of the passphrase, and a
// clock that can be moved.

#include "app/desktop/aside.h"
#include "app/desktop/wiring.h"
#include "core/crypto/process.h"
#include "tests/e2e/shifted_clock.h"

#include <QApplication>

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(QStringLiteral("mend"));
    if (!mend::crypto::hardenProcess() || !mend::crypto::initialise())
        return 1;
    QApplication app(argc, argv);
    app.setQuitOnLastWindowClosed(false);
    const auto line = mend::desktop::readCommandLine(QCoreApplication::arguments());
    const auto guide = mend::desktop::loadGuide();
    if (!line.options || !guide)
        return 2;
    mend::ui::Theme theme(app);
    theme.followSystem();
    const mend::test::ShiftedClock clock;
    return mend::desktop::runMend(app, theme, {clock, *guide, mend::KeyCost::Small}, *line.options);
}
