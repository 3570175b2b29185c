#include "ui/pages/timeline/timeline_page.h"

#include "ui/models/timeline_model.h"
#include "ui/pages/timeline/entry_dialog.h"
#include "ui/pages/timeline/timeline_filters.h"
#include "ui/pages/timeline/timeline_view.h"
#include "ui/pages/timeline/year_jump.h"
#include "ui/theme/button_kind.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/person_badge.h"
#include "ui/widgets/shard_widget.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QDialog>
#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mend::ui {

namespace {
constexpr int roomForYears = 600; // Pixels of page below which the days need the strip's room.
} // namespace

TimelinePage::TimelinePage(QWidget* parent)
    : QWidget(parent), m_problem(new Banner(Banner::Kind::Attention, {}, this)),
      m_years(new YearJump(this)), m_filters(new TimelineFilters(this)),
      m_list(new TimelineView(this)), m_stack(new QStackedWidget(this)),
      m_nothingYet(new EmptyState(
          tr("What the two of you share stands here, day by day. Nothing does yet."), this)),
      m_nothingFound(new EmptyState(tr("Nothing here is like that."), this)),
      m_undo(new UndoBar(this)) {
    setObjectName(QStringLiteral("timelinePage"));
    setAccessibleName(tr("Timeline"));
    build();
    buildShortcuts();
    connectSignals();
    showRightPart();
}

TimelinePage::~TimelinePage() = default;

void TimelinePage::build() {
    auto* middle = new QHBoxLayout(this);
    middle->setContentsMargins(space::three, space::three, space::three, 0);
    auto* content = new QWidget(this);
    content->setMaximumWidth(PageScroll::widest);
    middle->addStretch();
    middle->addWidget(content, 1000);
    middle->addStretch();
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::oneHalf);
    auto* header = new PageHeader(tr("Timeline"), content);
    auto* legend = new QPushButton(icon(IconName::Info), tr("What the marks mean"), header);
    legend->setObjectName(QStringLiteral("timelineLegend"));
    setButtonKind(legend, ButtonKind::Quiet);
    connect(legend, &QPushButton::clicked, this, &TimelinePage::showLegend);
    header->addAction(legend);
    m_column->addWidget(header);
    m_problem->hide();
    m_column->addWidget(m_problem);
    m_column->addWidget(m_years);
    m_column->addWidget(m_filters);
    m_people = buildPeople();
    m_column->addWidget(m_people);
    buildList(m_column);
    m_undo->hide();
    m_column->addWidget(m_undo);
}

QWidget* TimelinePage::buildPeople() {
    auto* people = new QWidget(this);
    auto* line = new QHBoxLayout(people);
    // As wide as the rows below, which leave room for the scroll bar.
    const int bar = m_list->verticalScrollBar()->sizeHint().width();
    const bool mirrored = isRightToLeft();
    line->setContentsMargins(mirrored ? bar : 0, 0, mirrored ? 0 : bar, 0);
    line->addWidget(new PersonBadge(tr("You"), Person::You, people));
    line->addStretch();
    m_partner = new PersonBadge({}, Person::Partner, people);
    line->addWidget(m_partner);
    return people;
}

void TimelinePage::buildList(QVBoxLayout* column) {
    m_nothingYet->setObjectName(QStringLiteral("timelineEmpty"));
    m_nothingFound->setObjectName(QStringLiteral("timelineNothingFound"));
    m_nothingFound->setAction(tr("Show everything"));
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_nothingYet);
    m_stack->addWidget(m_nothingFound);
    column->addWidget(m_stack, 1);
}

void TimelinePage::buildShortcuts() {
    auto* slash = new QShortcut(QKeySequence(Qt::Key_Slash), this);
    slash->setContext(Qt::WidgetWithChildrenShortcut); // elsewhere it is a letter
    auto* find = new QShortcut(QKeySequence::Find, this);
    for (QShortcut* search : {slash, find})
        connect(search, &QShortcut::activated, m_filters, &TimelineFilters::focusSearch);
}

void TimelinePage::connectSignals() {
    connect(m_filters, &TimelineFilters::filterChanged, this, &TimelinePage::applyFilter);
    connect(m_filters, &TimelineFilters::listWanted, this, [this] { m_list->setFocus(); });
    connect(m_nothingFound, &EmptyState::actionTriggered, m_filters, &TimelineFilters::clear);
    connect(m_years, &YearJump::daySelected, this, [this](Day day) {
        m_list->showDay(day);
        m_list->setFocus();
    });
    connect(m_years, &YearJump::yearShown, this, &TimelinePage::yearShown);
    connect(m_list, &TimelineView::dayReached, m_years, &YearJump::setCurrent);
    connect(m_list, &TimelineView::entryOpened, this, &TimelinePage::entryRequested);
    connect(m_undo, &UndoBar::undone, this, [this] { endTakingBack(true); });
    connect(m_undo, &UndoBar::expired, this, [this] { endTakingBack(false); });
}

