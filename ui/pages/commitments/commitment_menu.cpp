#include "ui/pages/commitments/commitment_menu.h"

#include "ui/theme/icons.h"

#include <QMenu>
#include <utility>

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

// It may be open: what is pointed at stays there while the same is offered.
bool CommitmentMenu::startOver(Offer what) {
    if (std::exchange(m_offered, what) == what)
        return false;
    menu()->clear();
    menu()
        ->addAction(tr("Edit …"), this, &CommitmentMenu::editWanted)
        ->setObjectName(QStringLiteral("commitmentEdit"));
    return true;
}

void CommitmentMenu::offer(const QString& text, const char* object, ChangeKind change) {
    menu()
        ->addAction(text, this, [this, change] { Q_EMIT changeWanted(change); })
        ->setObjectName(QLatin1String(object));
}

void CommitmentMenu::offerTakingBack() {
    if (startOver(Offer::TakingBack))
        offer(tr("Take back"), "commitmentEnd", ChangeKind::End);
}

void CommitmentMenu::offerChanges(bool paused) {
    if (!startOver(paused ? Offer::GoingOn : Offer::Pausing))
        return;
    if (paused)
        offer(tr("Go on, from tomorrow"), "commitmentResume", ChangeKind::Resume);
    else
        offer(tr("Pause, from tomorrow"), "commitmentPause", ChangeKind::Pause);
    offer(tr("End, from tomorrow"), "commitmentEnd", ChangeKind::End);
}

} // namespace mend::ui
