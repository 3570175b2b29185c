#include "ui/pages/journal/entry_editor.h"

#include "ui/pages/journal/markdown_preview.h"
#include "ui/theme/button_kind.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/wrap_label.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

constexpr int savePause = 1000; // Milliseconds; as for every draft.

QString writeMode() {
    return QStringLiteral("write");
}

QString readMode() {
    return QStringLiteral("read");
}

} // namespace

EntryEditor::EntryEditor(QWidget* parent)
    : QWidget(parent), m_day(new WrapLabel({}, TextRole::Card, this)),
      m_savedWords(new WrapLabel({}, TextRole::Caption, this)),
      m_mode(new SegmentedChoice(tr("Write or read"), this)), m_stack(new QStackedWidget(this)),
      m_source(new QPlainTextEdit(this)), m_preview(new MarkdownPreview(this)),
      m_remove(new QPushButton(tr("Delete"), this)) {
    m_source->setObjectName(QStringLiteral("source"));
    m_source->setAccessibleName(tr("Entry"));
    m_source->setPlaceholderText(
        tr("What is on your mind. Markdown works: # heading, *so*, - list."));
    m_source->setTabChangesFocus(true);
    m_preview->setObjectName(QStringLiteral("preview"));
    m_stack->addWidget(m_source);
    m_stack->addWidget(m_preview);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    column->addWidget(buildHead());
    column->addWidget(m_stack, 1);
    column->addWidget(buildFoot());
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &EntryEditor::send);
    connect(m_source, &QPlainTextEdit::textChanged, this, [this] {
        if (m_putting)
            return;
        m_unsaved = true;
        m_savedWords->setText({});
        if (!m_pause.isActive())
            m_pause.start(savePause);
    });
    clear();
}

QWidget* EntryEditor::buildHead() {
    m_mode->setObjectName(QStringLiteral("mode"));
    m_mode->setChoices({{writeMode(), tr("Write")}, {readMode(), tr("Read")}});
    m_mode->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // the day makes room
    connect(m_mode, &SegmentedChoice::choiceMade, this, &EntryEditor::showMode);
    auto* head = new QWidget(this);
    auto* line = new QHBoxLayout(head);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::two);
    line->addWidget(m_day, 1);
    line->addWidget(m_mode);
    return head;
}

QWidget* EntryEditor::buildFoot() {
    m_savedWords->setTone(&Tokens::inkSoft);
    m_savedWords->setObjectName(QStringLiteral("savedWords"));
    m_remove->setObjectName(QStringLiteral("remove"));
    setButtonKind(m_remove, ButtonKind::Quiet);
    connect(m_remove, &QPushButton::clicked, this, &EntryEditor::removeWanted);
    auto* foot = new QWidget(this);
    auto* line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_savedWords, 1);
    line->addWidget(m_remove);
    return foot;
}

QString EntryEditor::text() const {
    return m_source->toPlainText();
}

void EntryEditor::open(qint64 id, const QString& day, const QString& text) {
    put(id, day, text);
    m_savedWords->setText(tr("Saved, only on this computer."));
}

void EntryEditor::clear() {
    put(0, tr("New entry"), {});
    m_savedWords->setText({});
}

void EntryEditor::put(qint64 id, const QString& day, const QString& text) {
    const QScopedValueRollback putting(m_putting, true);
    m_pause.stop();
    m_id = id;
    m_unsaved = false;
    m_source->setPlainText(text);
    m_day->setText(day);
    m_remove->setEnabled(id != 0);
    showMode(writeMode());
}

void EntryEditor::focusText() {
    m_source->setFocus(Qt::OtherFocusReason);
}

void EntryEditor::saved(qint64 id, const QString& day, const QString& savedText) {
    if (m_id == 0) {
        m_id = id;
        m_day->setText(day);
        m_remove->setEnabled(true);
    }
    if (id != m_id || savedText != text())
        return;
    m_unsaved = false;
    m_pause.stop();
    m_savedWords->setText(tr("Saved, only on this computer."));
}

bool EntryEditor::leave() {
    m_pause.stop();
    send();
    return !m_unsaved;
}

// Nothing in it yet is nothing to store; one that was emptied stays until it is deleted.
void EntryEditor::send() {
    if (m_id == 0 && text().trimmed().isEmpty())
        m_unsaved = false;
    if (!m_unsaved)
        return;
    Q_EMIT saveWanted(m_id, text());
}

void EntryEditor::showMode(const QString& mode) {
    m_mode->setChosen(mode);
    const bool reads = mode == readMode();
    if (reads)
        m_preview->setSource(text());
    m_stack->setCurrentWidget(reads ? static_cast<QWidget*>(m_preview) : m_source);
}

} // namespace mend::ui
