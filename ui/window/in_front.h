#pragma once
// What stands in front of the pages: dialogues, menus, a drag. Some of them run an event loop of
// their own, with what they show on its stack: Qt's question whether a file shall be overwritten,
// its file dialogue's menu, a printer's properties. No page may go while one of them runs.

#include <QObject>
#include <functional>

namespace mend::ui {

/// Calls `then` at once where no such loop runs. Else closes what is in front, one after the other,
/// and calls it once all of their loops have ended; never, where `context` went before.
void onceNothingRunsInFront(QObject* context, std::function<void()> then);

} // namespace mend::ui
