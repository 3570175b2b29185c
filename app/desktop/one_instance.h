#pragma once
// One Mend a vault: a second start finds the first by a local socket, named by a hash of the data
// folder, and asks it to show its window.

#include <QLocalServer>
#include <QLockFile>
#include <QObject>
#include <chrono>

namespace mend::desktop {

class OneInstance : public QObject {
    Q_OBJECT
public:
    explicit OneInstance(const QString& dataFolder, QObject* parent = nullptr);

    /// True: a first one answered and raises its window. It answers from its event loop.
    bool raiseFirst(std::chrono::milliseconds patience = std::chrono::seconds(1));
    /// From now on this is the first. False: another is, or became it at the same time (isTaken());
    /// or nobody can find this one, which does no harm.
    bool becomeFirst();
    bool isTaken() const { return m_taken; }

    /// A path of its owner's runtime folder; says nothing but a hash.
    const QString& name() const { return m_name; }

Q_SIGNALS:
    void raiseAsked();

private:
    QString m_name;
    QLockFile m_lock; // of who is first, or becomes it
    QLocalServer m_server;
    bool m_taken = false;
};

} // namespace mend::desktop
