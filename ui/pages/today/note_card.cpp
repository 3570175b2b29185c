#include "ui/pages/today/note_card.h"

#include "ui/pages/today/begun_line.h"
#include "ui/pages/today/today_words.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/too_long.h"
#include "ui/widgets/wrap_label.h"

#include <QCheckBox>
#include <QMenu>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTextCursor>
#include <QTimeEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace mend::ui {

namespace {

constexpr int mostLines = 8;

// A start without the dots that stand for what is still to be said.
QString bare(const QString& text) {
    QString words = text.simplified();
    while (words.endsWith(QChar(0x2026)) || words.endsWith(QLatin1Char('.')) ||
           words.endsWith(QLatin1Char(' ')))
        words.chop(1);
    return words;
}

} // namespace

NoteCard::NoteCard(QWidget* parent)
    : Card(tr("Note"), parent), m_begun(new BegunLine(tr("Go on with the note you began"), this)),
      m_form(new QWidget(this)), m_kind(new SegmentedChoice(tr("What it is about"), m_form)),
      m_text(new GrowingTextEdit(tr("Note"), m_form)), m_untilLine(new QWidget(m_form)),
      m_hasUntil(new QCheckBox(tr("until"), m_untilLine)), m_until(new QTimeEdit(m_untilLine)),
      m_starts(new QPushButton(tr("Begin with …"), m_form)), m_startMenu(new QMenu(this)),
      m_said(new WrapLabel({}, TextRole::Caption, m_form)), m_send(new QPushButton(m_form)) {
    build();
    askKinds();
    connectParts();
    showKind();
}

void NoteCard::build() {
    m_kind->setObjectName(QStringLiteral("noteKind"));
    m_text->setObjectName(QStringLiteral("noteText"));
    m_text->setLines(1, mostLines);
    m_text->setByteLimit(longTextLimit);
    m_hasUntil->setObjectName(QStringLiteral("noteHasUntil"));
    m_until->setObjectName(QStringLiteral("noteUntil"));
    m_until->setAccessibleName(tr("until"));
    // Before the format, whose parts Qt turns round: mirrored, 18:00 would read 00:18.
    m_until->setLayoutDirection(Qt::LeftToRight);
    m_until->setDisplayFormat(QStringLiteral("HH:mm"));
    m_until->setTime(QTime(18, 0));
    m_until->setEnabled(false);
    m_starts->setObjectName(QStringLiteral("noteStarts"));
    m_starts->setMenu(m_startMenu);
    m_said->setTone(&Tokens::inkSoft);
    m_said->setObjectName(QStringLiteral("noteSaid"));
    m_send->setObjectName(QStringLiteral("sendNote"));
    auto* until = new QHBoxLayout(m_untilLine);
    until->setContentsMargins(0, 0, 0, 0);
    until->setSpacing(space::one);
    until->addWidget(m_hasUntil);
    until->addWidget(m_until);
    until->addStretch();
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(body()->spacing());
    for (QWidget* part : {static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_text),
                          static_cast<QWidget*>(new TooLong(m_text)), m_untilLine})
        column->addWidget(part);
    column->addWidget(m_starts, 0, Qt::AlignLeft);
    column->addWidget(m_said);
    column->addWidget(m_send, 0, Qt::AlignLeft);
    add(m_begun);
    add(m_form);
    showForm();
}

void NoteCard::connectParts() {
    connect(m_begun, &BegunLine::wanted, this, &NoteCard::start);
    connect(m_kind, &SegmentedChoice::choiceMade, this, [this] {
        showKind();
        onEdited();
    });
    connect(m_text, &GrowingTextEdit::edited, this, &NoteCard::onEdited);
    connect(m_text, &GrowingTextEdit::submitted, this, &NoteCard::submitted);
    connect(m_hasUntil, &QCheckBox::toggled, m_until, &QWidget::setEnabled);
    connect(m_hasUntil, &QCheckBox::toggled, this, &NoteCard::onEdited);
    connect(m_until, &QTimeEdit::userTimeChanged, this, &NoteCard::onEdited);
    connect(m_send, &QPushButton::clicked, this, &NoteCard::submitted);
    for (const int enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* send = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(enter)), this);
        send->setContext(Qt::WidgetWithChildrenShortcut);
        connect(send, &QShortcut::activated, this, &NoteCard::submitted);
    }
}

void NoteCard::startAs(NoteKind kind) {
    NoteDraft begun = draft();
    if (begun.isEmpty()) {
        begun.kind = kind;
        setDraft(begun);
    }
    start();
}

