#include "ui/theme/text_room.h"

#include "ui/theme/type.h"

#include <QFontDatabase>

namespace mend::ui {

int textRoom(int pixels) {
    return textRoom(pixels, QFontDatabase::systemFont(QFontDatabase::GeneralFont));
}

int textRoom(int pixels, const QFont& systemFont) {
    return qRound(pixels * textScale(systemFont));
}

} // namespace mend::ui
