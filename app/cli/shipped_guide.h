#pragma once
// The guide that is built into the program: which steps there are.

#include "app/cli/cli.h"
#include "core/guide/guide.h"

#include <QStringList>

namespace mend::cli {

// Nothing, after telling why, if its texts can't be read.
std::optional<guide::Guide> loadGuide();
// Whether all are steps of this vault's relation; an exit code, after telling, if not.
Result<void, int> knowsSteps(Workspace& workspace, const QStringList& ids);

} // namespace mend::cli
