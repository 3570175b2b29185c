#include "core/workspace/opening.h"

#include "core/crypto/argon2.h"
#include "core/crypto/system_random.h"
#include "core/workspace/job.h"
#include "core/workspace/parts.h"
#include "core/workspace/typed_secret.h"

namespace mend {

namespace {

// Tests and the demo: no protection worth the name, and no waiting.
constexpr crypto::Argon2Cost smallCost{1024, 1};

// For another process that writes: a window that stands still is worse than being told so.
enum class Waiting { Long, Short };

struct Opened {
    std::shared_ptr<vault::Store> store;
    QString recoveryCode; // of a new vault
};

} // namespace

// Detaching a shared string would only make another copy to overwrite.
void wipe(QString& text) {
    if (!text.isDetached())
        return text.clear();
    crypto::wipe(std::as_writable_bytes(std::span(text.data(), std::size_t(text.size()))));
    text.truncate(0);
}

Attempt<crypto::Passphrase> takePassphrase(QString& text) {
    const bool empty = text.isEmpty();
    auto passphrase = crypto::Passphrase::fromText(text);
    wipe(text);
    if (!passphrase)
        return fail(empty ? Problem::Empty : Problem::BadInput);
    return std::move(*passphrase);
}

Attempt<crypto::RecoveryCode> takeRecoveryCode(QString& text) {
    auto code = crypto::RecoveryCode::parse(text);
    wipe(text);
    if (!code)
        return fail(Problem::BadRecoveryCode);
    return std::move(*code);
}

struct Opening::State {
    QString folder;
    const Clock& clock;
    KeyCost cost;
    std::shared_ptr<crypto::SystemRandom> random = std::make_shared<crypto::SystemRandom>();

