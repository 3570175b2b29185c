#include "ui/widgets/side_bar_access.h"

#include "ui/widgets/selectable_access.h"
#include "ui/widgets/side_bar.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace mend::ui {

namespace {

QAccessibleInterface* make(const QString&, QObject* object) {
    if (auto* item = qobject_cast<SideBarItem*>(object); item && item->isCheckable())
        return new SelectableAccess(item, QAccessible::PageTab);
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
