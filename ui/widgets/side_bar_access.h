#pragma once
// How the side bar reads to a screen reader: a list of tabs, one of them selected; commands stay
// buttons.

namespace mend::ui {

void installSideBarAccess();

} // namespace mend::ui
