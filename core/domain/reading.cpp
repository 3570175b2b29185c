#include "core/domain/reading.h"

#include "core/domain/names.h"

namespace mend {

namespace {

constexpr Names<5> commitmentStateNames = {QLatin1String("proposed"), QLatin1String("active"),
                                           QLatin1String("paused"), QLatin1String("ended"),
                                           QLatin1String("declined")};

} // namespace

QString name(CommitmentState state) {
    return nameIn(commitmentStateNames, state);
}

} // namespace mend
