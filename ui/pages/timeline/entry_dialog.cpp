#include "ui/pages/timeline/entry_dialog.h"

#include "core/domain/text.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QScrollArea>
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

void addText(QVBoxLayout* column, const EntryText& text, QWidget* parent, TextRole title) {
    column->addWidget(label(text.title, title, &Tokens::ink, parent));
    if (!text.body.isEmpty())
        column->addWidget(label(text.body, TextRole::Body, &Tokens::ink, parent));
    if (!text.remarks.isEmpty())
        column->addWidget(label(text.remarks.join(EntryDialog::tr(", ")), TextRole::Caption,
                                &Tokens::inkSoft, parent));
}

} // namespace

EntryDialog::EntryDialog(const EntryState& state, QWidget* parent)
    : QDialog(parent), m_state(state), m_parts(new QStackedWidget(this)),
      m_problem(new Banner(Banner::Kind::Attention, {}, this)),
      m_pause([this] { keepWhatWasBegun(); }) {
    setObjectName(QStringLiteral("entryDialog"));
    setWindowTitle(QStringLiteral("Mend")); // a name and a day are not for the task bar
    setAccessibleName(state.whoAndWhen);
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 420);
    m_problem->hide();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::three, space::three, space::three, space::two);
    column->addWidget(m_problem);
    column->addWidget(m_parts);
    m_parts->addWidget(readingPart());
    if (m_state.words)
        m_parts->addWidget(editPart());
}

QPushButton* EntryDialog::button(const QString& text, const char* object) {
    auto* made = new QPushButton(text, this);
    made->setObjectName(QLatin1String(object));
    made->setAutoDefault(false);
    return made;
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
    auto* line = new QHBoxLayout;
    if (m_state.words) {
        auto* edit = button(tr("Edit"), "entryEdit");
        connect(edit, &QPushButton::clicked, this, &EntryDialog::startEditing);
        line->addWidget(edit);
    }
    if (m_state.mayOpen) {
        auto* open = button(tr("Open it now"), "entryOpen");
        open->setToolTip(tr("Shares its words without waiting for theirs"));
        connect(open, &QPushButton::clicked, this,
                [this] { Q_EMIT openSealedRequested(m_state.id); });
        line->addWidget(open);
    }
    if (m_state.mayTakeBack) {
        auto* back = button(tr("Take back"), "entryTakeBack");
        back->setToolTip(tr("Removes the words on both computers. That something was here stays."));
        connect(back, &QPushButton::clicked, this,
                [this] { Q_EMIT takeBackRequested(m_state.id); });
        line->addWidget(back);
    }
    line->addStretch();
    auto* close = button(tr("Close"), "entryClose");
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    line->addWidget(close);
    column->addLayout(line);
    return part;
}

QWidget* EntryDialog::editPart() {
    auto* part = new QWidget(this);
    auto* column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(label(m_state.text.title, TextRole::Section, &Tokens::ink, part));
    m_edit = new GrowingTextEdit(tr("Your words"), part);
    m_edit->setObjectName(QStringLiteral("entryEditField"));
    m_edit->setLines(4, 9);
    m_edit->setByteLimit(longTextLimit);
    m_edit->setText(m_state.begun.value_or(*m_state.words));
    column->addWidget(m_edit);
    column->addWidget(label(tr("What you wrote before stays visible as an earlier version."),
                            TextRole::Caption, &Tokens::inkSoft, part));
    column->addStretch();
    auto* line = new QHBoxLayout;
    line->addStretch();
    auto* cancel = button(tr("Cancel"), "entryEditCancel");
    connect(cancel, &QPushButton::clicked, this, &EntryDialog::cancelEditing);
    m_save = button(tr("Save"), "entrySave");
    setButtonKind(m_save, ButtonKind::Primary);
    connect(m_save, &QPushButton::clicked, this,
            [this] { Q_EMIT rewordRequested(m_state.id, m_edit->text()); });
    connect(m_edit, &GrowingTextEdit::edited, this, [this] {
        updateSave();
        m_pause.keystroke();
    });
    connect(m_edit, &GrowingTextEdit::submitted, m_save, &QPushButton::click);
    line->addWidget(cancel);
    line->addWidget(m_save);
    column->addLayout(line);
    updateSave();
    return part;
}

void EntryDialog::startEditing() {
    m_parts->setCurrentIndex(1);
    m_edit->setFocus(Qt::OtherFocusReason);
}

void EntryDialog::cancelEditing() {
    m_pause.stop();
    m_edit->setText(*m_state.words);
    Q_EMIT rewordBegun(m_state.id, {});
    m_parts->setCurrentIndex(0);
}

// What is far too long is not kept; the field has said so.
void EntryDialog::keepWhatWasBegun() {
    if (!m_edit->isOverLimit())
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
