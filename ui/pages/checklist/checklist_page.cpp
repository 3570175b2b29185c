#include "ui/pages/checklist/checklist_page.h"

#include "ui/models/entry_text.h"
#include "ui/pages/checklist/share_steps_card.h"
#include "ui/pages/checklist/step_browser.h"
#include "ui/pages/checklist/step_detail.h"
#include "ui/pages/checklist/step_list.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace mend::ui {

ChecklistPage::ChecklistPage(QWidget* parent)
    : QWidget(parent), m_header(new PageHeader(tr("Checklist"))), m_problem(new Banner),
      m_tabs(new QTabBar), m_stack(new QStackedWidget), m_mine(new StepBrowser(tr("Your steps"))),
      m_theirs(new StepBrowser(tr("Their steps"))), m_note(new WrapLabel),
      m_others(new QPushButton), m_share(new ShareStepsCard), m_undo(new UndoBar) {
    setObjectName(QStringLiteral("checklistPage"));
    setAccessibleName(tr("Checklist"));
    build();
    buildMine();
    connectBrowser(m_mine);
    connectBrowser(m_theirs);
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        showMine();
    });
    connect(m_undo, &UndoBar::undone, this, &ChecklistPage::takeBack);
    connect(m_undo, &UndoBar::expired, this, [this] {
        if (const auto settled = std::exchange(m_change, std::nullopt))
            Q_EMIT stateSettled(settled->id, settled->after);
    });
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, this,
            [this] { (m_tabs->currentIndex() == 1 ? m_theirs : m_mine)->focusSearch(); });
    setState({});
}

void ChecklistPage::build() {
    auto* outer = new QHBoxLayout(this);
    // The lists below leave room for a focus ring around their rows.
    outer->setContentsMargins(space::three - space::half, space::three, space::three - space::half,
                              0);
    const auto inLine = [](QWidget* widget) {
        auto* line = new QHBoxLayout;
        line->setContentsMargins(space::half, 0, space::half, 0);
        line->addWidget(widget);
        return line;
    };
    auto* middle = new QWidget;
    middle->setMaximumWidth(PageScroll::widest);
    outer->addWidget(middle);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::two);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setKind(Banner::Kind::Attention);
    m_tabs->setObjectName(QStringLiteral("tabs"));
    m_tabs->setAccessibleName(tr("Whose checklist"));
    m_tabs->setExpanding(false);
    m_tabs->addTab(tr("Yours"));
    m_mine->setObjectName(QStringLiteral("mine"));
    m_theirs->setObjectName(QStringLiteral("theirs"));
    m_stack->addWidget(m_mine);
    m_stack->addWidget(m_theirs);
    m_undo->setObjectName(QStringLiteral("undoBar"));
    column->addLayout(inLine(m_header));
    column->addLayout(inLine(m_problem));
    column->addLayout(inLine(m_tabs));
    column->addWidget(m_stack, 1);
    column->addLayout(inLine(m_undo));
    column->addSpacing(space::one);
}

void ChecklistPage::buildMine() {
    m_note->setObjectName(QStringLiteral("note"));
    m_note->setTone(&Tokens::inkSoft);
    m_mine->list()->setHead(m_note);
    auto* tail = new QWidget;
    auto* column = new QVBoxLayout(tail);
    column->setContentsMargins(0, space::one, 0, 0);
    column->setSpacing(space::two);
    m_others->setObjectName(QStringLiteral("otherList"));
    setButtonKind(m_others, ButtonKind::Quiet);
    column->addWidget(m_share);
    column->addWidget(m_others, 0, Qt::AlignLeft);
    m_mine->list()->setTail(tail);
    connect(m_share, &ShareStepsCard::sharingChosen, this, &ChecklistPage::sharingChosen);
    connect(m_others, &QPushButton::clicked, this, [this] { showOthers(!m_othersShown); });
}

void ChecklistPage::connectBrowser(StepBrowser* browser) {
    connect(browser, &StepBrowser::stateChosen, this, &ChecklistPage::change);
    connect(browser, &StepBrowser::opened, this, &ChecklistPage::pageAsked);
    connect(browser, &StepBrowser::commitmentAsked, this, &ChecklistPage::commitmentAsked);
}

