#pragma once
// What core says in kinds, said in words: what happened, what is safe, what to do.

#include "core/workspace/problem.h"
#include "core/workspace/states.h"

#include <QString>

namespace mend::ui {

QString sentence(Problem problem);
/// Why what is being written can't be kept, and what to do before it is lost.
QString draftTrouble(Problem problem);
/// How pairing ended; empty for PairingProblem::None.
QString sentence(PairingProblem problem);
/// A long sync is under way, worth a bar and a word of its own.
bool movesMuch(const SyncReading& sync);
/// The state of sharing. `partnerName` may be empty while nobody is paired.
QString sharingSentence(const SyncReading& sync, const QString& partnerName);

} // namespace mend::ui
