#include "ui/pages/checklist/step_browser.h"

#include "ui/pages/checklist/step_detail.h"
#include "ui/pages/checklist/step_list.h"
#include "ui/theme/icons.h"
#include "ui/theme/text_room.h"
#include "ui/widgets/segmented_choice.h"

#include <QLineEdit>
#include <QResizeEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace mend::ui {

namespace {

constexpr int listWidth = 344; // Pixels, beside the step, for the usual letters.

StepFilter filterOf(const QString& id) {
    if (id == QLatin1String("working"))
        return StepFilter::Working;
    return id == QLatin1String("done") ? StepFilter::Done : StepFilter::All;
}

} // namespace

StepBrowser::StepBrowser(const QString& name, QWidget* parent)
    : QWidget(parent), m_line(new QHBoxLayout(this)), m_left(new QWidget), m_search(new QLineEdit),
      m_filter(new SegmentedChoice(tr("Which steps"))), m_list(new StepList(name)),
      m_detail(new StepDetail) {
    setAccessibleName(name);
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(space::three);
    auto* left = new QVBoxLayout(m_left);
    left->setContentsMargins(0, 0, 0, 0);
    left->setSpacing(space::two);
    m_bar = buildBar(name);
    left->addWidget(m_bar);
    left->addWidget(m_list, 1);
    m_line->addWidget(m_left);
    m_line->addWidget(m_detail, 1);
    connect(m_list, &StepList::chosen, this, &StepBrowser::choose);
    connect(m_detail, &StepDetail::stateChosen, this, &StepBrowser::stateChosen);
    connect(m_detail, &StepDetail::opened, this, &StepBrowser::opened);
    connect(m_detail, &StepDetail::commitmentAsked, this, &StepBrowser::commitmentAsked);
    connect(m_detail, &StepDetail::backAsked, this, &StepBrowser::back);
    arrange();
}

QWidget* StepBrowser::buildBar(const QString& name) {
    auto* bar = new QWidget;
    auto* column = new QVBoxLayout(bar);
    // In line with the rows below, which leave room for the focus ring.
    column->setContentsMargins(space::half, space::half, space::half, 0);
    column->setSpacing(space::one);
    m_search->setObjectName(QStringLiteral("searchSteps"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search: %1").arg(name));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(IconName::Search), QLineEdit::LeadingPosition);
    m_filter->setObjectName(QStringLiteral("filterSteps"));
    m_filter->setChoices({{QStringLiteral("all"), tr("All")},
                          {QStringLiteral("working"), tr("Working on it")},
                          {QStringLiteral("done"), tr("Done")}});
    m_filter->setChosen(QStringLiteral("all"));
    column->addWidget(m_search);
    column->addWidget(m_filter, 0, Qt::AlignLeft);
    connect(m_search, &QLineEdit::textChanged, this, &StepBrowser::filter);
    connect(m_filter, &SegmentedChoice::choiceMade, this, &StepBrowser::filter);
    return bar;
}

void StepBrowser::focusSearch() {
    if (m_oneColumn)
        back();
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void StepBrowser::setItems(const std::vector<ChecklistItem>& items, StepUse use,
                           const QString& partner) {
    if (use != m_use)
        m_chosen.clear();
    m_items = items;
    m_use = use;
    m_partner = partner;
    m_bar->setVisible(!items.empty());
    if (!item(m_chosen))
        m_chosen.clear();
    filter();
    arrange();
}

void StepBrowser::setEmptySentence(const QString& sentence) {
    m_empty = sentence;
    filter();
}

const ChecklistItem* StepBrowser::item(const QString& id) const {
    for (const ChecklistItem& item : m_items)
        if (item.step.id == id)
            return &item;
    return nullptr;
}

void StepBrowser::filter() {
    std::vector<const ChecklistItem*> shown;
    for (const ChecklistItem& item : m_items)
        if (matches(item, filterOf(m_filter->chosen()), m_search->text()))
            shown.push_back(&item);
    m_list->setItems(shown);
    if (m_items.empty())
        m_list->setSentence(m_empty);
    else
        m_list->setSentence(shown.empty() ? tr("No step fits.") : QString());
}

void StepBrowser::choose(const QString& id) {
    m_chosen = id;
    arrange();
    if (m_oneColumn)
        m_detail->focusBack();
}

void StepBrowser::back() {
    const QString from = m_chosen;
    m_chosen.clear();
    arrange();
    m_list->focusRow(from);
}

// What somebody is working on is what they most likely came for.
QString StepBrowser::firstChoice() const {
    const auto working = std::find_if(m_items.begin(), m_items.end(), [](const auto& item) {
        return item.state == StepState::Working;
    });
    if (working != m_items.end())
        return working->step.id;
    return m_items.empty() ? QString() : m_items.front().step.id;
}

void StepBrowser::arrange() {
    if (!m_oneColumn && m_chosen.isEmpty())
        m_chosen = firstChoice();
    const ChecklistItem* chosen = item(m_chosen);
    if (chosen)
        m_detail->setItem(*chosen, m_use, m_partner);
    else
        m_detail->clear();
    m_list->setSelected(m_chosen);
    const bool alone = m_oneColumn || m_items.empty();
    m_left->setMinimumWidth(alone ? 0 : textRoom(listWidth));
    m_left->setMaximumWidth(alone ? QWIDGETSIZE_MAX : textRoom(listWidth));
    m_left->setVisible(!m_oneColumn || !chosen);
    m_detail->setVisible(chosen != nullptr);
    m_detail->setBackVisible(m_oneColumn);
}

void StepBrowser::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const bool oneColumn = width() < textRoom(breakpoint);
    if (oneColumn == m_oneColumn)
        return;
    m_oneColumn = oneColumn;
    if (oneColumn)
        m_chosen.clear(); // begins with the list
    arrange();
}

} // namespace mend::ui
