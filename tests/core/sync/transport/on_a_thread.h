#pragma once
// Something that lives on a thread of its own: made there, and unmade there.

#include <QThread>
#include <memory>

namespace mend::test {

template <class T>
class OnAThread {
public:
    template <class Make>
    explicit OnAThread(Make make) {
        worker_.moveToThread(&thread_);
        thread_.start();
        inThere([&] { inhabitant_ = make(); });
    }
    ~OnAThread() {
        inThere([&] { inhabitant_.reset(); });
        thread_.quit();
        thread_.wait();
    }
    template <class Call>
    void run(Call call) {
        inThere([&] { call(*inhabitant_); });
    }

private:
    template <class Call>
    void inThere(Call call) {
        QMetaObject::invokeMethod(&worker_, call, Qt::BlockingQueuedConnection);
    }

    QThread thread_;
    QObject worker_;
    std::unique_ptr<T> inhabitant_;
};

} // namespace mend::test
