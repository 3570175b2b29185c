#include "ui/widgets/selectable_access.h"

namespace mend::ui {

SelectableAccess::SelectableAccess(QAbstractButton* button, QAccessible::Role role)
    : QAccessibleWidget(button, role) {}

QAccessible::State SelectableAccess::state() const {
    QAccessible::State state = QAccessibleWidget::state();
    state.selectable = true;
    state.selected = button()->isChecked();
    return state;
}

QStringList SelectableAccess::actionNames() const {
    return QStringList{pressAction()} + QAccessibleWidget::actionNames();
}

void SelectableAccess::doAction(const QString& action) {
    if (action == pressAction())
        button()->click();
    else
        QAccessibleWidget::doAction(action);
}

} // namespace mend::ui
