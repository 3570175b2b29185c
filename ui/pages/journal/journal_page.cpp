#include "ui/pages/journal/journal_page.h"

#include "ui/theme/button_kind.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/segmented_choice.h"

#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

QString entriesId() {
    return QStringLiteral("entriesShelf");
}
QString momentsId() {
    return QStringLiteral("moments");
}
QString checkInsId() {
    return QStringLiteral("checkIns");
}

} // namespace

JournalPage::JournalPage(QWidget* parent)
    : QWidget(parent), m_header(new PageHeader(tr("Journal"), this)),
      m_problem(new Banner(Banner::Kind::Attention, {}, this)),
      m_shelf(new SegmentedChoice(tr("What to look at"), this)), m_stack(new QStackedWidget(this)) {
    buildHead();
    buildShelves();
    auto* middle = new QHBoxLayout(this);
    middle->setContentsMargins(space::three, space::three, space::three, space::three);
    auto* content = new QWidget(this);
    content->setMaximumWidth(PageScroll::widest);
    middle->addWidget(content);
    auto* whole = new QVBoxLayout(content);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(space::two);
    whole->addWidget(m_header);
    whole->addWidget(m_shelf, 0, Qt::AlignLeft);
    whole->addWidget(m_problem);
    whole->addWidget(m_stack, 1);
    connectShelves();
    showShelf(entriesId());
}

JournalPage::~JournalPage() = default;

void JournalPage::buildHead() {
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setText({});
    m_shelf->setObjectName(QStringLiteral("shelf"));
    m_shelf->setChoices({{entriesId(), tr("Entries")},
                         {momentsId(), tr("Hard moments")},
                         {checkInsId(), tr("Check-ins")}});
    auto* fresh = new QPushButton(tr("New entry"), this);
    fresh->setObjectName(QStringLiteral("newEntry"));
    setButtonKind(fresh, ButtonKind::Primary);
    connect(fresh, &QPushButton::clicked, this, &JournalPage::startNew);
    m_header->addAction(fresh);
}

void JournalPage::buildShelves() {
    m_entries = new EntriesShelf(this);
    m_moments =
        new KeptShelf(momentsId(),
                      {tr("Search hard moments"), tr("Hard moments"),
                       tr("No hard moment was kept here. You can write one down on Today.")},
                      tr("Choose one to read it."), this);
    m_checkIns = new KeptShelf(checkInsId(),
                               {tr("Search private check-ins"), tr("Check-ins"),
                                tr("No check-in was kept here. On Today, one that is just for you "
                                   "comes to this place.")},
                               tr("Choose one to read it."), this);
    for (QWidget* shelf : {static_cast<QWidget*>(m_entries), static_cast<QWidget*>(m_moments),
                           static_cast<QWidget*>(m_checkIns)})
        m_stack->addWidget(shelf);
}

void JournalPage::connectShelves() {
    auto* fresh = new QShortcut(QKeySequence::New, this);
    connect(fresh, &QShortcut::activated, this, &JournalPage::startNew);
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this, [this] {
        if (auto* list = m_stack->currentWidget()->findChild<ShelfList*>())
            list->search()->setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_shelf, &SegmentedChoice::choiceMade, this, &JournalPage::showShelf);
    connect(m_entries, &EntriesShelf::searchWanted, this, &JournalPage::searchWanted);
    connect(m_entries, &EntriesShelf::moreWanted, this, &JournalPage::moreWanted);
    connect(m_entries, &EntriesShelf::saveWanted, this, &JournalPage::saveWanted);
    connect(m_entries, &EntriesShelf::removeWanted, this, &JournalPage::removeWanted);
    connect(m_moments, &KeptShelf::searchWanted, this, &JournalPage::momentSearchWanted);
    connect(m_moments, &KeptShelf::moreWanted, this, &JournalPage::moreMomentsWanted);
    connect(m_checkIns, &KeptShelf::moreWanted, this, &JournalPage::moreCheckInsWanted);
    connect(m_moments, &KeptShelf::removeWanted, this, &JournalPage::momentRemovalWanted);
    connect(m_checkIns, &KeptShelf::searchWanted, this, &JournalPage::checkInSearchWanted);
    connect(m_checkIns, &KeptShelf::removeWanted, this, &JournalPage::checkInRemovalWanted);
    for (KeptShelf* shelf : {m_moments, m_checkIns})
        connect(shelf, &KeptShelf::dayWanted, this, &JournalPage::dayWanted);
}

void JournalPage::setState(const JournalState& state) {
    m_entries->setState(state);
}

void JournalPage::setMoments(const KeptState& state) {
    m_moments->setState(state);
}

void JournalPage::setCheckIns(const KeptState& state) {
    m_checkIns->setState(state);
}

void JournalPage::addOlder(const std::vector<JournalEntry>& entries, bool more) {
    m_entries->addOlder(entries, more);
}

void JournalPage::saved(const JournalEntry& entry) {
    showProblem({});
    m_entries->saved(entry);
}

void JournalPage::showProblem(const QString& sentence) {
    m_problem->setText(sentence);
}

void JournalPage::settle() {
    m_entries->settle();
    m_moments->settle();
    m_checkIns->settle();
}

void JournalPage::tryAgain() {
    m_entries->tryAgain();
}

void JournalPage::startNew() {
    showShelf(entriesId());
    m_entries->startNew();
}

void JournalPage::showShelf(const QString& id) {
    m_shelf->setChosen(id);
    QWidget* shelf = m_entries;
    if (id == momentsId())
        shelf = m_moments;
    else if (id == checkInsId())
        shelf = m_checkIns;
    m_stack->setCurrentWidget(shelf);
    m_header->setAside(shelf == m_entries ? tr("Only on this computer. Never shared.")
                                          : tr("Only on this computer."));
}

} // namespace mend::ui
