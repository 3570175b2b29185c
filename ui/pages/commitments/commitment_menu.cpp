#include "ui/pages/commitments/commitment_menu.h"

#include "ui/theme/icons.h"

#include <QMenu>

namespace mend::ui {

CommitmentMenu::CommitmentMenu(const QString& title, QWidget* parent) : QToolButton(parent) {
    setObjectName(QStringLiteral("commitmentMore"));
    setIcon(ui::icon(IconName::More));
    setAutoRaise(true);
    setPopupMode(QToolButton::InstantPopup); // its dots say so: no arrow besides
    setAccessibleName(tr("Change “%1”").arg(title));
    setToolTip(tr("Edit, pause or end"));
    setMenu(new QMenu(this));
}

void CommitmentMenu::startOver() {
    menu()->clear();
    menu()
        ->addAction(tr("Edit …"), this, &CommitmentMenu::editWanted)
        ->setObjectName(QStringLiteral("commitmentEdit"));
}

void CommitmentMenu::offer(const QString& text, const char* object, ChangeKind change) {
    menu()
        ->addAction(text, this, [this, change] { Q_EMIT changeWanted(change); })
        ->setObjectName(QLatin1String(object));
}

void CommitmentMenu::offerTakingBack() {
    startOver();
    offer(tr("Take back"), "commitmentEnd", ChangeKind::End);
}

void CommitmentMenu::offerChanges(bool paused) {
    startOver();
    if (paused)
        offer(tr("Go on, from tomorrow"), "commitmentResume", ChangeKind::Resume);
    else
        offer(tr("Pause, from tomorrow"), "commitmentPause", ChangeKind::Pause);
    offer(tr("End, from tomorrow"), "commitmentEnd", ChangeKind::End);
}

} // namespace mend::ui
