#include "ui/pages/partner/leave_card.h"

#include "ui/theme/button_kind.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

LeaveCard::LeaveCard(QWidget* parent)
    : Card(tr("Leaving"), parent), m_words(new WrapLabel), m_question(new WrapLabel),
      m_leave(new QPushButton(tr("Leave\u2026"))), m_sure(new QPushButton(tr("Leave now"))),
      m_stay(new QPushButton(tr("Stay"))) {
    m_leave->setObjectName(QStringLiteral("leave"));
    m_sure->setObjectName(QStringLiteral("leaveNow"));
    m_stay->setObjectName(QStringLiteral("stay"));
    auto* safety = new QPushButton(tr("Read Safety first"));
    safety->setObjectName(QStringLiteral("safetyFirst"));
    setButtonKind(safety, ButtonKind::Quiet);
    add(m_words);
    add(m_question);
    auto* box = new QWidget;
    auto* line = new FlowLayout(box);
    for (QPushButton* button : {m_leave, m_sure, m_stay, safety})
        line->addWidget(button);
    add(box);
    connect(m_leave, &QPushButton::clicked, this, [this] {
        ask(true);
        m_stay->setFocus();
    });
    connect(m_stay, &QPushButton::clicked, this, [this] {
        ask(false);
        m_leave->setFocus();
    });
    connect(m_sure, &QPushButton::clicked, this, [this] {
        ask(false);
        Q_EMIT leaveAsked();
    });
    connect(safety, &QPushButton::clicked, this, &LeaveCard::safetyAsked);
    ask(false);
}

void LeaveCard::setName(const QString& name) {
    m_words->setText(
        tr("You may end sharing at any time, without a reason and without asking. It ends at once. "
           "What was shared until then stays on both computers. Mend doesn’t tell %1, but they may "
           "notice that nothing comes any more.")
            .arg(name));
    m_question->setText(
        tr("Leave now? To share again later, you would have to pair anew, both of you."));
}

void LeaveCard::ask(bool on) {
    m_question->setVisible(on);
    m_sure->setVisible(on);
    m_stay->setVisible(on);
    m_leave->setVisible(!on);
}

} // namespace mend::ui
