#include "ui/window/in_front.h"

#include <QApplication>
#include <QDrag>
#include <QThread>
#include <QTimer>
#include <chrono>

namespace mend::ui {

namespace {

using namespace std::chrono_literals;
constexpr auto untilItEnded = 10ms;   // Its loop ends once this event is over.
constexpr int theProgramsOwnLoop = 1; // QCoreApplication::exec()

bool aLoopRunsInFront() {
    return QThread::currentThread()->loopLevel() > theProgramsOwnLoop;
}

// The foremost only: what it stands upon may be its parent, and takes it along. A question that is
// closed is answered with no.
void closeForemost() {
    QWidget* popup = QApplication::activePopupWidget();
    if (QWidget* foremost = popup ? popup : QApplication::activeModalWidget())
        foremost->close();
}

using Then = std::function<void()>;

void later(QObject* context, Then step) {
    QTimer::singleShot(untilItEnded, context, std::move(step));
}

void closeWhatRuns(QObject* context, Then then) {
    if (!aLoopRunsInFront())
        return then();
    closeForemost();
    later(context, [context, then = std::move(then)] { onceNothingRunsInFront(context, then); });
}

} // namespace

// What is being dragged first, and by itself: the form it is dragged in may run no loop of its own,
// and whoever closes a form discards what stands in it.
void onceNothingRunsInFront(QObject* context, Then then) {
    if (!aLoopRunsInFront())
        return then();
    QDrag::cancel();
    later(context, [context, then = std::move(then)] { closeWhatRuns(context, then); });
}

} // namespace mend::ui