void TimelinePage::setModel(TimelineModel* model) {
    m_model = model;
    m_list->setTimeline(model);
    if (!model)
        return;
    connect(model, &QAbstractItemModel::modelReset, this, &TimelinePage::showRightPart);
    connect(model, &QAbstractItemModel::rowsInserted, this, &TimelinePage::showRightPart);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &TimelinePage::showRightPart);
    showRightPart();
}

void TimelinePage::setState(const TimelineState& state) {
    m_state = state;
    m_filters->setPartner(state.partner);
    m_partner->setPerson(state.partner, Person::Partner);
    m_partner->setVisible(!state.partner.isEmpty());
    m_years->setRange(state.firstDay.value_or(state.today), state.today);
    showRightPart();
}

void TimelinePage::setMarks(const guide::Legend& marks) {
    m_marks = marks;
}

void TimelinePage::setDays(const QSet<QDate>& days) {
    m_years->setDays(days);
}

Day TimelinePage::firstShownDay() const {
    return m_years->firstShown();
}

Day TimelinePage::lastShownDay() const {
    return m_years->lastShown();
}

void TimelinePage::reload() {
    if (m_model)
        m_list->keepPlace([this] { m_model->reload(); });
}

void TimelinePage::applyFilter(const TimelineFilter& filter) {
    if (m_model)
        m_model->setFilter(filter);
    m_list->scrollToTop();
    Q_EMIT filterChanged(filter);
}

// A list, or a sentence that says why there is none.
void TimelinePage::showRightPart() {
    const bool rows = m_model && m_model->rowCount() > 0;
    const bool any = m_state.firstDay.has_value();
    const QWidget* part = rows  ? static_cast<QWidget*>(m_list)
                          : any ? m_nothingFound
                                : m_nothingYet;
    m_stack->setCurrentIndex(rows ? 0 : part == m_nothingYet ? 1 : 2);
    showYears();
    m_filters->setVisible(any);
    m_people->setVisible(rows);
}

void TimelinePage::showYears() {
    m_years->setVisible(m_state.firstDay && height() >= roomForYears);
}

void TimelinePage::showLegend() {
    auto* dialog = new QDialog(this);
    dialog->setObjectName(QStringLiteral("legendDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QStringLiteral("Mend"));
    dialog->setAccessibleName(m_marks.title);
    auto* column = new QVBoxLayout(dialog);
    column->setContentsMargins(space::three, space::three, space::three, space::two);
    column->addWidget(new SeamLegend(m_marks, dialog));
    column->addWidget(new WrapLabel(
        tr("Between two days the line turns to gold, wider the more the two of you agree on."),
        TextRole::Caption, dialog));
    auto* close = new QPushButton(tr("Close"), dialog);
    close->setObjectName(QStringLiteral("legendClose"));
    connect(close, &QPushButton::clicked, dialog, &QDialog::close);
    column->addWidget(close, 0, Qt::AlignRight);
    dialog->open();
}

// --- One entry ---

void TimelinePage::showEntry(const EntryState& entry) {
    entryDone();
    m_dialog = new EntryDialog(entry, this);
    connect(m_dialog, &EntryDialog::rewordRequested, this, &TimelinePage::rewordRequested);
    connect(m_dialog, &EntryDialog::rewordBegun, this, &TimelinePage::rewordBegun);
    connect(m_dialog, &EntryDialog::openSealedRequested, this, &TimelinePage::openSealedRequested);
    connect(m_dialog, &EntryDialog::takeBackRequested, this, &TimelinePage::takeBack);
    m_dialog->open();
}

std::optional<RecordId> TimelinePage::openEntry() const {
    return m_dialog ? std::optional(m_dialog->id()) : std::nullopt;
}

void TimelinePage::followEntry(const EntryState& entry) {
    if (m_dialog)
        m_dialog->setState(entry);
}

void TimelinePage::entryDone() {
    showProblem({});
    if (m_dialog) {
        m_dialog->settle();
        m_dialog->close();
    }
    m_dialog = nullptr;
}

void TimelinePage::showProblem(const QString& sentence) {
    if (m_dialog) {
        m_dialog->showProblem(sentence);
        return;
    }
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void TimelinePage::takeBack(const RecordId& id) {
    settle(); // one at a time
    entryDone();
    m_takingBack = id;
    if (m_model)
        m_model->setTakingBack(id);
    m_undo->offer(tr("Taken back. Its words will go on both computers."));
}

void TimelinePage::endTakingBack(bool undone) {
    const std::optional<RecordId> id = std::exchange(m_takingBack, std::nullopt);
    if (!id)
        return;
    if (!undone)
        Q_EMIT takeBackRequested(*id);
    if (m_model)
        m_model->setTakingBack(std::nullopt);
}

void TimelinePage::settle() {
    if (m_undo->isOpen())
        m_undo->expire();
}

void TimelinePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showYears();
}

} // namespace mend::ui
