#include "ui/pages/today/commitment_row.h"

#include "ui/models/commitment_text.h"
#include "ui/models/day_text.h"
#include "ui/pages/today/begun_line.h"
#include "ui/pages/today/today_words.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/shard_widget.h"
#include "ui/widgets/too_long.h"
#include "ui/widgets/wrap_label.h"

#include <QAction>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

constexpr int noteLines = 6;

void setWords(WrapLabel* label, const QString& text) {
    label->setText(text);
    label->setVisible(!text.isEmpty());
}

} // namespace

CommitmentRow::CommitmentRow(Whose whose, QWidget* parent)
    : QWidget(parent), m_whose(whose), m_column(new QVBoxLayout(this)),
      m_title(new WrapLabel({}, TextRole::BodyStrong, this)),
      m_by(new WrapLabel({}, TextRole::Caption, this)),
      m_shard(new ShardWidget(DayState::Open, this)),
      m_words(new WrapLabel({}, TextRole::Body, this)),
      m_theirNote(new WrapLabel({}, TextRole::Body, this)),
      m_myNote(new WrapLabel({}, TextRole::Body, this)),
      m_choice(new SegmentedChoice(tr("How it went"), this)),
      m_more(new QPushButton(tr("More"), this)),
      m_pause([this] { Q_EMIT noteBegun(m_commitment.id, m_note->text()); }) {
    build();
    buildMenu();
    buildNote();
}

void CommitmentRow::build() {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::one);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::one);
    auto* mark = new QVBoxLayout;
    mark->setContentsMargins(0, space::half, 0, 0); // level with the title's first line
    mark->addWidget(m_shard);
    mark->addStretch();
    head->addLayout(mark);
    head->addWidget(m_title, 1);
    head->addWidget(m_by, 0, Qt::AlignTop);
    m_column->addLayout(head);
    m_by->setTone(&Tokens::inkSoft);
    m_title->setObjectName(QStringLiteral("title"));
    m_words->setObjectName(QStringLiteral("words"));
    m_theirNote->setObjectName(QStringLiteral("theirNote"));
    m_myNote->setObjectName(QStringLiteral("myNote"));
    for (WrapLabel* label : {m_words, m_theirNote, m_myNote})
        m_column->addWidget(label);
    m_words->setTone(&Tokens::inkSoft);
    if (m_whose == Whose::Mine)
        m_choice->setChoices({{name(OutcomeState::Kept), answerWord(OutcomeState::Kept)},
                              {name(OutcomeState::Partly), answerWord(OutcomeState::Partly)},
                              {name(OutcomeState::Missed), answerWord(OutcomeState::Missed)}});
    else
        m_choice->setChoices({{name(ViewState::Confirmed), answerWord(ViewState::Confirmed)},
                              {name(ViewState::Differs), answerWord(ViewState::Differs)}});
    m_choice->setObjectName(QStringLiteral("choice"));
    connect(m_choice, &SegmentedChoice::choiceMade, this, &CommitmentRow::onChoice);
    auto* answers = new FlowLayout;
    answers->addWidget(m_choice);
    answers->addWidget(m_more);
    m_column->addLayout(answers);
}

void CommitmentRow::buildMenu() {
    auto* menu = new QMenu(this);
    if (m_whose == Whose::Mine) {
        m_excused = menu->addAction(tr("Excused for this day"), this,
                                    [this] { onChoice(name(OutcomeState::Excused)); });
        m_excused->setObjectName(QStringLiteral("excused"));
    } else {
        m_thanks = menu->addAction(answerWord(ViewState::Thanks), this,
                                   [this] { onChoice(name(ViewState::Thanks)); });
        m_noticed = menu->addAction(answerWord(ViewState::Noticed), this,
                                    [this] { onChoice(name(ViewState::Noticed)); });
        m_thanks->setObjectName(QStringLiteral("thanks"));
        m_noticed->setObjectName(QStringLiteral("noticed"));
    }
    m_addNote = menu->addAction(tr("Add a note"), this, &CommitmentRow::showNote);
    m_addNote->setObjectName(QStringLiteral("addNote"));
    m_more->setMenu(menu);
    m_more->setObjectName(QStringLiteral("more"));
    setButtonKind(m_more, ButtonKind::Quiet);
}

void CommitmentRow::buildNote() {
    m_noteLine = new QWidget(this);
    auto* line = new QVBoxLayout(m_noteLine);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::one);
    m_note = new GrowingTextEdit(tr("Note"), m_noteLine);
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setLines(1, noteLines);
    m_note->setByteLimit(longTextLimit);
    m_send = new QPushButton(tr("Save the note"), m_noteLine);
    m_send->setObjectName(QStringLiteral("sendNote"));
    connect(m_send, &QPushButton::clicked, this, &CommitmentRow::sendNote);
    connect(m_note, &GrowingTextEdit::submitted, this, &CommitmentRow::sendNote);
    connect(m_note, &GrowingTextEdit::edited, this, [this] { m_pause.keystroke(); });
    line->addWidget(m_note);
    line->addWidget(new TooLong(m_note));
    line->addWidget(m_send, 0, Qt::AlignLeft);
    m_noteLine->hide();
    m_column->addWidget(m_noteLine);
    m_begun = new BegunLine(tr("Go on with the note you began"), this);
    m_begun->hide();
    connect(m_begun, &BegunLine::wanted, this, &CommitmentRow::goOn);
    m_column->addWidget(m_begun);
}

