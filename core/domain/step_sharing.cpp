#include "core/domain/step_sharing.h"

namespace mend {

bool mayBeShared(QStringView step) {
    return step != u"H2";
}

} // namespace mend
