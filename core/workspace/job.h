#pragma once
// Runs slow work on a pool thread and gives its outcome back on the owner's. If the owner is gone
// by then, nobody is told and the outcome is dropped there.

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <functional>
#include <memory>

namespace mend {

template <class Outcome, class Work>
void runJob(QObject* owner, Work work, std::function<void(Outcome)> done) {
    // Shared, because std::function wants to copy and work may only be moved.
    auto held = std::make_shared<Work>(std::move(work));
    const QPointer<QObject> alive(owner);
    QThreadPool::globalInstance()->start([alive, held, done = std::move(done)]() mutable {
        auto outcome = std::make_shared<Outcome>((*held)());
        held.reset();
        const auto tell = [alive, outcome, done = std::move(done)] {
            if (alive)
                done(std::move(*outcome));
        };
        // To the application's thread, which is the owner's: `alive` may only be asked there.
        QMetaObject::invokeMethod(QCoreApplication::instance(), tell, Qt::QueuedConnection);
    });
}

} // namespace mend