void CommitmentRow::set(const CommitmentToday& commitment, const QString& partner) {
    const bool otherDay = commitment.day.day != m_commitment.day.day;
    m_commitment = commitment;
    const CommitmentDay& day = commitment.day;
    const bool mine = m_whose == Whose::Mine;
    m_title->setText(commitment.title);
    //: A time of day by which a commitment is due.
    setWords(m_by, commitment.by ? tr("by %1").arg(commitment.by->text()) : QString());
    m_shard->setStates({day.state});
    m_shard->setVisible(isMarked(day.state));
    setWords(m_words, mine ? TodayWords::mine(day, partner) : TodayWords::theirs(day, partner));
    setWords(m_theirNote, mine ? day.viewNote : day.outcomeNote);
    setWords(m_myNote, mine ? day.outcomeNote : day.viewNote);
    if (mine)
        m_choice->setChosen(day.outcome ? name(*day.outcome) : QString());
    else
        m_choice->setChosen(day.view ? name(*day.view) : QString());
    m_choice->setName(mine ? tr("How it went: %1").arg(commitment.title)
                           : tr("What you saw: %1").arg(commitment.title));
    m_more->setAccessibleName(tr("More answers: %1").arg(commitment.title));
    m_send->setAccessibleDescription(commitment.title);
    m_begun->setAbout(commitment.title);
    bringBackNote(otherDay);
    m_addNote->setEnabled(mayNote());
    m_addNote->setText(ownNote().isEmpty() ? tr("Add a note") : tr("Change the note"));
    if (m_noticed) {
        // Who was told can't have known without it any more, and nobody knows in advance.
        m_noticed->setVisible(!day.outcome && (commitment.mayNotice || day.noticed));
        m_noticed->setEnabled(!day.noticed);
    }
    if (m_thanks)
        m_thanks->setEnabled(!day.thanked);
}

QString CommitmentRow::ownNote() const {
    return m_whose == Whose::Mine ? m_commitment.day.outcomeNote : m_commitment.day.viewNote;
}

// A note stands beside an answer.
bool CommitmentRow::mayNote() const {
    return m_whose == Whose::Mine ? m_commitment.day.outcome.has_value()
                                  : m_commitment.day.view.has_value();
}

void CommitmentRow::onChoice(const QString& id) {
    if (const auto outcome = outcomeStateFromName(id); outcome && m_whose == Whose::Mine)
        Q_EMIT outcomeChosen(m_commitment.id, *outcome, ownNote());
    else if (const auto view = viewStateFromName(id)) {
        const bool besides = *view == ViewState::Noticed || *view == ViewState::Thanks;
        Q_EMIT viewChosen(m_commitment.id, *view, besides ? QString() : ownNote());
    }
}

bool CommitmentRow::isWriting() const {
    return m_noteLine->isVisibleTo(this) && m_note->text().trimmed() != ownNote();
}

// What stands here was told: if there is something else now, it comes from elsewhere.
bool CommitmentRow::toldAll() const {
    return isWriting() && !m_pause.isDue() && !m_note->isOverLimit();
}

void CommitmentRow::showNote() {
    if (m_begun->isVisibleTo(this))
        return goOn();
    openNote(ownNote());
    m_note->setFocus(Qt::OtherFocusReason);
}

void CommitmentRow::openNote(const QString& words) {
    m_note->setText(words);
    m_noteLine->show();
    m_begun->hide();
}

void CommitmentRow::goOn() {
    openNote(m_commitment.begun);
    m_note->setFocus(Qt::OtherFocusReason);
}

// A note belongs to its day. What could not be saved is there again; what was begun before Mend
// locked, or meanwhile on Commitments, waits behind a line.
void CommitmentRow::bringBackNote(bool otherDay) {
    const QString begun = m_commitment.begun.trimmed();
    if (otherDay || (toldAll() && begun != m_note->text().trimmed())) {
        m_noteLine->hide();
        m_note->setText({});
    }
    const bool waits =
        mayNote() && !m_noteLine->isVisibleTo(this) && !begun.isEmpty() && begun != ownNote();
    const bool mine = begun == m_note->text().trimmed();
    m_begun->setVisible(waits && !mine);
    if (waits && mine)
        openNote(m_commitment.begun);
}

void CommitmentRow::sendNote() {
    if (!mayNote() || m_note->isOverLimit())
        return;
    m_pause.flush();
    m_noteLine->hide();
    const QString note = m_note->text().trimmed();
    if (note == ownNote())
        return;
    if (m_whose == Whose::Mine)
        Q_EMIT outcomeChosen(m_commitment.id, *m_commitment.day.outcome, note);
    else
        Q_EMIT viewChosen(m_commitment.id, *m_commitment.day.view, note);
}

} // namespace mend::ui
