#include "ui/pages/commitments/proposal_answer.h"

#include "core/domain/text.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {
namespace {

QPushButton* button(const QString& text, const char* object, QWidget* parent) {
    auto* made = new QPushButton(text, parent);
    made->setObjectName(QLatin1String(object));
    return made;
}

} // namespace

ProposalAnswer::ProposalAnswer(QWidget* parent)
    : QWidget(parent), m_asked(new WrapLabel({}, TextRole::Body, this)),
      m_editor(new QWidget(this)),
      m_note(new GrowingTextEdit(tr("What should be different"), m_editor)) {
    build();
}

void ProposalAnswer::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    m_asked->setTextFormat(Qt::PlainText);
    column->addWidget(m_asked);
    auto* row = new QWidget(this);
    auto* line = new FlowLayout(row);
    auto* accept = button(tr("Accept"), "proposalAccept", row);
    auto* change = button(tr("Ask for a change"), "proposalChange", row);
    auto* decline = button(tr("Not this one"), "proposalDecline", row);
    for (QPushButton* each : {accept, change, decline})
        line->addWidget(each);
    column->addWidget(row);
    auto* quiet =
        new WrapLabel(tr("“Not this one” needs no reason, and leaves nothing on the timeline."),
                      TextRole::Caption, this);
    column->addWidget(quiet);
    m_note->setObjectName(QStringLiteral("proposalNote"));
    m_note->setLines(2, 6);
    m_note->setByteLimit(longTextLimit);
    auto* send = button(tr("Send"), "proposalSend", m_editor);
    auto* editor = new QVBoxLayout(m_editor);
    editor->setContentsMargins(0, 0, 0, 0);
    auto* label = new WrapLabel(tr("What should be different?"), TextRole::BodyStrong, m_editor);
    editor->addWidget(label);
    editor->addWidget(m_note);
    editor->addWidget(send, 0, Qt::AlignRight);
    column->addWidget(m_editor);
    m_editor->hide();
    connect(accept, &QPushButton::clicked, this, [this] { Q_EMIT answered(Answer::Yes, {}); });
    connect(decline, &QPushButton::clicked, this, [this] { Q_EMIT answered(Answer::No, {}); });
    connect(change, &QPushButton::clicked, this, [this] {
        m_editor->show();
        m_note->setFocus(Qt::OtherFocusReason);
    });
    const auto submit = [this] {
        if (!isBlank(m_note->text()) && !m_note->isOverLimit())
            Q_EMIT answered(Answer::Change, m_note->text());
    };
    connect(send, &QPushButton::clicked, this, submit);
    connect(m_note, &GrowingTextEdit::submitted, this, submit);
}

void ProposalAnswer::show(std::optional<Answer> answer, const QString& note) {
    const bool asked = answer == Answer::Change;
    m_asked->setText(asked ? tr("You asked for a change: “%1”").arg(note) : QString());
    m_asked->setVisible(asked);
    if (asked && m_note->text() == note) {
        m_note->setText({});
        m_editor->hide();
    }
}

} // namespace mend::ui
