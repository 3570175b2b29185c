#include "ui/widgets/notice.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace mend::ui {

namespace {

QAccessibleInterface* make(const QString&, QObject* object) {
    auto* notice = qobject_cast<Notice*>(object);
    return notice ? new QAccessibleWidget(notice, QAccessible::Notification) : nullptr;
}

void installAccess() {
    static const bool installed = [] {
        QAccessible::installFactory(&make);
        return true;
    }();
    Q_UNUSED(installed);
}

} // namespace

Notice::Notice(QWidget* parent) : QFrame(parent) {
    installAccess();
}

// Linux's readers read a notification when it comes up (Qt tells that by itself), others an alert.
void Notice::say(const QString& words) {
    const bool news = accessibleName() != words;
    const bool wasThere = isVisible();
    setAccessibleName(words);
    setVisible(!words.isEmpty());
    if (!news || !wasThere || words.isEmpty())
        return;
    QAccessibleEvent shown(this, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&shown);
    announce();
}

void Notice::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    announce();
}

void Notice::announce() {
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    Q_EMIT announced(accessibleName());
}

} // namespace mend::ui