void ChecklistPage::setState(const ChecklistState& state) {
    if (m_state.role != state.role)
        m_othersShown = false;
    m_state = state;
    m_problem->setText(state.problem);
    const bool paired = !state.partner.isEmpty();
    if (paired && m_tabs->count() == 1)
        m_tabs->addTab(QString());
    if (!paired && m_tabs->count() == 2)
        m_tabs->removeTab(1);
    if (paired)
        m_tabs->setTabText(1, QString(state.partner).replace(u'&', QStringLiteral("&&")));
    m_tabs->setVisible(paired); // alone there is only one list
    showMine();
    showTheirs();
}

void ChecklistPage::showMine() {
    m_mine->setItems(m_othersShown ? m_state.others : m_state.mine,
                     m_othersShown ? StepUse::ForMyself : StepUse::Mine, m_state.partner);
    m_share->setSharing(m_state.partner, m_state.sharing);
    m_share->setVisible(!m_state.partner.isEmpty() && m_state.role && !m_othersShown);
    QString note;
    if (m_othersShown)
        note = tr("For yourself. In many pairs both were hurt. What you set here is not shared.");
    else if (!m_state.role)
        note = tr("These stand on both lists. Once you have chosen a list in Settings, you find "
                  "the others here, too.");
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    if (m_othersShown)
        m_others->setText(tr("Back to your list"));
    else if (!m_state.role)
        m_others->setText(tr("Look at the rest of both lists"));
    else
        m_others->setText(*m_state.role == Role::Hurt
                              ? tr("Look at the list of the one who broke trust")
                              : tr("Look at the list of the one who was hurt"));
    m_others->setVisible(!m_state.others.empty());
    // Of my own list only: what the other shows is not counted.
    const bool mine = m_tabs->currentIndex() == 0 && !m_othersShown;
    m_header->setAside(mine ? progress() : QString());
}

void ChecklistPage::showTheirs() {
    m_theirs->setEmptySentence(
        tr("Nothing of %1\u2019s list is shown here. It is theirs to share or to keep.")
            .arg(m_state.partner));
    m_theirs->setItems(m_state.theirs, StepUse::Theirs, m_state.partner);
}

void ChecklistPage::showOthers(bool on) {
    m_othersShown = on;
    showMine();
    m_mine->list()->verticalScrollBar()->setValue(0);
    const QStringList ids = m_mine->list()->ids();
    if (!ids.isEmpty())
        m_mine->list()->focusRow(ids.front());
}

// Counted, not measured: there is no whole that one ought to reach.
QString ChecklistPage::progress() const {
    const auto count = [this](StepState state) {
        return std::count_if(m_state.mine.begin(), m_state.mine.end(),
                             [state](const ChecklistItem& item) { return item.state == state; });
    };
    const auto working = count(StepState::Working);
    const auto done = count(StepState::Done);
    QStringList words;
    if (working > 0)
        words << tr("Working on: %1").arg(working);
    if (done > 0)
        words << tr("Done: %1").arg(done);
    return words.join(QStringLiteral(" \u00b7 "));
}

const ChecklistItem* ChecklistPage::item(const QString& id) const {
    for (const auto* list : {&m_state.mine, &m_state.others})
        for (const ChecklistItem& item : *list)
            if (item.step.id == id)
                return &item;
    return nullptr;
}

QString ChecklistPage::undoWords(const ChecklistItem& item, StepState state) const {
    const QString words = tr("\u201c%1\u201d: %2.").arg(item.step.title, stepStateWord(state));
    if (!item.shares)
        return words;
    return tr("%1 %2 sees it once this line is gone.").arg(words, m_state.partner);
}

void ChecklistPage::change(const QString& id, StepState state) {
    const ChecklistItem* changed = item(id);
    if (!changed || changed->state == state)
        return;
    Change fresh{id, changed->state, state};
    // Thought over within the ten seconds: only the last word is settled.
    if (m_change && m_change->id == id) {
        fresh.before = m_change->before;
        m_change.reset();
    }
    const QString words = undoWords(*changed, state);
    if (fresh.before == fresh.after)
        m_undo->expire();
    else
        m_undo->offer(words); // settles another step that was still open
    if (fresh.before != fresh.after)
        m_change = fresh;
    Q_EMIT stateChosen(id, state);
}

void ChecklistPage::takeBack() {
    if (const auto back = std::exchange(m_change, std::nullopt))
        Q_EMIT stateChosen(back->id, back->before);
}

void ChecklistPage::settle() {
    m_undo->expire();
}

} // namespace mend::ui
