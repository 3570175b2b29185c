#include "ui/pages/settings/lock_card.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/wrap_button.h"
#include "ui/widgets/wrap_label.h"

#include <QSignalBlocker>
#include <QSpinBox>

namespace mend::ui {

namespace {
constexpr int minutesWidth = 104; // Pixels: "60 min" and the arrows.
} // namespace

LockCard::LockCard(QWidget* parent)
    : Card(tr("Locking"), parent),
      m_after(new WrapRadio(tr("When nobody has used Mend for a while"))), m_minutes(new QSpinBox),
      m_never(new WrapRadio(tr("Only when I lock it"))) {
    m_after->setObjectName(QStringLiteral("lockAfter"));
    m_never->setObjectName(QStringLiteral("lockNever"));
    m_minutes->setObjectName(QStringLiteral("lockMinutes"));
    m_minutes->setRange(1, longest);
    m_minutes->setAccessibleName(tr("Minutes until Mend locks"));
    m_minutes->setSuffix(tr(" min"));
    m_minutes->setKeyboardTracking(false);
    m_minutes->setMinimumWidth(minutesWidth);
    auto* line = new FlowLayout(nullptr, space::oneHalf);
    line->addWidget(m_after);
    line->addWidget(m_minutes);
    add(line);
    add(m_never);
    auto* words = new WrapLabel(
        tr("Locked, Mend shows nothing and holds no key. It also locks when the computer goes to "
           "sleep or locks its screen, where the system says so. Ctrl+L locks at once; "
           "Ctrl+Shift+H locks and hides the window."),
        TextRole::Caption);
    words->setTone(&Tokens::inkSoft);
    add(words);
    // The two switch each other, so one tells of both: a screen reader toggles, it does not click.
    connect(m_after, &QRadioButton::toggled, this,
            [this](bool on) { Q_EMIT minutesChosen(on ? m_minutes->value() : 0); });
    connect(m_minutes, &QSpinBox::valueChanged, this, &LockCard::minutesChosen);
}

void LockCard::setMinutes(int minutes) {
    const QSignalBlocker quiet(m_minutes);
    const QSignalBlocker quietChoice(m_after);
    (minutes > 0 ? m_after : m_never)->setChecked(true);
    if (minutes > 0)
        m_minutes->setValue(minutes);
    m_minutes->setEnabled(minutes > 0);
}

} // namespace mend::ui
