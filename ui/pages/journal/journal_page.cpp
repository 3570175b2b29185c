#include "ui/pages/journal/journal_page.h"

#include "ui/models/journal_model.h"
#include "ui/pages/journal/journal_delegate.h"
#include "ui/pages/journal/markdown_preview.h"
#include "ui/theme/button_kind.h"
#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

constexpr int savePause = 1000; // Milliseconds; as for every draft.
constexpr int searchPause = 200;
constexpr int listWidth = 280; // Pixels.
constexpr int listNarrow = 200;
constexpr int narrow = 700; // Pixels of page below which the list is narrow.

QString writeMode() {
    return QStringLiteral("write");
}

QString readMode() {
    return QStringLiteral("read");
}

} // namespace

JournalPage::JournalPage(QWidget* parent)
    : QWidget(parent), m_model(new JournalModel(this)),
      m_header(new PageHeader(tr("Journal"), this)),
      m_problem(new Banner(Banner::Kind::Attention, {}, this)), m_undo(new UndoBar(this)) {
    buildHead();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(space::four, space::three, space::four, space::three);
    whole->setSpacing(space::two);
    whole->addWidget(m_header);
    whole->addWidget(m_problem);
    whole->addWidget(m_undo);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::three);
    columns->addWidget(buildList());
    columns->addWidget(buildEntry(), 1);
    whole->addLayout(columns, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(savePause);
    connectParts();
    showEmpty();
    close();
}

JournalPage::~JournalPage() = default;

void JournalPage::buildHead() {
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setText({});
    m_undo->setObjectName(QStringLiteral("undo"));
    auto* fresh = new QPushButton(tr("New entry"), this);
    fresh->setObjectName(QStringLiteral("newEntry"));
    setButtonKind(fresh, ButtonKind::Primary);
    connect(fresh, &QPushButton::clicked, this, &JournalPage::startNew);
    m_header->setAside(tr("Only on this computer. Never shared."));
    m_header->addAction(fresh);
}

