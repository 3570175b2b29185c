#pragma once
// What was copied in Mend, or selected there with the mouse: other programs get it from Mend for as
// long as it runs.

namespace mend::ui {

/// From now on nobody gets it. What another program copied stays.
void takeCopiesBack();

} // namespace mend::ui
