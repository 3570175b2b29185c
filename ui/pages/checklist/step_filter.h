#pragma once
// Which steps of a list are shown.

#include "ui/pages/checklist/checklist_state.h"

namespace mend::ui {

enum class StepFilter { All, Working, Done };

// Every word of `search` stands somewhere in the step's texts, whatever its case.
bool matches(const ChecklistItem& item, StepFilter filter, const QString& search);

} // namespace mend::ui
