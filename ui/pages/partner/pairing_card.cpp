#include "ui/pages/partner/pairing_card.h"

#include "ui/pages/partner/pairing_asking.h"
#include "ui/pages/partner/pairing_choice.h"
#include "ui/pages/partner/pairing_code.h"
#include "ui/widgets/banner.h"

#include <QVBoxLayout>

namespace mend::ui {

PairingCard::PairingCard(QWidget* parent)
    : Card(tr("Pair two computers"), parent), m_problem(new Banner), m_choice(new PairingChoice),
      m_entry(new PairingEntry), m_code(new PairingCode), m_wait(new PairingWait),
      m_asking(new PairingAsking) {
    m_problem->setObjectName(QStringLiteral("pairingProblem"));
    for (QWidget* widget : {static_cast<QWidget*>(m_problem), static_cast<QWidget*>(m_choice),
                            static_cast<QWidget*>(m_entry), static_cast<QWidget*>(m_code),
                            static_cast<QWidget*>(m_wait), static_cast<QWidget*>(m_asking)})
        add(widget);
    connectSteps();
    setState({});
}

void PairingCard::connectSteps() {
    connect(m_choice, &PairingChoice::roleChosen, this, &PairingCard::roleChosen);
    connect(m_choice, &PairingChoice::showCodeAsked, this, [this] {
        Q_EMIT pairingAsked({m_choice->shareBefore(), {}, {}});
    });
    connect(m_choice, &PairingChoice::typeCodeAsked, this, [this] {
        m_typing = true;
        m_problem->setText({});
        showStep(m_entry);
        m_entry->focusCode();
    });
    connect(m_entry, &PairingEntry::backAsked, this, [this] {
        m_typing = false;
        m_entry->reset();
        showStep(m_choice);
    });
    connect(m_entry, &PairingEntry::submitted, this, [this] {
        Q_EMIT pairingAsked({m_choice->shareBefore(), m_entry->code(), m_entry->address()});
    });
    connect(m_code, &PairingCode::stopAsked, this, &PairingCard::stopAsked);
    connect(m_wait, &PairingWait::stopAsked, this, &PairingCard::stopAsked);
    connect(m_asking, &PairingAsking::answered, this, &PairingCard::answered);
}

QWidget* PairingCard::stepOf(PairingReading::Phase phase) const {
    switch (phase) {
    case PairingReading::Phase::Showing:
        return m_code;
    case PairingReading::Phase::Searching:
    case PairingReading::Phase::Proving:
    case PairingReading::Phase::Waiting:
        return m_wait;
    case PairingReading::Phase::Asking:
        return m_asking;
    case PairingReading::Phase::Idle:
    case PairingReading::Phase::Done:
    case PairingReading::Phase::Failed:
        break;
    }
    return m_typing ? static_cast<QWidget*>(m_entry) : m_choice;
}

void PairingCard::setState(const PartnerState& state) {
    // A code that was burnt is of no use any more; one that was not found may be tried again.
    const bool ended = state.pairing.phase == PairingReading::Phase::Failed &&
                       m_phase != PairingReading::Phase::Failed;
    if (ended && state.pairing.problem == PairingProblem::WrongCode)
        m_entry->reset();
    m_phase = state.pairing.phase;
    m_choice->setRole(state.myRole);
    m_code->setReading(state.pairing, state.secondsLeft);
    m_wait->setReading(state.pairing);
    m_asking->setReading(state.pairing);
    m_problem->setText(state.pairingProblem);
    showStep(stepOf(state.pairing.phase));
}

void PairingCard::showStep(QWidget* step) {
    for (QWidget* each : {static_cast<QWidget*>(m_choice), static_cast<QWidget*>(m_entry),
                          static_cast<QWidget*>(m_code), static_cast<QWidget*>(m_wait),
                          static_cast<QWidget*>(m_asking)})
        each->setVisible(each == step);
}

} // namespace mend::ui
