#include "ui/pages/commitments/proposal_answer.h"

#include "core/domain/text.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/too_long.h"
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
      m_note(new GrowingTextEdit(tr("What should be different"), m_editor)),
      m_pause([this] { sendDraft(); }) {
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
    m_answers = {accept, change, decline};
    column->addWidget(row);
    auto* quiet =
        new WrapLabel(tr("“Not this one” needs no reason, and leaves nothing on the timeline."),
                      TextRole::Caption, this);
    column->addWidget(quiet);
    buildEditor(column);
    buildStop(column);
    connect(accept, &QPushButton::clicked, this, [this] { Q_EMIT answered(Answer::Yes, {}); });
    connect(decline, &QPushButton::clicked, this, [this] { Q_EMIT answered(Answer::No, {}); });
    connect(change, &QPushButton::clicked, this, [this] {
        m_editor->show();
        m_note->setFocus(Qt::OtherFocusReason);
    });
}

void ProposalAnswer::buildStop(QBoxLayout* column) {
    m_stopWords = new WrapLabel({}, TextRole::Caption, this);
    m_stopWords->setObjectName(QStringLiteral("proposalStopWords"));
    auto* row = new QWidget(this);
    auto* line = new FlowLayout(row, space::two, 0);
    m_stop = button(tr("Don’t let me be asked"), "proposalStop", row);
    auto* safety = button(tr("Safety"), "proposalSafety", row);
    for (QPushButton* each : {m_stop, safety}) {
        setButtonKind(each, ButtonKind::Link);
        line->addWidget(each);
    }
    column->addWidget(row);
    column->addWidget(m_stopWords);
    connect(m_stop, &QPushButton::clicked, this, &ProposalAnswer::askingStopped);
    connect(safety, &QPushButton::clicked, this, &ProposalAnswer::safetyWanted);
    setPartner({});
}

void ProposalAnswer::setPartner(const QString& name) {
    m_stopWords->setText(tr("“Don’t let me be asked” takes this away, unanswered, and leaves %1 no "
                            "way to ask in Mend, which %1 can see. You can change it in Settings.")
                             .arg(name.isEmpty() ? tr("the other") : name));
    m_stop->setAccessibleDescription(m_stopWords->text());
}

// To a screen reader: whoever is asked for two has each button twice.
void ProposalAnswer::setTitle(const QString& title) {
    for (QPushButton* each : m_answers)
        each->setAccessibleDescription(title);
}

void ProposalAnswer::buildEditor(QBoxLayout* column) {
    m_note->setObjectName(QStringLiteral("proposalNote"));
    m_note->setLines(2, 6);
    m_note->setByteLimit(longTextLimit);
    auto* send = button(tr("Send"), "proposalSend", m_editor);
    auto* discard = button(tr("Discard"), "proposalDiscard", m_editor);
    discard->setAccessibleName(tr("Discard what should be different"));
    setButtonKind(discard, ButtonKind::Quiet);
    m_answers << send << discard;
    auto* editor = new QVBoxLayout(m_editor);
    editor->setContentsMargins(0, 0, 0, 0);
    editor->addWidget(
        new WrapLabel(tr("What should be different?"), TextRole::BodyStrong, m_editor));
    editor->addWidget(m_note);
    editor->addWidget(new TooLong(m_note));
    auto* line = new QHBoxLayout;
    line->addStretch();
    line->addWidget(discard);
    line->addWidget(send);
    editor->addLayout(line);
    column->addWidget(m_editor);
    m_editor->hide();
    connect(send, &QPushButton::clicked, this, &ProposalAnswer::submit);
    connect(m_note, &GrowingTextEdit::submitted, this, &ProposalAnswer::submit);
    connect(m_note, &GrowingTextEdit::edited, this, [this] { m_pause.keystroke(); });
    connect(discard, &QPushButton::clicked, this, [this] {
        putAway();
        sendDraft();
    });
}

void ProposalAnswer::submit() {
    if (isBlank(m_note->text()) || m_note->isOverLimit())
        return;
    m_pause.flush(); // should it not be kept
    Q_EMIT answered(Answer::Change, m_note->text());
}

void ProposalAnswer::putAway() {
    m_pause.stop();
    m_note->setText({});
    m_editor->hide();
}

void ProposalAnswer::sendDraft() {
    Q_EMIT changeBegun(isBlank(m_note->text()) ? QString() : m_note->text());
}

void ProposalAnswer::show(std::optional<Answer> answer, const QString& note, const QString& begun) {
    const bool asked = answer == Answer::Change;
    m_asked->setText(asked ? tr("You asked for a change: “%1”").arg(note) : QString());
    m_asked->setVisible(asked);
    const bool sent = asked && m_note->text() == note;
    if (sent)
        putAway();
    if (!sent && isBlank(m_note->text()) && !isBlank(begun) && begun != note) {
        m_note->setText(begun);
        m_editor->show();
    }
}

} // namespace mend::ui
