#include "ui/widgets/side_bar_access.h"

#include "ui/widgets/side_bar.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace mend::ui {

namespace {

class PageTabAccess final : public QAccessibleWidget {
public:
    explicit PageTabAccess(SideBarItem* item) : QAccessibleWidget(item, QAccessible::PageTab) {}

    QAccessible::State state() const override {
        QAccessible::State state = QAccessibleWidget::state();
        state.selectable = true;
        state.selected = item()->isChecked();
        return state;
    }
    QStringList actionNames() const override {
        return QStringList{pressAction()} + QAccessibleWidget::actionNames();
    }
    void doAction(const QString& action) override {
        if (action == pressAction())
            item()->click();
        else
            QAccessibleWidget::doAction(action);
    }

private:
    SideBarItem* item() const { return static_cast<SideBarItem*>(widget()); }
};

QAccessibleInterface* make(const QString&, QObject* object) {
    if (auto* item = qobject_cast<SideBarItem*>(object); item && item->isCheckable())
        return new PageTabAccess(item);
    if (auto* bar = qobject_cast<SideBar*>(object))
        return new QAccessibleWidget(bar, QAccessible::PageTabList);
    return nullptr;
}

} // namespace

void installSideBarAccess() {
    static const bool installed = [] {
        QAccessible::installFactory(&make);
        return true;
    }();
    Q_UNUSED(installed);
}

} // namespace mend::ui
