#include "ui/pages/partner/pairing_code.h"

#include "ui/widgets/busy.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

QString timeLeft(int seconds) {
    return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

PairingCode::PairingCode(QWidget* parent)
    : QWidget(parent), m_code(new CodeDisplay), m_left(new WrapLabel({}, TextRole::Caption)),
      m_address(new WrapLabel) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::oneHalf);
    column->addWidget(new WrapLabel(tr("On the other computer, choose \u201cType a code\u201d on "
                                       "the page Partner, and type this:")));
    m_code->setObjectName(QStringLiteral("shownCode"));
    m_code->setAlignment(Qt::AlignLeft);
    m_left->setObjectName(QStringLiteral("timeLeft"));
    m_address->setObjectName(QStringLiteral("ownAddress"));
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_code);
    column->addWidget(m_left);
    column->addWidget(m_address);
    auto* stop = new QPushButton(tr("Stop"));
    stop->setObjectName(QStringLiteral("stopShowing"));
    column->addWidget(stop, 0, Qt::AlignLeft);
    connect(stop, &QPushButton::clicked, this, &PairingCode::stopAsked);
}

void PairingCode::setReading(const PairingReading& pairing, int secondsLeft) {
    m_code->setCode(pairing.code);
    m_left->setText(tr("It holds for another %1, for one try. Say it only to the other.")
                        .arg(timeLeft(secondsLeft)));
    m_address->setText(
        pairing.address.isEmpty()
            ? QString()
            : tr("This computer’s address, if it is asked for: %1").arg(pairing.address));
    m_address->setVisible(!pairing.address.isEmpty());
}

PairingWait::PairingWait(QWidget* parent) : QWidget(parent), m_busy(new Busy({})) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_busy->setCancellable(true);
    column->addWidget(m_busy);
    connect(m_busy, &Busy::cancelled, this, &PairingWait::stopAsked);
}

void PairingWait::setReading(const PairingReading& pairing) {
    const QString name = pairing.partner ? pairing.partner->name : QString();
    switch (pairing.phase) {
    case PairingReading::Phase::Searching:
        return m_busy->setText(tr("Looking for the computer that shows this code."));
    case PairingReading::Phase::Proving:
        return m_busy->setText(tr("The two computers are checking the code."));
    case PairingReading::Phase::Waiting:
        return m_busy->setText(tr("You said yes. Waiting until %1 has, too.").arg(name));
    default:
        break;
    }
}

} // namespace mend::ui