void NoteCard::start() {
    if (m_folded)
        setDraft(*m_folded);
    m_text->setFocus(Qt::OtherFocusReason);
}

void NoteCard::setState(const TodayState& state) {
    m_state = state;
    setVisible(!state.partnerName.isEmpty());
    m_send->setText(tr("Share with %1 now").arg(state.partnerName));
    if (m_asksKindWord != !state.prompts.reassurances.isEmpty())
        askKinds();
    askStarts();
    showKind();
}

void NoteCard::askKinds() {
    m_asksKindWord = !m_state.prompts.reassurances.isEmpty();
    QList<Choice> kinds{{name(NoteKind::Whereabouts), TodayWords::note(NoteKind::Whereabouts)},
                        {name(NoteKind::Plan), TodayWords::note(NoteKind::Plan)}};
    if (m_asksKindWord)
        kinds.append({name(NoteKind::Reassurance), TodayWords::note(NoteKind::Reassurance)});
    const QString chosen = m_kind->chosen();
    m_kind->setChoices(kinds);
    m_kind->setChosen(chosen.isEmpty() ? name(NoteKind::Whereabouts) : chosen);
}

void NoteCard::askStarts() {
    m_startMenu->clear();
    for (const QString& start : m_state.prompts.reassurances)
        m_startMenu->addAction(start, this, [this, start] { startWith(start); });
}

void NoteCard::startWith(const QString& start) {
    m_text->setText(bare(start) + QLatin1Char(' '));
    m_text->moveCursor(QTextCursor::End);
    m_text->setFocus(Qt::OtherFocusReason);
    onEdited();
}

NoteDraft NoteCard::draft() const {
    if (m_folded)
        return *m_folded;
    NoteDraft draft;
    draft.kind = noteKindFromName(m_kind->chosen()).value_or(NoteKind::Whereabouts);
    draft.text = m_text->text();
    if (draft.kind == NoteKind::Whereabouts && m_hasUntil->isChecked())
        draft.until = TimeOfDay::fromMinutes(m_until->time().msecsSinceStartOfDay() / 60'000);
    return draft;
}

bool NoteCard::isBegun() const {
    return !m_folded && !draft().isEmpty();
}

void NoteCard::fold(const NoteDraft& draft) {
    setDraft({});
    m_folded = draft;
    showForm();
}

void NoteCard::showForm() {
    m_form->setVisible(!m_folded);
    m_begun->setVisible(m_folded.has_value());
}

// A copy: it may be the one that is folded.
void NoteCard::setDraft(NoteDraft draft) {
    m_folded.reset();
    showForm();
    const QSignalBlocker quiet(this);
    m_kind->setChosen(name(draft.kind));
    if (m_kind->chosen().isEmpty())
        m_kind->setChosen(name(NoteKind::Whereabouts));
    m_text->setText(draft.text);
    m_hasUntil->setChecked(draft.until.has_value());
    if (draft.until)
        m_until->setTime(QTime::fromMSecsSinceStartOfDay(draft.until->minutes() * 60'000));
    say({});
    showKind();
}

void NoteCard::confirm(const QString& text) {
    setDraft({});
    say(text);
}

bool NoteCard::isUnedited() const {
    const QString words = bare(m_text->text());
    const QStringList& starts = m_state.prompts.reassurances;
    return std::any_of(starts.begin(), starts.end(),
                       [&](const QString& start) { return words == bare(start); });
}

void NoteCard::onEdited() {
    say({});
    Q_EMIT edited();
}

void NoteCard::say(const QString& text) {
    m_said->setText(text);
    m_said->setVisible(!text.isEmpty());
}

void NoteCard::showKind() {
    const NoteKind kind = noteKindFromName(m_kind->chosen()).value_or(NoteKind::Whereabouts);
    m_untilLine->setVisible(kind == NoteKind::Whereabouts);
    m_starts->setVisible(kind == NoteKind::Reassurance && m_asksKindWord);
    m_text->setPlaceholderText(kind == NoteKind::Whereabouts
                                   ? tr("At work, with my sister, on the train …")
                               : kind == NoteKind::Plan ? tr("9:00 dentist\n18:30 home")
                                                        : tr("In your own words"));
    m_text->setLines(kind == NoteKind::Plan ? 3 : 1, mostLines);
    m_text->setAccessibleName(TodayWords::note(kind));
}

} // namespace mend::ui
