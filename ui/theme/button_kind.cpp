#include "ui/theme/button_kind.h"

#include <QAbstractButton>
#include <QVariant>

namespace mend::ui {

namespace {
constexpr const char* property = "mendButtonKind";
}

void setButtonKind(QAbstractButton* button, ButtonKind kind) {
    button->setProperty(property, static_cast<int>(kind));
    button->update();
}

ButtonKind buttonKind(const QWidget* button) {
    if (!button)
        return ButtonKind::Outlined;
    return static_cast<ButtonKind>(button->property(property).toInt());
}

} // namespace mend::ui
