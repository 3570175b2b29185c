#include "ui/pages/commitments/commitment_form.h"

#include "ui/models/commitment_text.h"
#include "ui/models/day_text.h"
#include "ui/pages/commitments/commitment_inputs.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mend::ui {

CommitmentForm::CommitmentForm(QWidget* parent)
    : QDialog(parent), m_problem(new Banner(Banner::Kind::Attention, {}, this)),
      m_inputs(new CommitmentInputs(this)), m_counts(new WrapLabel({}, TextRole::Caption, this)),
      m_save(new QPushButton(this)), m_pause([this] { sendDraft(); }) {
    setObjectName(QStringLiteral("commitmentForm"));
    setWindowTitle(QStringLiteral("Mend")); // the task bar is read by whoever passes
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
    const bool newDay = state.today != m_today;
    const CommitmentFields typed = m_inputs->fields();
    const bool touched = typed != m_untouched;
    m_today = state.today;
    m_partner = state.partner;
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
    m_inputs->setStands(!isNew(), !isNew() && m_purpose != CommitmentPurpose::Step);
    m_inputs->clear();
    m_untouched = m_inputs->fields();
    m_pause.stop();
    showProblem({});
    showParts();
}

void CommitmentForm::startNew() {
    if (!isNew())
        leaveOther();
    openForm();
}

// Back to the new one that was set aside.
void CommitmentForm::leaveOther() {
    m_purpose = CommitmentPurpose::New;
    m_about.reset();
    clear();
    if (const auto kept = std::exchange(m_kept, std::nullopt))
        m_inputs->take(*kept);
    m_pause.stop();
}

void CommitmentForm::startFrom(const CommitmentFields& start,
                               const std::optional<CommitmentFields>& begun) {
    setAside(CommitmentPurpose::Step);
    m_step = start.step;
    fill(start, begun);
}

void CommitmentForm::startEdit(const CommitmentReading& commitment,
                               const std::optional<CommitmentFields>& begun) {
    startAbout(CommitmentPurpose::Edit, commitment, commitment.now, begun);
}

// Until today the one from before counts. Days that are over by then are left out.
void CommitmentForm::startAgain(const CommitmentReading& commitment,
                                const std::optional<CommitmentFields>& begun) {
    CommitmentFields anew = commitment.now;
    anew.for_ = mend::Person::Me;
    anew.from = std::max(anew.from, m_today.plus(1));
    if (anew.review && *anew.review <= anew.from)
        anew.review.reset();
    startAbout(CommitmentPurpose::Again, commitment, anew, begun);
}

void CommitmentForm::startAbout(CommitmentPurpose purpose, const CommitmentReading& commitment,
                                const CommitmentFields& start,
                                const std::optional<CommitmentFields>& begun) {
    setAside(purpose);
    m_about = commitment;
    fill(start, begun);
}

// A new one that was begun comes back once the other is saved or given up.
void CommitmentForm::setAside(CommitmentPurpose next) {
    m_pause.flush();
    if (isNew() && m_inputs->fields() != m_untouched)
        m_kept = fields();
    m_purpose = next;
    m_about.reset();
}

void CommitmentForm::fill(const CommitmentFields& start,
                          const std::optional<CommitmentFields>& begun) {
    clear();
    m_inputs->take(start);
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
    const CommitmentDraft saved = noDraft();
    if (!isNew())
        leaveOther();
    else
        clear();
    Q_EMIT draftChanged(saved);
}

void CommitmentForm::reject() {
    QDialog::reject();
    if (m_purpose == CommitmentPurpose::New || m_purpose == CommitmentPurpose::Step) {
        m_pause.flush(); // it comes back, with its step
        if (!isNew())
            leaveOther();
        return;
    }
    const CommitmentDraft given = noDraft();
    leaveOther();
    Q_EMIT draftChanged(given);
}

CommitmentDraft CommitmentForm::noDraft() const {
    CommitmentDraft draft;
    draft.purpose = m_purpose;
    if (m_about)
        draft.about = m_about->id;
    if (m_purpose == CommitmentPurpose::Step)
        draft.step = m_step;
    return draft;
}

