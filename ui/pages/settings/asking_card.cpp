#include "ui/pages/settings/asking_card.h"

#include "ui/widgets/wrap_button.h"
#include "ui/widgets/wrap_label.h"

#include <QSignalBlocker>
#include <QVBoxLayout>

namespace mend::ui {

AskingCard::AskingCard(QWidget* parent)
    : Card(tr("Being asked"), parent), m_box(new WrapTick(tr("I can be asked for commitments"))),
      m_words(new WrapLabel({}, TextRole::Caption)) {
    m_box->setObjectName(QStringLiteral("mayBeAsked"));
    m_words->setTone(&Tokens::inkSoft);
    add(m_box);
    add(m_words);
    connect(m_box, &QCheckBox::toggled, this, &AskingCard::mayBeAskedChosen);
}

void AskingCard::setAsking(bool mayBeAsked, const QString& partner) {
    const QSignalBlocker quiet(m_box); // a screen reader toggles, so that is what is followed
    m_box->setChecked(mayBeAsked);
    const QString who = partner.isEmpty() ? tr("the other") : partner;
    const QString words =
        tr("On: %1 may propose a commitment to you. You may say no to each of them, without a "
           "reason, and a no leaves nothing on the timeline. Off: Mend gives %1 no way to ask. "
           "What you promised of your own accord stays as it is. This is yours to decide, and to "
           "change whenever you like; %1\u2019s Mend learns only whether it may ask.")
            .arg(who);
    m_words->setText(words);
    m_box->setAccessibleDescription(words);
}

} // namespace mend::ui
