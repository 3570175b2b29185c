#pragma once
// The JSON shapes of reading commands (cli.md): more fields may be added, none renamed.

#include "core/domain/reading.h"
#include "core/workspace/workspace.h"

#include <QJsonObject>

namespace mend::cli {

QJsonObject toJson(const TimelineEntry& entry);
QJsonObject toJson(const CommitmentReading& commitment);
QJsonObject toJson(const SyncReading& sync);
QJsonObject toJson(const VerifyReading& report);
void printJson(const QJsonObject& object);

} // namespace mend::cli
