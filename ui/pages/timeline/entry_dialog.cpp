#include "ui/pages/timeline/entry_dialog.h"

#include "core/domain/text.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/too_long.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mend::ui {
namespace {

WrapLabel* label(const QString& text, TextRole role, Tone tone, QWidget* parent) {
    auto* made = new WrapLabel(text, role, parent);
    made->setTextFormat(Qt::PlainText);
    made->setTone(tone);
    return made;
}

int scrolledIn(const QWidget* part) {
    const auto* scroll = part->findChild<QScrollArea*>();
    return scroll ? scroll->verticalScrollBar()->value() : 0;
}

// What a draft is may change without anything else of the entry changing.
bool isSameEntry(EntryState one, const EntryState& other) {
    one.begun = other.begun;
    return one == other;
}

} // namespace

EntryDialog::EntryDialog(const EntryState& state, QWidget* parent)
    : QDialog(parent), m_state(state), m_parts(new QStackedWidget(this)),
      m_problem(new Banner(Banner::Kind::Attention, {}, this)),
      m_pause([this] { keepWhatWasBegun(); }) {
    setObjectName(QStringLiteral("entryDialog"));
    setWindowTitle(QStringLiteral("Mend")); // a name and a day are not for the task bar
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 420);
    m_problem->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::three, space::three, space::three, space::two);
    column->addWidget(m_problem);
    column->addWidget(m_parts);
    rebuildReading();
    if (m_state.words)
        buildEdit();
}

QPushButton* EntryDialog::button(const QString& text, const char* object, QWidget* parent) {
    auto* made = new QPushButton(text, parent);
    made->setObjectName(QLatin1String(object));
    made->setAutoDefault(false);
    return made;
}

// --- What becomes of the entry while it is open ---

void EntryDialog::setState(const EntryState& state) {
    if (isSameEntry(m_state, state))
        return;
    const std::optional<QString> before = m_state.words;
    m_state = state;
    rebuildReading();
    followEdit(before);
}

void EntryDialog::rebuildReading() {
    setAccessibleName(m_state.whoAndWhen);
    QWidget* before = m_reading;
    const bool shown = !before || m_parts->currentWidget() == before;
    const QWidget* focus = before && shown ? before->focusWidget() : nullptr;
    const QString focused = focus ? focus->objectName() : QString();
    m_reading = readingPart();
    m_parts->insertWidget(0, m_reading);
    if (shown)
        m_parts->setCurrentWidget(m_reading);
    if (!before)
        return;
    auto* bar = m_reading->findChild<QScrollArea*>()->verticalScrollBar();
    m_reading->layout()->activate();
    bar->setValue(scrolledIn(before));
    m_parts->removeWidget(before);
    before->hide();
    before->deleteLater(); // a click on one of its buttons may have led here
    if (focused.isEmpty())
        return;
    auto* same = m_reading->findChild<QWidget*>(focused);
    auto* close = m_reading->findChild<QWidget*>(QStringLiteral("entryClose"));
    (same ? same : close)->setFocus(Qt::OtherFocusReason);
}

// Words that nobody has begun to change are the newest ones.
void EntryDialog::followEdit(const std::optional<QString>& before) {
    if (!m_state.words) {
        m_pause.stop();
        m_parts->setCurrentWidget(m_reading);
        return;
    }
    if (!m_edit)
        return buildEdit();
    m_editTitle->setText(m_state.text.title);
    if (m_edit->text() == before)
        m_edit->setText(*m_state.words);
    updateSave();
}

// --- Reading ---

// As on Today: the reminder first, and the words when one is ready for them.
void EntryDialog::addHeld(QVBoxLayout* column, QWidget* parent) {
    auto* reminder = new Banner(Banner::Kind::Info, m_state.listenFirst, parent);
    reminder->setObjectName(QStringLiteral("listenFirst"));
    column->addWidget(reminder);
    if (m_listening)
        return;
    auto* read = button(tr("Read it"), "readMoment", parent);
    connect(read, &QPushButton::clicked, this, [this] {
        m_listening = true;
        rebuildReading();
    });
    column->addWidget(read, 0, Qt::AlignLeft);
}

void EntryDialog::addText(QVBoxLayout* column, const EntryText& text, QWidget* parent,
                          TextRole title) {
    column->addWidget(label(text.title, title, &Tokens::ink, parent));
    if (&text == &m_state.text && !m_state.listenFirst.isEmpty())
        addHeld(column, parent);
    for (const QString& words : {m_listening ? text.held : QString(), text.body})
        if (!words.isEmpty())
            column->addWidget(label(words, TextRole::Body, &Tokens::ink, parent));
    if (!text.remarks.isEmpty())
        column->addWidget(
            label(text.remarks.join(tr(", ")), TextRole::Caption, &Tokens::inkSoft, parent));
}

