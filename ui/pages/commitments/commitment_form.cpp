#include "ui/pages/commitments/commitment_form.h"

#include "ui/models/commitment_text.h"
#include "ui/pages/commitments/commitment_inputs.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

CommitmentForm::CommitmentForm(QWidget* parent)
    : QDialog(parent), m_problem(new Banner(Banner::Kind::Attention, {}, this)),
      m_inputs(new CommitmentInputs(this)), m_counts(new WrapLabel({}, TextRole::Caption, this)),
      m_save(new QPushButton(this)), m_pause([this] { sendDraft(); }) {
    setObjectName(QStringLiteral("commitmentForm"));
    build();
    connect(m_save, &QPushButton::clicked, this, &CommitmentForm::save);
    connect(m_inputs, &CommitmentInputs::changed, this, [this] {
        showParts();
        m_pause.keystroke();
    });
    clear();
}

void CommitmentForm::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::three, space::three, space::three, space::two);
    column->setSpacing(space::oneHalf);
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(m_inputs);
    m_counts->setObjectName(QStringLiteral("formCounts"));
    column->addWidget(m_counts);
    column->addStretch();
    buildEnd(column);
    setMinimumWidth(480);
}

void CommitmentForm::buildEnd(QVBoxLayout* column) {
    auto* line = new QHBoxLayout;
    line->addStretch();
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("formCancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_save->setObjectName(QStringLiteral("formSave"));
    m_save->setDefault(true);
    setButtonKind(m_save, ButtonKind::Primary);
    line->addWidget(cancel);
    line->addWidget(m_save);
    column->addLayout(line);
}

void CommitmentForm::setState(const CommitmentsState& state) {
    const bool newDay = state.today != m_state.today;
    const CommitmentFields typed = m_inputs->fields();
    const bool touched = typed != m_untouched;
    m_state = state;
    m_inputs->setState(state);
    if (newDay && !isVisible()) {
        clear();
        if (touched)
            m_inputs->take(typed);
    }
    if (!std::exchange(m_restored, true) && state.begunNew)
        m_inputs->take(*state.begunNew);
    m_pause.stop(); // nobody typed
    showParts();
}

void CommitmentForm::clear() {
    m_inputs->setEditing(m_editing.has_value());
    m_inputs->clear();
    m_untouched = m_inputs->fields();
    m_pause.stop();
    showProblem({});
    showParts();
}

void CommitmentForm::startNew() {
    if (m_editing)
        leaveEdit();
    openForm();
}

// Back to the new one that was set aside.
void CommitmentForm::leaveEdit() {
    m_editing.reset();
    clear();
    if (const auto kept = std::exchange(m_kept, std::nullopt))
        m_inputs->take(*kept);
    m_pause.stop();
}

void CommitmentForm::startFrom(const QString& step) {
    startNew();
    (void)m_inputs->takeStep(step);
}

void CommitmentForm::startEdit(const CommitmentReading& commitment,
                               const std::optional<CommitmentFields>& begun) {
    m_pause.flush(); // of a new one
    if (!m_editing && m_inputs->fields() != m_untouched)
        m_kept = fields();
    m_editing = commitment;
    clear();
    m_inputs->take(commitment.now);
    m_untouched = m_inputs->fields();
    if (begun)
        m_inputs->take(*begun);
    m_pause.stop();
    openForm();
}

void CommitmentForm::openForm() {
    showParts();
    open();
    m_inputs->focusTitle();
}

void CommitmentForm::finishSaved() {
    hide();
    if (m_editing)
        leaveEdit();
    else
        clear();
}

void CommitmentForm::reject() {
    QDialog::reject();
    if (!m_editing)
        return m_pause.flush();
    const RecordId id = m_editing->id;
    leaveEdit();
    Q_EMIT draftChanged({id, std::nullopt});
}

void CommitmentForm::sendDraft() {
    CommitmentDraft draft;
    if (m_editing)
        draft.editing = m_editing->id;
    if (m_inputs->fields() != m_untouched)
        draft.fields = fields();
    Q_EMIT draftChanged(draft);
}

void CommitmentForm::showParts() {
    const bool editing = m_editing.has_value();
    // No word of the commitment: the window's title is for everybody to read.
    setWindowTitle(editing ? tr("Change a commitment") : tr("A commitment"));
    const bool agreed = editing && m_editing->state != CommitmentState::Proposed;
    m_counts->setText(agreed ? changeCountsFrom(m_state.today) : QString());
    m_counts->setVisible(agreed);
    m_save->setText(editing                  ? tr("Save the change")
                    : m_inputs->isForOther() ? tr("Ask")
                                             : tr("Make this commitment"));
}

// Whose an existing one is, when it began and where it grew from stay.
CommitmentFields CommitmentForm::fields() const {
    CommitmentFields fields = m_inputs->fields();
    if (m_editing) {
        fields.from = m_editing->now.from;
        fields.for_ = m_editing->now.for_;
        fields.step = m_editing->now.step;
    }
    return fields;
}

void CommitmentForm::save() {
    const CommitmentFields now = fields();
    if (const auto wrong = check(now)) {
        showProblem(commitmentSentence(*wrong));
        if (*wrong == DomainError::Empty || *wrong == DomainError::TooLong)
            m_inputs->focusTitle();
        return;
    }
    showProblem({});
    m_pause.flush(); // should it not be kept
    if (m_editing)
        Q_EMIT edited(m_editing->id, now);
    else
        Q_EMIT made(now);
}

void CommitmentForm::showProblem(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace mend::ui
