#pragma once
// What each file of the guide says, out of its JSON. Faults are remembered by the object read.

#include "core/guide/json_reader.h"

namespace mend::guide {

using StepsByRelation = std::map<Relation, std::vector<Step>>;

// Adds the file's steps, in its order, to those of each relation they are for; `ids` are those
// taken.
void readSteps(const JsonObject& file, Side side, StepsByRelation& steps, std::set<QString>& ids);
Prompts readPrompts(const JsonObject& file, Role role, Relation relation);
SafetyPage readSafety(const JsonObject& file);
Legend readMarks(const JsonObject& file);

} // namespace mend::guide