    // Measured only when a slot is made: not at each unlocking.
    vault::SlotCost newCost() const {
        if (cost == KeyCost::Small)
            return smallCost;
        return vault::SlotCost(
            [&clock = clock] { return crypto::calibrate(clock).value_or(crypto::fullCost); });
    }
    // Slow: on the pool, or on a thread that may wait.
    Attempt<Opened> make(const NewPerson& person, const crypto::Passphrase& passphrase) const {
        auto made = vault::Store::create(folder, {person.name, person.role, person.relation},
                                         passphrase, {clock, *random, newCost()});
        if (!made)
            return fail(problemOf(made.error()));
        return Opened{std::move(made->store), made->recoveryCode.toGroups()};
    }
    Attempt<Opened> open(const vault::Unlock& unlock) const {
        auto store = vault::Store::open(folder, unlock, {clock, *random, newCost()});
        if (!store)
            return fail(problemOf(store.error()));
        return Opened{std::move(*store), {}};
    }
    // The code opens, and a new passphrase is set before anything else: the old one is not known.
    Attempt<Opened> recover(const crypto::RecoveryCode& code,
                            const crypto::Passphrase& fresh) const {
        auto opened = open(std::cref(code));
        if (!opened)
            return opened;
        if (const auto changed = opened->store->changePassphrase(fresh); !changed)
            return fail(problemOf(changed.error()));
        return opened;
    }
    Attempt<std::unique_ptr<Workspace>> workspace(std::shared_ptr<vault::Store> store,
                                                  Waiting waiting) const {
        auto connection = store->connect();
        if (!connection)
            return fail(problemOf(connection.error()));
        if (waiting == Waiting::Short)
            (*connection)->waitOnlyShortly();
        auto parts = std::make_unique<Workspace::Parts>(clock, std::move(store),
                                                        std::move(*connection), random);
        return std::make_unique<Workspace>(std::move(parts));
    }
    Attempt<NewWorkspace> newWorkspace(Attempt<Opened> opened, Waiting waiting) const {
        if (!opened)
            return fail(opened.error());
        auto made = workspace(std::move(opened->store), waiting);
        if (!made)
            return fail(made.error());
        return NewWorkspace{std::move(*made), opened->recoveryCode};
    }
    Attempt<std::unique_ptr<Workspace>> oldWorkspace(Attempt<Opened> opened,
                                                     Waiting waiting) const {
        if (!opened)
            return fail(opened.error());
        return workspace(std::move(opened->store), waiting);
    }
};

Opening::Opening(QString folder, const Clock& clock, KeyCost cost, QObject* parent)
    : QObject(parent), state_(std::make_shared<State>(State{std::move(folder), clock, cost})) {}
Opening::~Opening() = default;

const QString& Opening::folder() const {
    return state_->folder;
}

bool Opening::vaultExists() const {
    return vault::Store::exists(state_->folder);
}

// --- As jobs
// -----------------------------------------------------------------------------------------------

void Opening::create(const NewPerson& person, QString passphrase,
                     std::function<void(Attempt<NewWorkspace>)> done) {
    auto typed = takePassphrase(passphrase);
    if (!typed)
        return done(fail(typed.error()));
    runJob<Attempt<Opened>>(
        this, [state = state_, person, p = std::move(*typed)] { return state->make(person, p); },
        [state = state_, done = std::move(done)](Attempt<Opened> o) {
            done(state->newWorkspace(std::move(o), Waiting::Short));
        });
}

void Opening::unlock(QString passphrase, OpenedThen done) {
    auto typed = takePassphrase(passphrase);
    if (!typed)
        return done(fail(Problem::WrongPassphrase));
    runJob<Attempt<Opened>>(
        this, [state = state_, p = std::move(*typed)] { return state->open(std::cref(p)); },
        [state = state_, done = std::move(done)](Attempt<Opened> o) {
            done(state->oldWorkspace(std::move(o), Waiting::Short));
        });
}

void Opening::recover(QString recoveryCode, QString newPassphrase, OpenedThen done) {
    auto code = takeRecoveryCode(recoveryCode);
    auto fresh = takePassphrase(newPassphrase);
    if (!code || !fresh)
        return done(fail(code ? fresh.error() : code.error()));
    runJob<Attempt<Opened>>(
        this,
        [state = state_, c = std::move(*code), p = std::move(*fresh)] {
            return state->recover(c, p);
        },
        [state = state_, done = std::move(done)](Attempt<Opened> o) {
            done(state->oldWorkspace(std::move(o), Waiting::Short));
        });
}

void Opening::newKey(std::unique_ptr<Workspace> workspace, QString next,
                     std::function<void(NewKey)> done) {
    auto fresh = takePassphrase(next);
    if (!fresh)
        return done({std::move(workspace), fail(fresh.error())});
    const auto store = workspace->letGo();
    workspace.reset();
    runJob<Attempt<QString>>(
        this,
        [store, p = std::move(*fresh)]() -> Attempt<QString> {
            const auto code = store->newDataKey(p);
            if (!code)
                return fail(problemOf(code.error()));
            return code->toGroups();
        },
        [state = state_, store, done = std::move(done)](Attempt<QString> code) {
            auto again = state->workspace(store, Waiting::Short);
            done({again ? std::move(*again) : nullptr, std::move(code)});
        });
}

// --- On this thread
// ----------------------------------------------------------------------------------------

Attempt<NewWorkspace> Opening::createNow(const NewPerson& person, QString passphrase) {
    auto typed = takePassphrase(passphrase);
    return typed ? state_->newWorkspace(state_->make(person, *typed), Waiting::Long)
                 : fail(typed.error());
}

Attempt<std::unique_ptr<Workspace>> Opening::unlockNow(QString passphrase) {
    auto typed = takePassphrase(passphrase);
    if (!typed)
        return fail(Problem::WrongPassphrase);
    return state_->oldWorkspace(state_->open(std::cref(*typed)), Waiting::Long);
}

Attempt<std::unique_ptr<Workspace>> Opening::recoverNow(QString recoveryCode,
                                                        QString newPassphrase) {
    auto code = takeRecoveryCode(recoveryCode);
    auto fresh = takePassphrase(newPassphrase);
    if (!code || !fresh)
        return fail(code ? fresh.error() : code.error());
    return state_->oldWorkspace(state_->recover(*code, *fresh), Waiting::Long);
}

Attempt<QString> Opening::newKeyNow(QString current, QString next) {
    auto typed = takePassphrase(current);
    auto fresh = takePassphrase(next);
    if (!typed)
        return fail(Problem::WrongPassphrase);
    if (!fresh)
        return fail(fresh.error());
    const auto opened = state_->open(std::cref(*typed));
    if (!opened)
        return fail(opened.error());
    const auto code = opened->store->newDataKey(*fresh);
    if (!code)
        return fail(problemOf(code.error()));
    return code->toGroups();
}

Attempt<void> Opening::rebuildNow(Workspace& workspace) {
    const auto rebuilt = attempt(workspace.parts_->vault->rebuild());
    if (rebuilt)
        workspace.committed();
    return rebuilt;
}

Attempt<void> Opening::erase(std::unique_ptr<Workspace> workspace) {
    auto store = workspace->letGo();
    workspace.reset();
    return attempt(vault::Store::erase(std::move(store)));
}

} // namespace mend
