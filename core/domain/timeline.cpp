#include "core/domain/timeline.h"

#include "core/domain/names.h"

namespace mend {

namespace {

constexpr Names<4> sealNames = {QLatin1String("none"), QLatin1String("sealed"),
                                QLatin1String("withdrawn"), QLatin1String("lost")};

} // namespace

QString name(SealState state) {
    return nameIn(sealNames, state);
}

} // namespace mend
