#include "ui/pages/commitments/day_answer.h"

#include "core/domain/text.h"
#include "ui/models/commitment_text.h"
#include "ui/models/day_text.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/too_long.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

namespace mend::ui {
namespace {

template <class State>
QList<Choice> choicesOf(std::initializer_list<State> states) {
    QList<Choice> choices;
    for (const State state : states)
        choices += {name(state), answerWord(state)};
    return choices;
}

} // namespace

DayAnswer::DayAnswer(mend::Person owner, QWidget* parent)
    : QWidget(parent), m_owner(owner), m_title(new WrapLabel({}, TextRole::BodyStrong, this)),
      m_backToToday(button("answerToday", ButtonKind::Quiet)),
      m_words(new WrapLabel({}, TextRole::Body, this)),
      m_choice(new SegmentedChoice(
          owner == mend::Person::Me ? tr("How it went") : tr("What you saw"), this)),
      m_links(new QWidget(this)), m_addNote(button("answerAddNote", ButtonKind::Link)),
      m_noteEditor(new QWidget(this)),
      m_note(new GrowingTextEdit(tr("A note about this day"), m_noteEditor)),
      m_saveNote(button("answerSaveNote", ButtonKind::Quiet)),
      m_discardNote(button("answerDiscardNote", ButtonKind::Quiet)),
      m_pause([this] { sendDraft(); }) {
    build();
    connectSignals();
}

QPushButton* DayAnswer::button(const char* object, ButtonKind kind) {
    auto* made = new QPushButton(this);
    made->setObjectName(QLatin1String(object));
    setButtonKind(made, kind);
    return made;
}

void DayAnswer::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    auto* line = new QHBoxLayout;
    line->addWidget(m_title, 1);
    m_backToToday->setText(tr("Back to today"));
    line->addWidget(m_backToToday);
    column->addLayout(line);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setObjectName(QStringLiteral("answerWords"));
    column->addWidget(m_words);
    m_choice->setObjectName(QStringLiteral("answerChoice"));
    if (m_owner == mend::Person::Me)
        m_choice->setChoices(choicesOf({OutcomeState::Kept, OutcomeState::Partly,
                                        OutcomeState::Missed, OutcomeState::Excused}));
    else
        m_choice->setChoices(choicesOf({ViewState::Confirmed, ViewState::Differs}));
    column->addWidget(m_choice, 0, Qt::AlignLeft);
    buildLinks(column);
    buildNote(column);
}

// What else can be said, quieter than the answer and level with it.
void DayAnswer::buildLinks(QBoxLayout* column) {
    auto* line = new FlowLayout(m_links, space::two, 0);
    if (m_owner == mend::Person::Partner) {
        m_noticed = button("answerNoticed", ButtonKind::Link);
        m_thanks = button("answerThanks", ButtonKind::Link);
        line->addWidget(m_noticed);
        line->addWidget(m_thanks);
    }
    line->addWidget(m_addNote);
    column->addWidget(m_links);
}

void DayAnswer::buildNote(QBoxLayout* column) {
    m_note->setObjectName(QStringLiteral("answerNote"));
    m_note->setLines(2, 6);
    m_note->setByteLimit(longTextLimit);
    m_saveNote->setText(tr("Save the note"));
    auto* editor = new QVBoxLayout(m_noteEditor);
    editor->setContentsMargins(0, 0, 0, 0);
    editor->addWidget(m_note);
    editor->addWidget(new TooLong(m_note));
    m_discardNote->setText(tr("Discard"));
    m_discardNote->setAccessibleName(tr("Discard the note"));
    auto* line = new QHBoxLayout;
    line->addStretch();
    line->addWidget(m_discardNote);
    line->addWidget(m_saveNote);
    editor->addLayout(line);
    column->addWidget(m_noteEditor);
    m_noteEditor->hide();
}

void DayAnswer::connectSignals() {
    connect(m_choice, &SegmentedChoice::choiceMade, this, &DayAnswer::choose);
    connect(m_backToToday, &QPushButton::clicked, this, &DayAnswer::todayWanted);
    connect(m_addNote, &QPushButton::clicked, this, [this] {
        showNoteEditor(true);
        m_note->setFocus(Qt::OtherFocusReason);
    });
    connect(m_saveNote, &QPushButton::clicked, this, &DayAnswer::saveNote);
    connect(m_note, &GrowingTextEdit::submitted, this, &DayAnswer::saveNote);
    connect(m_note, &GrowingTextEdit::edited, this, [this] { m_pause.keystroke(); });
    connect(m_discardNote, &QPushButton::clicked, this, &DayAnswer::discardNote);
    if (m_noticed)
        connect(m_noticed, &QPushButton::clicked, this,
                [this] { Q_EMIT viewChosen(m_day, ViewState::Noticed, {}); });
    if (m_thanks)
        connect(m_thanks, &QPushButton::clicked, this,
                [this] { Q_EMIT viewChosen(m_day, ViewState::Thanks, {}); });
}

