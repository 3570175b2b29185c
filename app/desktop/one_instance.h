#pragma once
// One Mend a vault: a second start finds the first by a local socket, named by a hash of the data
// folder, and asks it to show its window.

#include "core/vault/file_lock.h"

#include <QLocalServer>
#include <QObject>
#include <chrono>
#include <memory>

namespace mend::desktop {

class OneInstance : public QObject {
    Q_OBJECT
public:
    explicit OneInstance(const QString& dataFolder, QObject* parent = nullptr);

    /// True: a first one answered and raises its window. It answers from its event loop; waits a
    /// second at most.
    bool raiseFirst();
    /// From now on this is the first. False: another is, or became it at the same time (isTaken());
    /// or nobody can find this one, which does no harm.
    bool becomeFirst();
    bool isTaken() const { return m_taken; }

    enum class Place {
        First,  // also where it can't be told: the vault's own locks see to the rest
        Raised, // a first one answered
        Busy    // there is a first one, and all this time it did not answer
    };
    /// Both of the above, for as long as a first one is there that is busy, or just about to end.
    Place findPlace(std::chrono::milliseconds patience);

    /// A path of its owner's runtime folder; says nothing but a hash.
    const QString& name() const { return m_name; }

Q_SIGNALS:
    void raiseAsked();

private:
    QString m_name;
    std::unique_ptr<vault::FileLock> m_lock; // of who is first, or becomes it
    QLocalServer m_server;
    bool m_taken = false;
};

} // namespace mend::desktop
