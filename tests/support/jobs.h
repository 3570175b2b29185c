#pragma once
// Waiting for slow work, as core/workspace/job.h runs it, and for what it has to tell.

#include <QCoreApplication>
#include <QThreadPool>

namespace mend::test {

inline void finishJobs() {
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

} // namespace mend::test
