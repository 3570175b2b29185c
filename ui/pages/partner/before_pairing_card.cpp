#include "ui/pages/partner/before_pairing_card.h"

#include "ui/theme/icons.h"
#include "ui/widgets/point.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

BeforePairingCard::BeforePairingCard(QWidget* parent) : Card(tr("What pairing means"), parent) {
    for (const QString& words :
         {tr("Each of you sees what the other marks for sharing, and nothing else."),
          tr("Either of you can pause or leave on any day, without a reason."),
          tr("You don’t have to. Mend is whole with one person, too.")})
        add(point(new WrapLabel(words)));
    auto* words = new WrapLabel(
        tr("If you are afraid of the other, or are being made to pair, don’t pair yet."),
        TextRole::Caption);
    add(words);
    auto* safety = new QPushButton(icon(IconName::Safety), tr("Read Safety first"));
    safety->setObjectName(QStringLiteral("safetyBeforePairing"));
    body()->addWidget(safety, 0, Qt::AlignLeft);
    connect(safety, &QPushButton::clicked, this, &BeforePairingCard::safetyAsked);
}

} // namespace mend::ui
