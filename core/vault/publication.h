#pragma once
// A new set of a vault's files that takes the old one's place at once. It is made in the folder
// "vault.next", which holds a mark of ours; its renaming to "vault.next.ready" is what counts; then
// each file moves up. Whoever opens the vault finishes a move that a crash cut short, and throws
// away a set that never counted.
//
// A person's own folders may stand beside a vault: only what has the mark is touched, and in it
// only files with a vault's names.

#include "core/vault/vault_error.h"

#include <QString>

namespace mend::vault {

QString stagingFolder(const QString& folder);

// An empty staging folder, whatever an earlier attempt left. Io where something of that name isn't
// ours.
Result<void, VaultError> beginPublication(const QString& folder);
// Every file of the staging folder is on disk already. Nobody has the vault open.
Result<void, VaultError> publish(const QString& folder);
// True if a published set waits to be moved into place.
bool isPublicationPending(const QString& folder);
// Moves it. Nobody has the vault open.
Result<void, VaultError> finishPublication(const QString& folder);
void discardPublication(const QString& folder);
// Also one that was published and could not be moved: where there was nothing before.
void abandonPublication(const QString& folder);

} // namespace mend::vault
