#pragma once
// Which steps of the checklist may be seen by the other.

#include <QStringView>

namespace mend {

// Whether a matter is set down (H2) is nobody's to see, however steps are shared otherwise.
bool mayBeShared(QStringView step);

} // namespace mend
