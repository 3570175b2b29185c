#include "ui/pages/partner/sharing_card.h"

#include "ui/models/sentences.h"
#include "ui/widgets/busy.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/person_badge.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

using Phase = SyncReading::Phase;

// Also while connected, where it does nothing: whether it is there would tell when the other has
// Mend open.
bool mayRetry(const SyncReading& sync) {
    switch (sync.phase) {
    case Phase::Looking:
    case Phase::Provisional:
    case Phase::Connecting:
    case Phase::Exchanging:
    case Phase::InStep:
        return true;
    default:
        return false;
    }
}

} // namespace

SharingCard::SharingCard(QWidget* parent)
    : Card(tr("Sharing"), parent), m_who(new PersonBadge({}, Person::Partner)),
      m_sentence(new WrapLabel), m_progress(new Busy({})), m_waiting(new WrapLabel),
      m_sealed(new WrapLabel(tr("What is sealed of your check-ins opens when you both have shared "
                                "one for the same day."))),
      m_pauseWords(new WrapLabel({}, TextRole::Caption)),
      m_fingerprint(new WrapLabel({}, TextRole::Caption)) {
    m_sentence->setObjectName(QStringLiteral("sharingSentence"));
    m_waiting->setObjectName(QStringLiteral("waiting"));
    // No number: it would be that of the days without one of the other's.
    m_sealed->setObjectName(QStringLiteral("sealed"));
    body()->addWidget(m_who, 0, Qt::AlignLeft);
    for (QWidget* widget : {static_cast<QWidget*>(m_sentence), static_cast<QWidget*>(m_progress),
                            static_cast<QWidget*>(m_waiting), static_cast<QWidget*>(m_sealed)})
        add(widget);
    add(buildButtons());
    m_pauseWords->setTone(&Tokens::inkSoft);
    m_pauseWords->setObjectName(QStringLiteral("pauseWords"));
    add(m_pauseWords);
    add(m_fingerprint);
}

QWidget* SharingCard::buildButtons() {
    auto* box = new QWidget;
    auto* line = new FlowLayout(box);
    m_pause = new QPushButton;
    m_pause->setObjectName(QStringLiteral("pause"));
    m_retry = new QPushButton(tr("Look again now"));
    m_retry->setObjectName(QStringLiteral("retry"));
    m_allow = new QPushButton(tr("Let it in"));
    m_allow->setObjectName(QStringLiteral("allowMuch"));
    for (QPushButton* button : {m_pause, m_retry, m_allow})
        line->addWidget(button);
    connect(m_pause, &QPushButton::clicked, this, [this] { Q_EMIT pauseAsked(!m_paused); });
    connect(m_retry, &QPushButton::clicked, this, &SharingCard::retryAsked);
    connect(m_allow, &QPushButton::clicked, this, &SharingCard::allowMuchAsked);
    return box;
}

void SharingCard::setState(const PartnerState& state) {
    if (!state.partner)
        return;
    const SyncReading& sync = state.sync;
    m_paused = sync.phase == Phase::Paused;
    m_who->setPerson(state.partner->name, Person::Partner);
    m_sentence->setText(state.sharing);
    m_pause->setText(m_paused ? tr("Go on sharing") : tr("Pause sharing"));
    m_pauseWords->setText(tr("When you pause, %1’s Mend may say so, and it keeps when that was.")
                              .arg(state.partner->name));
    m_retry->setVisible(mayRetry(sync));
    m_allow->setVisible(sync.phase == Phase::Stopped && sync.stop == SyncReading::Stop::TooMuch);
    const int waiting = int(std::min<quint64>(sync.counts.waiting(), INT_MAX));
    m_waiting->setText(waiting == 1
                           ? tr("One thing of yours waits to be shared.")
                           : tr("%n things of yours wait to be shared.", nullptr, waiting));
    m_waiting->setVisible(waiting > 0);
    m_sealed->setVisible(sync.counts.sealed > 0);
    m_fingerprint->setText(
        tr("If you ever want to be sure who this is, compare: %1").arg(state.partner->fingerprint));
    showProgress(sync);
}

// Only for long work: a bar that flashes by tells nobody anything.
void SharingCard::showProgress(const SyncReading& sync) {
    const bool on = movesMuch(sync);
    m_progress->setVisible(on);
    if (!on)
        return;
    m_progress->setText(tr("%1 of %2 entries").arg(sync.progressDone).arg(sync.progressTotal));
    m_progress->setProgress(double(sync.progressDone) / double(sync.progressTotal));
}

} // namespace mend::ui
