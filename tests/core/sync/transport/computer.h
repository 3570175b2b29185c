#pragma once
// Computers as network namespaces of Linux, and cables between them as pairs of veth. Needs root.

#include <QProcess>
#include <QThread>
#include <memory>
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace mend::test {

using namespace Qt::StringLiterals;

// A computer: a thread with a network of its own, and whatever lives on it.
class Computer {
public:
    Computer() {
        worker_.moveToThread(&thread_);
        thread_.start();
        run([this] {
            isolated_ = ::unshare(CLONE_NEWNET) == 0;
            id_ = qint64(::syscall(SYS_gettid));
        });
    }
    ~Computer() {
        run([this] { inhabitants_.clear(); });
        thread_.quit();
        thread_.wait();
    }
    template <class Call>
    void run(Call call) {
        QMetaObject::invokeMethod(&worker_, call, Qt::BlockingQueuedConnection);
    }
    template <class Value, class Call>
    Value ask(Call call) {
        Value value{};
        run([&] { value = call(); });
        return value;
    }
    // Makes a T on the thread, to be deleted there.
    template <class T, class Make>
    T* settle(Make make) {
        T* made = nullptr;
        run([&] {
            std::shared_ptr<T> owned = make();
            made = owned.get();
            inhabitants_.push_back(std::move(owned));
        });
        return made;
    }
    bool sh(const QString& command) {
        return ask<bool>([&] {
            return QProcess::execute(u"/bin/sh"_s, {u"-c"_s, command + u" 2>/dev/null"_s}) == 0;
        });
    }
    bool isolated() const { return isolated_; }
    qint64 id() const { return id_; }

private:
    QThread thread_;
    QObject worker_;
    bool isolated_ = false;
    qint64 id_ = 0;
    std::vector<std::shared_ptr<void>> inhabitants_;
};

// A cable between two computers. Its ends are called `name` there and bear 10.0.`net`.1 and .2, or
// fd00:`net`::1 and ::2, or both.
enum class Ip { V4, V6, Both };
inline bool cable(Computer& a, Computer& b, const QString& name, int net, Ip ip) {
    if (!a.sh(u"ip link add %1 type veth peer name %1 netns %2"_s.arg(name).arg(b.id())))
        return false;
    int host = 1;
    for (Computer* computer : {&a, &b}) {
        QString commands =
            u"ip link set lo up; ip link set %1 addrgenmode none; ip link set %1 up"_s;
        if (ip != Ip::V6)
            commands += u" && ip addr add 10.0.%2.%3/24 brd + dev %1"_s;
        if (ip != Ip::V4)
            commands += u" && ip addr add fd00:%2::%3/64 dev %1 nodad"_s;
        commands.replace(u"%1"_s, name).replace(u"%2"_s, QString::number(net));
        if (!computer->sh(commands.replace(u"%3"_s, QString::number(host++))))
            return false;
    }
    return true;
}

} // namespace mend::test
