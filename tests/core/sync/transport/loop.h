#pragma once
// Letting real sockets work until something is so.

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>

namespace mend::test {

template <class Condition>
bool waitUntil(Condition condition, int ms = 8000) {
    const QDeadlineTimer deadline(ms);
    while (!condition() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QThread::msleep(1);
    }
    return condition();
}
inline void letWork(int ms) {
    waitUntil([] { return false; }, ms);
}

} // namespace mend::test
