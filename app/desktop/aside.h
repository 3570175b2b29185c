#pragma once
// What takes as long at a start as the display does, and needs none: it is read on another core
// meanwhile.

#include "core/guide/guide.h"

#include <future>

namespace mend::desktop {

struct Aside {
    std::future<void> fonts; // to be waited for before the first font is asked for
    std::future<Result<guide::Guide, guide::GuideFault>> guide;
};

// Fonts first: they are needed first.
Aside readAside();

// Mend's texts in the language there is.
Result<guide::Guide, guide::GuideFault> loadGuide();

} // namespace mend::desktop
