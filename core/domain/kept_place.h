#pragma once
// Where a list of what stays on this computer goes on, newest first: with what is older than this.

#include "core/base/day.h"

namespace mend {

struct KeptPlace {
    Day day;
    qint64 id = 0;
};

} // namespace mend
