#pragma once
// What a Workspace is made of. For workspace/*.cpp alone.

#include "core/domain/reading.h"
#include "core/vault/private_store.h"
#include "core/vault/read_store.h"
#include "core/vault/sync_store.h"
#include "core/vault/vault.h"
#include "core/workspace/problem_of.h"
#include "core/workspace/sync_thread.h"
#include "core/workspace/workspace.h"

#include <QDateTime>
#include <QTimer>
#include <map>

namespace mend {

// In this computer's time zone.
inline TimeOfDay timeOfDay(const Clock& clock) {
    const QTime now = QDateTime::fromMSecsSinceEpoch(clock.nowMs()).time();
    return *TimeOfDay::fromMinutes(now.hour() * 60 + now.minute());
}

struct Workspace::Parts {
    Parts(const Clock& clockUsed, std::shared_ptr<vault::Store> opened,
          std::unique_ptr<vault::Vault> connection, std::shared_ptr<Random> randomUsed)
        : clock(clockUsed), random(std::move(randomUsed)), store(std::move(opened)),
          vault(std::move(connection)) {}
    const Clock& clock;
    std::shared_ptr<Random> random; // the store's; outlives it
    std::shared_ptr<vault::Store> store;
    std::unique_ptr<vault::Vault> vault;
    std::unique_ptr<SyncThread> sync;
    QTimer watch;            // sees what other processes and the sync thread commit, and midnight
    Day day = clock.today(); // as last told
    TimeOfDay minute = timeOfDay(clock);
    quint64 dataVersion = 0;
    std::map<QString, QByteArray> unkept;  // drafts that could not be saved, by place
    std::optional<PartnerReading> partner; // as last told
    // As last read: every page asks, and their member record's signature is checked each time.
    struct PartnerAt {
        quint64 dataVersion;
        std::optional<PartnerReading> partner;
    };
    std::optional<PartnerAt> partnerRead;
};

// A vault's result as a Workspace's.
template <class T>
Attempt<T> attempt(Result<T, vault::VaultError> result) {
    if (!result)
        return fail(problemOf(result.error()));
    if constexpr (std::is_void_v<T>)
        return {};
    else
        return std::move(*result);
}

// Checks fields by their kind's own rules.
template <class Value, class Fields>
Attempt<Value> checked(const Fields& fields) {
    auto value = Value::create(fields);
    if (!value)
        return fail(problemOf(value.error()));
    return std::move(*value);
}

} // namespace mend
