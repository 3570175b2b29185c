#pragma once
// What never touches a log: private check-ins, moments and journal, drafts, my steps' states,
// settings.

#include "core/domain/kept_place.h"
#include "core/domain/reading.h"
#include "core/vault/durability.h"
#include "core/vault/vault_error.h"

#include <QByteArray>
#include <vector>

namespace mend::vault {

class Connection;

class PrivateStore {
public:
    // Both outlive it. Every change is a transaction of its own. Texts over their limit are
    // TooLarge; naming a row that isn't there is UnknownId. No id is given twice, also not that of
    // a row that is gone.
    PrivateStore(Connection& connection, const Clock& clock)
        : connection_(connection), clock_(clock) {}

    Result<qint64, VaultError> addCheckIn(Day day, const CheckIn& checkIn);
    // All of these newest first. Those older than `before`, or all where there is none.
    Result<std::vector<PrivateCheckIn>, VaultError> checkIns(Day from, Day to);
    Result<std::vector<PrivateCheckIn>, VaultError>
    checkInsBefore(const std::optional<KeptPlace>& before, int limit);
    Result<void, VaultError> removeCheckIn(qint64 id);

    Result<qint64, VaultError> addMoment(Day day, const Moment& moment);
    Result<std::vector<PrivateMoment>, VaultError> moments(Day from, Day to);
    Result<std::vector<PrivateMoment>, VaultError>
    momentsBefore(const std::optional<KeptPlace>& before, int limit);
    Result<void, VaultError> removeMoment(qint64 id);

    // Journal: newest first; at most 256 KiB an entry; `search` empty for all (every word must
    // occur, the last as a beginning).
    Result<qint64, VaultError> addJournal(Day day, const QString& text);
    Result<void, VaultError> changeJournal(qint64 id, const QString& text);
    Result<void, VaultError> removeJournal(qint64 id);
    Result<std::vector<JournalEntry>, VaultError> journal(const QString& search, int limit,
                                                          int offset);

    // One draft a place ("today", "journal/new", …), at most 256 KiB; an empty one is removed.
    Result<void, VaultError> saveDraft(const QString& place, const QByteArray& bytes);
    QByteArray draft(const QString& place);
    // Places that hold one and begin with `beginning`, sorted.
    QStringList drafts(const QString& beginning);

    // No step's id: AgainstRules.
    Result<void, VaultError> setStep(const QString& step, StepState state);

    // Small values by name ("autolock.minutes", "share.last", "window.geometry", …), at most 64
    // KiB.
    Result<void, VaultError> setSetting(const QString& key, const QByteArray& value,
                                        Durability durability = Durability::AtOnce);
    std::optional<QByteArray> setting(const QString& key);

private:
    Connection& connection_;
    const Clock& clock_;
};

} // namespace mend::vault