QWidget* EntryDialog::wordsPart() {
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("entryWords"));
    scroll->setAccessibleName(tr("The whole entry"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* words = new QWidget(scroll);
    auto* column = new QVBoxLayout(words);
    column->setContentsMargins(0, 0, space::one, 0);
    column->setSpacing(space::one);
    column->addWidget(label(m_state.whoAndWhen, TextRole::Caption, &Tokens::inkSoft, words));
    addText(column, m_state.text, words, TextRole::Section);
    if (!m_state.earlier.empty()) {
        column->addSpacing(space::two);
        column->addWidget(label(tr("Earlier versions"), TextRole::Card, &Tokens::ink, words));
        for (const EntryText& text : m_state.earlier) {
            addText(column, text, words, TextRole::BodyStrong);
            column->addSpacing(space::one);
        }
    }
    column->addStretch();
    scroll->setWidget(words);
    return scroll;
}

QWidget* EntryDialog::readingPart() {
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(wordsPart());
    column->addLayout(readingButtons());
    return part;
}

QHBoxLayout* EntryDialog::readingButtons() {
    auto* line = new QHBoxLayout;
    if (m_state.words) {
        auto* edit = button(tr("Edit"), "entryEdit", this);
        connect(edit, &QPushButton::clicked, this, &EntryDialog::startEditing);
        line->addWidget(edit);
    }
    if (m_state.mayOpen) {
        auto* open = button(tr("Open it now"), "entryOpen", this);
        open->setToolTip(tr("Shares its words without waiting for theirs"));
        connect(open, &QPushButton::clicked, this,
                [this] { Q_EMIT openSealedRequested(m_state.id); });
        line->addWidget(open);
    }
    if (m_state.mayTakeBack) {
        auto* back = button(tr("Take back"), "entryTakeBack", this);
        back->setToolTip(tr("Removes the words on both computers. That something was here stays."));
        connect(back, &QPushButton::clicked, this,
                [this] { Q_EMIT takeBackRequested(m_state.id); });
        line->addWidget(back);
    }
    line->addStretch();
    auto* close = button(tr("Close"), "entryClose", this);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    line->addWidget(close);
    return line;
}

// --- Other words ---

void EntryDialog::buildEdit() {
    m_editPart = new QWidget(this);
    auto* column = new QVBoxLayout(m_editPart);
    column->setContentsMargins(0, 0, 0, 0);
    m_editTitle = label(m_state.text.title, TextRole::Section, &Tokens::ink, m_editPart);
    column->addWidget(m_editTitle);
    m_edit = new GrowingTextEdit(tr("Your words"), m_editPart);
    m_edit->setObjectName(QStringLiteral("entryEditField"));
    m_edit->setLines(4, 9);
    m_edit->setByteLimit(longTextLimit);
    m_edit->setText(m_state.begun.value_or(*m_state.words));
    column->addWidget(m_edit);
    column->addWidget(new TooLong(m_edit));
    column->addWidget(label(tr("What you wrote before stays visible as an earlier version."),
                            TextRole::Caption, &Tokens::inkSoft, m_editPart));
    column->addStretch();
    column->addLayout(editButtons());
    connect(m_edit, &GrowingTextEdit::edited, this, [this] {
        updateSave();
        m_pause.keystroke();
    });
    connect(m_edit, &GrowingTextEdit::submitted, m_save, &QPushButton::click);
    m_parts->addWidget(m_editPart);
    updateSave();
}

QHBoxLayout* EntryDialog::editButtons() {
    auto* line = new QHBoxLayout;
    line->addStretch();
    auto* cancel = button(tr("Cancel"), "entryEditCancel", m_editPart);
    connect(cancel, &QPushButton::clicked, this, &EntryDialog::cancelEditing);
    m_save = button(tr("Save"), "entrySave", m_editPart);
    setButtonKind(m_save, ButtonKind::Primary);
    connect(m_save, &QPushButton::clicked, this,
            [this] { Q_EMIT rewordRequested(m_state.id, m_edit->text()); });
    line->addWidget(cancel);
    line->addWidget(m_save);
    return line;
}

void EntryDialog::startEditing() {
    m_parts->setCurrentWidget(m_editPart);
    m_edit->setFocus(Qt::OtherFocusReason);
}

void EntryDialog::cancelEditing() {
    m_pause.stop();
    m_edit->setText(*m_state.words);
    Q_EMIT rewordBegun(m_state.id, {});
    m_parts->setCurrentWidget(m_reading);
}

void EntryDialog::keepWhatWasBegun() {
    Q_EMIT rewordBegun(m_state.id, m_edit->text());
}

void EntryDialog::settle() {
    m_pause.flush();
}

void EntryDialog::done(int result) {
    settle();
    QDialog::done(result);
}

void EntryDialog::updateSave() {
    const bool says = !m_state.needsWords || !isBlank(m_edit->text());
    m_save->setEnabled(says && !m_edit->isOverLimit() && m_edit->text() != m_state.words);
}

void EntryDialog::showProblem(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace mend::ui
