#pragma once
// Making, unlocking and deleting vaults. Argon2id takes half a second or more, so these run as
// jobs; `done` is called on the caller's thread. Passphrases come as QString because they come from
// widgets; they are copied into locked memory and the string is wiped.

#include "core/workspace/workspace.h"

#include <QString>
#include <functional>
#include <memory>

namespace mend {

struct NewPerson {
    QString name;
    std::optional<Role> role;
    Relation relation = Relation::Partner;
};
struct NewWorkspace {
    std::unique_ptr<Workspace> workspace;
    QString recoveryCode; // shown once
};
// Cost of the passphrase's Argon2id: Full unless a test or the demo passes Small.
enum class KeyCost { Full, Small };

class Opening : public QObject {
    Q_OBJECT
public:
    // `clock` outlives everything made here.
    Opening(QString folder, const Clock& clock, KeyCost cost, QObject* parent = nullptr);
    ~Opening() override;

    const QString& folder() const;
    bool vaultExists() const;

    using OpenedThen = std::function<void(Attempt<std::unique_ptr<Workspace>>)>;
    void create(const NewPerson& person, QString passphrase,
                std::function<void(Attempt<NewWorkspace>)> done);
    void unlock(QString passphrase, OpenedThen done);
    // With the recovery code, setting a new passphrase at once.
    void recover(QString recoveryCode, QString newPassphrase, OpenedThen done);
    // The same on this thread, for mend-cli and tests.
    Attempt<NewWorkspace> createNow(const NewPerson& person, QString passphrase);
    Attempt<std::unique_ptr<Workspace>> unlockNow(QString passphrase);
    Attempt<std::unique_ptr<Workspace>> recoverNow(QString recoveryCode, QString newPassphrase);
    // "Somebody knows my passphrase": a new data key, slots and recovery code (given back). No
    // Workspace of this vault may be open. WrongPassphrase, InUse.
    Attempt<QString> newKeyNow(QString current, QString next);
    // The same for what is open, as a job; its passphrase has been checked. The Workspace is closed
    // meanwhile and comes back whatever came of it; null if it can't be opened any more.
    struct NewKey {
        std::unique_ptr<Workspace> workspace;
        Attempt<QString> recoveryCode;
    };
    void newKey(std::unique_ptr<Workspace> workspace, QString next,
                std::function<void(NewKey)> done);
    // What is read is made anew from the log, for all who have the vault open; nothing that was
    // written is touched.
    static Attempt<void> rebuildNow(Workspace& workspace);
    // Forgets `workspace` first, then removes every file of the vault.
    Attempt<void> erase(std::unique_ptr<Workspace> workspace);

private:
    struct State;
    std::shared_ptr<State> state_; // jobs have a share
};

} // namespace mend