QWidget* JournalPage::buildList() {
    m_listSide = new QWidget(this);
    auto* column = new QVBoxLayout(m_listSide);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    m_search = new QLineEdit(m_listSide);
    m_search->setObjectName(QStringLiteral("search"));
    m_search->setAccessibleName(tr("Search the journal"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_list = new QListView(m_listSide);
    m_list->setObjectName(QStringLiteral("entries"));
    m_list->setAccessibleName(tr("Entries"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new JournalDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->viewport()->setAutoFillBackground(false);
    m_empty = new EmptyState({}, m_listSide);
    m_empty->setObjectName(QStringLiteral("empty"));
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    return m_listSide;
}

QWidget* JournalPage::buildEntry() {
    m_entrySide = new QWidget(this);
    auto* column = new QVBoxLayout(m_entrySide);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    m_day = new WrapLabel({}, TextRole::Card, m_entrySide);
    m_savedWords = new WrapLabel({}, TextRole::Caption, m_entrySide);
    m_savedWords->setTone(&Tokens::inkSoft);
    m_savedWords->setObjectName(QStringLiteral("savedWords"));
    m_mode = new SegmentedChoice(tr("Write or read"), m_entrySide);
    m_mode->setObjectName(QStringLiteral("mode"));
    m_mode->setChoices({{writeMode(), tr("write")}, {readMode(), tr("read")}});
    m_remove = new QPushButton(tr("Delete"), m_entrySide);
    m_remove->setObjectName(QStringLiteral("remove"));
    setButtonKind(m_remove, ButtonKind::Quiet);
    m_source = new QPlainTextEdit(m_entrySide);
    m_source->setObjectName(QStringLiteral("source"));
    m_source->setAccessibleName(tr("Entry"));
    m_source->setPlaceholderText(
        tr("What is on your mind. Markdown works: # heading, *so*, - list."));
    m_source->setTabChangesFocus(true);
    m_preview = new MarkdownPreview(m_entrySide);
    m_preview->setObjectName(QStringLiteral("preview"));
    m_stack = new QStackedWidget(m_entrySide);
    m_stack->addWidget(m_source);
    m_stack->addWidget(m_preview);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::two);
    head->addWidget(m_day, 1);
    head->addWidget(m_mode);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_savedWords, 1);
    foot->addWidget(m_remove);
    column->addLayout(head);
    column->addWidget(m_stack, 1);
    column->addLayout(foot);
    return m_entrySide;
}

void JournalPage::connectParts() {
    auto* fresh = new QShortcut(QKeySequence::New, this);
    fresh->setContext(Qt::WidgetWithChildrenShortcut);
    connect(fresh, &QShortcut::activated, this, &JournalPage::startNew);
    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(searchPause);
    connect(m_search, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, [this] { Q_EMIT searchWanted(m_search->text()); });
    connect(m_model, &JournalModel::moreWanted, this, &JournalPage::moreWanted);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { open(current); });
    connect(m_mode, &SegmentedChoice::choiceMade, this, &JournalPage::showMode);
    connect(m_source, &QPlainTextEdit::textChanged, this, [this] {
        if (m_setting)
            return;
        showSaved(false);
        if (!m_pause.isActive())
            m_pause.start();
    });
    connect(&m_pause, &QTimer::timeout, this, &JournalPage::send);
    connect(m_remove, &QPushButton::clicked, this, &JournalPage::remove);
    connect(m_undo, &UndoBar::undone, this, &JournalPage::undo);
    connect(m_undo, &UndoBar::expired, this, &JournalPage::carryOut);
}

QString JournalPage::text() const {
    return m_source->toPlainText();
}

void JournalPage::setState(const JournalState& state) {
    {
        const QScopedValueRollback setting(m_setting, true);
        std::vector<JournalEntry> entries = state.entries;
        if (m_leaving)
            std::erase_if(entries, [&](const auto& one) { return one.id == *m_leaving; });
        m_model->setEntries(std::move(entries), state.more);
        if (m_search->text() != state.search && !m_search->hasFocus())
            m_search->setText(state.search);
        select(m_open);
    }
    showEmpty();
}

void JournalPage::addOlder(const std::vector<JournalEntry>& entries, bool more) {
    m_model->append(entries, more);
}

void JournalPage::saved(const JournalEntry& entry) {
    const QScopedValueRollback setting(m_setting, true);
    showProblem({});
    m_model->put(entry);
    if (m_open == 0) {
        m_open = entry.id;
        m_day->setText(
            m_model->index(m_model->rowOf(m_open)).data(JournalModel::DayRole).toString());
        m_remove->setEnabled(true);
    }
    select(m_open);
    showSaved(entry.id != m_open || text() == entry.text);
    showEmpty();
}

void JournalPage::showProblem(const QString& sentence) {
    m_problem->setText(sentence);
}

void JournalPage::settle() {
    m_undo->expire();
    if (!m_pause.isActive())
        return;
    m_pause.stop();
    send();
}

void JournalPage::startNew() {
    settle();
    m_list->selectionModel()->clear();
    close();
    m_entrySide->show();
    m_source->setFocus(Qt::OtherFocusReason);
}

// Nothing in it yet is nothing to store; one that was emptied stays until it is deleted.
void JournalPage::send() {
    if (m_open == 0 && text().trimmed().isEmpty())
        return;
    Q_EMIT saveWanted(m_open, text());
}

void JournalPage::open(const QModelIndex& index) {
    if (m_setting || !index.isValid())
        return;
    const qint64 id = index.data(JournalModel::IdRole).toLongLong();
    if (m_pause.isActive()) {
        m_pause.stop();
        send();
    }
    const QScopedValueRollback setting(m_setting, true);
    m_open = id;
    const QModelIndex now = m_model->index(m_model->rowOf(id));
    m_source->setPlainText(now.data(JournalModel::TextRole).toString());
    m_day->setText(now.data(JournalModel::DayRole).toString());
    select(id);
    m_entrySide->show();
    m_remove->setEnabled(true);
    showMode(writeMode());
    showSaved(true);
}

// An empty editor, for a new entry.
void JournalPage::close() {
    const QScopedValueRollback setting(m_setting, true);
    m_pause.stop();
    m_open = 0;
    m_source->clear();
    m_day->setText(tr("New entry"));
    m_remove->setEnabled(false);
    showMode(writeMode());
    m_savedWords->setText({});
}

void JournalPage::select(qint64 id) {
    const int row = m_model->rowOf(id);
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_model->index(row));
}

void JournalPage::remove() {
    if (m_open == 0)
        return;
    settle();
    m_leaving = m_open;
    m_model->remove(m_open);
    m_list->selectionModel()->clear();
    close();
    showEmpty();
    m_undo->offer(tr("The entry was deleted."));
}

void JournalPage::carryOut() {
    if (const auto gone = std::exchange(m_leaving, {}))
        Q_EMIT removeWanted(*gone);
}

// The entry was never gone from the vault: the list is read again, and it is opened.
void JournalPage::undo() {
    const auto back = std::exchange(m_leaving, {});
    if (!back)
        return;
    Q_EMIT searchWanted(m_search->text());
    if (const int row = m_model->rowOf(*back); row >= 0)
        open(m_model->index(row));
}

void JournalPage::showEmpty() {
    const bool empty = m_model->rowCount() == 0;
    m_empty->setSentence(m_search->text().isEmpty()
                             ? tr("Nothing written yet. What you write here, only you can read.")
                             : tr("Nothing with these words."));
    m_empty->setVisible(empty);
    m_list->setVisible(!empty);
}

void JournalPage::showMode(const QString& mode) {
    m_mode->setChosen(mode);
    const bool reads = mode == readMode();
    if (reads)
        m_preview->setSource(text());
    m_stack->setCurrentWidget(reads ? static_cast<QWidget*>(m_preview) : m_source);
}

void JournalPage::showSaved(bool saved) {
    m_savedWords->setText(saved ? tr("Saved, only on this computer.") : QString());
}

void JournalPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_listSide->setFixedWidth(width() < narrow ? listNarrow : listWidth);
}

} // namespace mend::ui
