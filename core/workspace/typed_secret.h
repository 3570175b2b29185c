#pragma once
// Secrets that were typed into a QString: copied into locked memory, and the string wiped.

#include "core/crypto/passphrase.h"
#include "core/crypto/recovery_code.h"
#include "core/workspace/workspace.h"

namespace mend {

// Leaves it empty, and overwrites the characters if nobody else holds them. Who still does is their
// only holder afterwards, and wipes them in turn; copies that Qt made can't be reached.
void wipe(QString& text);
// Empty: Problem::Empty; too long or not Unicode: Problem::BadInput.
Attempt<crypto::Passphrase> takePassphrase(QString& text);
// Not a code, or a slip of the fingers: Problem::BadRecoveryCode.
Attempt<crypto::RecoveryCode> takeRecoveryCode(QString& text);

} // namespace mend
