#pragma once
// Four kinds of button. A page has one primary at most; most are outlined.

class QAbstractButton;
class QWidget;

namespace mend::ui {

enum class ButtonKind {
    Outlined,
    Primary,
    Quiet, ///< no border until pointed at
    Link   ///< words alone, level with those around it; a line below them when pointed at
};

void setButtonKind(QAbstractButton* button, ButtonKind kind);
ButtonKind buttonKind(const QWidget* button);

} // namespace mend::ui
