#pragma once
// ScaleSlider to the accessibility bus: a slider whose value can be set there, and whose text says
// "not set".

namespace mend::ui {

// Once for the program; further calls do nothing.
void installScaleSliderAccess();

} // namespace mend::ui
