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
    QDrag::cancel();
    QWidget* popup = QApplication::activePopupWidget();
    if (QWidget* foremost = popup ? popup : QApplication::activeModalWidget())
        foremost->close();
}

} // namespace

void onceNothingRunsInFront(QObject* context, std::function<void()> then) {
    if (!aLoopRunsInFront())
        return then();
    closeForemost();
    QTimer::singleShot(untilItEnded, context, [context, then = std::move(then)] {
        onceNothingRunsInFront(context, then);
    });
}

} // namespace mend::ui