void CommitmentForm::sendDraft() {
    CommitmentDraft draft = noDraft();
    if (m_inputs->fields() != m_untouched)
        draft.fields = fields();
    Q_EMIT draftChanged(draft);
}

void CommitmentForm::showParts() {
    const bool edit = m_purpose == CommitmentPurpose::Edit;
    setAccessibleName(edit ? tr("Change a commitment") : tr("New commitment"));
    m_counts->setText(countsWords());
    m_counts->setVisible(!m_counts->text().isEmpty());
    m_save->setText(saveWords());
}

QString CommitmentForm::countsWords() const {
    if (m_purpose == CommitmentPurpose::Again)
        return againWords();
    const bool agreed = m_about && m_about->state != CommitmentState::Proposed;
    return agreed ? changeCountsFrom(m_today) : QString();
}

QString CommitmentForm::againWords() const {
    const CommitmentFields now = fields();
    const auto* once = std::get_if<Once>(&now.schedule);
    const QString day = fullDay(once ? once->day : now.from);
    const bool tomorrow = now.from == m_today.plus(1);
    QStringList words{once       ? tr("%1 sees this one, which is for %2.")
                      : tomorrow ? tr("%1 sees this one, and it begins tomorrow, %2.")
                                 : tr("%1 sees this one, and it begins on %2.")};
    words[0] = words[0].arg(m_partner, day);
    words += mayCountOn(m_about->spans, m_today)
                 ? tr("The one from before counts for the last time today; what was said about it "
                      "stays with you.")
                 : tr("The one from before ends; what was said about it stays with you.");
    if (m_about->state == CommitmentState::Paused)
        words += tr("It was paused, and this one is not.");
    return words.join(u' ');
}

QString CommitmentForm::saveWords() const {
    if (m_purpose == CommitmentPurpose::Edit)
        return tr("Save the change");
    return m_inputs->isForOther() ? tr("Ask") : tr("Make this commitment");
}

// Whose an existing one is, when it began and where it grew from stay; one from a step is one's
// own, and so is one that is made anew, which begins when it was to, once the one from before has
// ended.
CommitmentFields CommitmentForm::fields() const {
    CommitmentFields fields = m_inputs->fields();
    if (m_about)
        fields.step = m_about->now.step;
    if (m_purpose == CommitmentPurpose::Edit) {
        fields.from = m_about->now.from;
        fields.for_ = m_about->now.for_;
    } else if (m_purpose == CommitmentPurpose::Again) {
        fields.for_ = mend::Person::Me;
        if (!std::holds_alternative<Once>(fields.schedule))
            fields.from = std::max(m_about->now.from, m_today.plus(1));
    } else if (m_purpose == CommitmentPurpose::Step) {
        fields.for_ = mend::Person::Me;
        fields.step = m_step;
    }
    return fields;
}

void CommitmentForm::save() {
    showProblem({}); // said again to whoever presses again, also by a screen reader
    const CommitmentFields now = fields();
    // An edit is looked at again within 26 weeks of today, however long ago it began.
    const bool edit = m_purpose == CommitmentPurpose::Edit;
    if (const auto wrong = edit ? check(now, m_today) : check(now)) {
        showProblem(commitmentSentence(*wrong));
        if (*wrong == DomainError::Empty || *wrong == DomainError::TooLong)
            m_inputs->focusTitle();
        return;
    }
    m_pause.flush(); // should it not be kept
    // Of its own: whoever hears of it may begin another one here meanwhile.
    const RecordId about = m_about ? m_about->id : RecordId();
    switch (m_purpose) {
    case CommitmentPurpose::New:
    case CommitmentPurpose::Step:
        return Q_EMIT made(now);
    case CommitmentPurpose::Edit:
        return Q_EMIT edited(about, now);
    case CommitmentPurpose::Again:
        return Q_EMIT madeAgain(about, now);
    }
}

void CommitmentForm::showProblem(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace mend::ui
