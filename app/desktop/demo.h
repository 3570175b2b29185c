#pragma once
// mend --demo: two people with 60 days behind them, in a temporary folder. Either two real windows,
// paired with each other over real sockets on this machine; or, without a display, a picture of
// every page.

#include "core/guide/guide.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QString>

namespace mend::desktop {

// The passphrase of both demo vaults, to unlock a window that was locked; Unlock says it.
inline constexpr const char* demoPassphrase = "demo";

// Two windows, until both are closed; another start brings back those that were hidden. 1: the
// vaults could not be made.
int runDemo(QApplication& app, ui::Theme& theme, const guide::Guide& guide);
// DIR/<role>-<page>-<look>.png for every page, both roles, light and dark, on a fixed day. 1: a
// picture or the vaults could not be written.
int runPictures(QApplication& app, ui::Theme& theme, const guide::Guide& guide,
                const QString& folder);

} // namespace mend::desktop
