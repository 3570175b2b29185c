#include "ui/pages/checklist/share_steps_card.h"

#include "ui/widgets/wrap_label.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace mend::ui {

ShareStepsCard::ShareStepsCard(QWidget* parent)
    : Card(tr("Who sees this list"), parent), m_share(new QCheckBox),
      m_words(new WrapLabel({}, TextRole::Caption)) {
    m_share->setObjectName(QStringLiteral("shareSteps"));
    m_words->setTone(&Tokens::inkSoft);
    m_words->setObjectName(QStringLiteral("shareStepsWords"));
    add(m_share);
    add(m_words);
    connect(m_share, &QCheckBox::toggled, this, &ShareStepsCard::sharingChosen);
}

void ShareStepsCard::setSharing(const QString& partner, bool sharing) {
    m_share->setText(tr("%1 may see it").arg(partner));
    m_share->setAccessibleName(m_share->text());
    const QSignalBlocker quiet(m_share);
    m_share->setChecked(sharing);
    const QString words =
        tr("Off: this list is yours alone, and nothing tells that there is one. On: whenever you "
           "change how you stand with a step, %1 sees the step and its state, in their Mend and "
           "on the timeline. What you set earlier stays with you until you change it again. "
           "Switched off, nothing more is shared; what %1 has received stays with them.")
            .arg(partner);
    m_words->setText(words);
    m_share->setAccessibleDescription(words);
}

} // namespace mend::ui
