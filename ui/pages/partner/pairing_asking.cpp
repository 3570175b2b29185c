#include "ui/pages/partner/pairing_asking.h"

#include "ui/theme/button_kind.h"
#include "ui/widgets/person_badge.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

QString sideInWords(const PartnerReading& partner) {
    if (!partner.role)
        return PairingAsking::tr("%1 has not said yet which side they are on.").arg(partner.name);
    return *partner.role == Role::Hurt
               ? PairingAsking::tr("%1 is here as the one who was hurt.").arg(partner.name)
               : PairingAsking::tr("%1 is here as the one who broke the trust.").arg(partner.name);
}

} // namespace

PairingAsking::PairingAsking(QWidget* parent)
    : QWidget(parent), m_who(new PersonBadge({}, Person::Partner)), m_side(new WrapLabel),
      m_same(new WrapLabel(
          tr("You both chose the same side. That can be right: in many pairs both were hurt. If it "
             "isn’t, choose Not now, and one of you changes it in Settings."))),
      m_fingerprint(new WrapLabel({}, TextRole::Caption)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::oneHalf);
    column->addWidget(new WrapLabel(tr("The code was right. This is who answered:")));
    column->addWidget(m_who, 0, Qt::AlignLeft);
    column->addWidget(m_side);
    column->addWidget(m_same);
    column->addWidget(new WrapLabel(
        tr("From now on, each of you sees what the other marks for sharing. What is just yours "
           "stays yours. Either of you can pause or leave at any time, without giving a reason.")));
    column->addWidget(m_fingerprint);
    m_side->setObjectName(QStringLiteral("askedSide"));
    m_same->setObjectName(QStringLiteral("sameSides"));
    column->addWidget(buildButtons());
}

QWidget* PairingAsking::buildButtons() {
    auto* box = new QWidget;
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    auto* pair = new QPushButton(tr("Pair"));
    pair->setObjectName(QStringLiteral("pair"));
    setButtonKind(pair, ButtonKind::Primary);
    auto* notNow = new QPushButton(tr("Not now"));
    notNow->setObjectName(QStringLiteral("notNow"));
    line->addWidget(pair);
    line->addWidget(notNow);
    line->addStretch();
    connect(pair, &QPushButton::clicked, this, [this] { Q_EMIT answered(true); });
    connect(notNow, &QPushButton::clicked, this, [this] { Q_EMIT answered(false); });
    return box;
}

void PairingAsking::setReading(const PairingReading& pairing) {
    if (!pairing.partner)
        return;
    m_who->setPerson(pairing.partner->name, Person::Partner);
    m_side->setText(sideInWords(*pairing.partner));
    m_same->setVisible(pairing.sameRoles && pairing.partner->role);
    m_fingerprint->setText(tr("To be quite sure, compare: %1").arg(pairing.partner->fingerprint));
}

} // namespace mend::ui