void DayAnswer::show(const CommitmentReading& commitment, Day day, Day today,
                     const QString& partner, const QString& begun) {
    const CommitmentDay* said = dayOf(commitment, day);
    const bool other = day != m_day;
    if (other)
        m_pause.flush(); // as of its own day
    // What stands here was told: if there is something else now, it was gone on with on Today.
    const bool stale = !m_pause.isDue() && !m_note->isOverLimit() && begun != m_note->text();
    const bool changed = !other && isWriting() && !stale;
    const bool answered = std::exchange(m_answered, false);
    const bool open = !other && !answered && m_noteEditor->isVisibleTo(this);
    m_day = day;
    m_today = today;
    m_partner = partner;
    m_said = said ? *said : CommitmentDay();
    m_said.day = day;
    m_mayNotice = mayKnow(commitment, day, today);
    m_title->setText(dayTitle(day, today));
    m_backToToday->setVisible(day != today);
    showWords(commitment);
    const bool may = mayAnswer(commitment, day, today);
    m_choice->setVisible(may);
    // Somebody may be about to write in it: what they type would press what comes next.
    const bool waits =
        open && may && m_note->text() == savedNote() && (isBlank(begun) || begun == savedNote());
    if (!waits && (!changed || m_note->text() == savedNote())) {
        m_note->setText(savedNote());
        showNoteEditor(false);
    }
    if (may)
        bringBack(begun);
    showLinks();
    showAnswer();
    sayWhatFor(commitment.now.title);
}

// To a screen reader: each card has the same buttons.
void DayAnswer::sayWhatFor(const QString& title) {
    //: A commitment, and a day of it: "Home by 18:30, yesterday".
    const QString what = tr("%1, %2").arg(title, m_title->text());
    m_choice->setName(m_owner == mend::Person::Me ? tr("How it went: %1").arg(what)
                                                  : tr("What you saw: %1").arg(what));
    for (QPushButton* each :
         {m_addNote, m_saveNote, m_discardNote, m_backToToday, m_noticed, m_thanks})
        if (each)
            each->setAccessibleDescription(what);
}

// What was begun before Mend locked, or could not be saved, is there again.
void DayAnswer::bringBack(const QString& begun) {
    if (m_noteEditor->isVisibleTo(this) || isBlank(begun) || begun == savedNote())
        return;
    m_note->setText(begun);
    showNoteEditor(true);
}

void DayAnswer::sendDraft() {
    Q_EMIT noteBegun(m_day, isWriting() ? m_note->text() : QString());
}

void DayAnswer::discardNote() {
    m_note->setText(savedNote());
    showNoteEditor(false);
    m_pause.stop();
    sendDraft();
}

bool DayAnswer::isWriting() const {
    return m_noteEditor->isVisibleTo(this) && m_note->text() != savedNote();
}

void DayAnswer::showWords(const CommitmentReading& commitment) {
    QString words;
    if (!mayAnswer(commitment, m_day, m_today)) {
        words = m_day == m_today ? tr("Nothing is due today.") : tr("Nothing was due.");
    } else if (m_owner == mend::Person::Partner && !m_said.outcome) {
        words = m_partner.isEmpty() ? tr("What is said of this day is read here.")
                                    : tr("What %1 says of this day is read here.").arg(m_partner);
    } else if (m_said.outcome) {
        // The day's own name stands above already.
        words = commitmentDayWords(commitment, m_day, m_today, m_partner);
        words = words.mid(dayTitle(m_day, m_today).size() + 2);
        if (!words.isEmpty())
            words[0] = words[0].toUpper();
    }
    m_words->setText(words);
    m_words->setVisible(!words.isEmpty());
}

void DayAnswer::showAnswer() {
    m_choice->setChosen(savedChoice());
    m_addNote->setText(savedNote().isEmpty() ? tr("Add a note") : tr("Change the note"));
    if (!m_noticed)
        return;
    // Who was told can't have known without it any more, and nobody knows in advance.
    m_noticed->setVisible(!m_said.outcome && (m_mayNotice || m_said.noticed));
    m_noticed->setText(m_said.noticed ? tr("You know already") : answerWord(ViewState::Noticed));
    m_noticed->setEnabled(!m_said.noticed);
    m_thanks->setText(m_said.thanked ? tr("You said thanks") : answerWord(ViewState::Thanks));
    m_thanks->setEnabled(!m_said.thanked);
}

// No empty line where there is none.
void DayAnswer::showLinks() {
    m_addNote->setVisible(!m_noteEditor->isVisibleTo(this));
    m_links->setVisible(!m_choice->isHidden() && (m_thanks || !m_addNote->isHidden()));
}

void DayAnswer::showNoteEditor(bool open) {
    m_noteEditor->setVisible(open);
    showLinks();
    // A note alone says nothing about the day: it is saved with the first answer.
    m_saveNote->setVisible(!savedChoice().isEmpty());
}

QString DayAnswer::savedNote() const {
    return m_owner == mend::Person::Me ? m_said.outcomeNote : m_said.viewNote;
}

QString DayAnswer::savedChoice() const {
    if (m_owner == mend::Person::Me)
        return m_said.outcome ? name(*m_said.outcome) : QString();
    return m_said.view ? name(*m_said.view) : QString();
}

QString DayAnswer::noteToSend() const {
    return m_noteEditor->isVisibleTo(this) ? m_note->text() : savedNote();
}

void DayAnswer::choose(const QString& id) {
    if (id != savedChoice())
        answer(id, noteToSend());
}

void DayAnswer::saveNote() {
    const QString id = savedChoice();
    if (id.isEmpty() || m_note->isOverLimit())
        return;
    if (m_note->text() == savedNote()) {
        discardNote();
        return;
    }
    answer(id, m_note->text());
}

void DayAnswer::answer(const QString& id, const QString& note) {
    if (m_note->isOverLimit()) {
        m_choice->setChosen(savedChoice());
        return;
    }
    m_pause.flush(); // should it not be kept
    m_answered = true;
    if (m_owner == mend::Person::Me) {
        if (const auto state = outcomeStateFromName(id))
            Q_EMIT outcomeChosen(m_day, *state, note);
    } else if (const auto state = viewStateFromName(id)) {
        Q_EMIT viewChosen(m_day, *state, note);
    }
}

} // namespace mend::ui
