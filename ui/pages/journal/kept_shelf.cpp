#include "ui/pages/journal/kept_shelf.h"

#include "ui/models/day_text.h"
#include "ui/models/journal_model.h"
#include "ui/pages/journal/shelf_frame.h"
#include "ui/theme/button_kind.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTextEdit>
#include <QVBoxLayout>
#include <utility>

namespace mend::ui {

KeptShelf::KeptShelf(const QString& id, const ShelfWords& words, const QString& choose,
                     QWidget* parent)
    : QWidget(parent), m_model(new KeptModel(this)), m_list(new ShelfList(m_model, words, this)),
      m_undo(new UndoBar(this)) {
    setObjectName(id);
    m_list->search()->setObjectName(id + QStringLiteral("Search"));
    m_list->view()->setObjectName(id + QStringLiteral("List"));
    m_undo->setObjectName(id + QStringLiteral("Undo"));
    new ShelfFrame(this, m_undo, m_list, buildReading(id, choose));
    connect(m_list, &ShelfList::searchWanted, this, &KeptShelf::searchWanted);
    connect(m_model, &KeptModel::moreWanted, this, &KeptShelf::moreWanted);
    connect(m_list, &ShelfList::opened, this,
            [this](const QModelIndex& index) { show(index.row()); });
    connect(m_undo, &UndoBar::undone, this, [this] {
        m_open = std::exchange(m_leaving, {}).value_or(0);
        setState(m_state);
    });
    connect(m_undo, &UndoBar::expired, this, [this] {
        if (const auto gone = std::exchange(m_leaving, {}))
            Q_EMIT removeWanted(*gone);
    });
    show(-1);
}

QWidget* KeptShelf::buildReading(const QString& id, const QString& choose) {
    auto* right = new QWidget(this);
    m_choose = new EmptyState(choose, right);
    m_reading = new QWidget(right);
    m_day = new WrapLabel({}, TextRole::Card, m_reading);
    m_title = new WrapLabel({}, TextRole::Caption, m_reading);
    m_title->setTone(&Tokens::inkSoft);
    m_body = new QTextEdit(m_reading);
    m_body->setObjectName(id + QStringLiteral("Body"));
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    auto* column = new QVBoxLayout(m_reading);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    column->addWidget(m_day);
    column->addWidget(m_title);
    column->addWidget(m_body, 1);
    column->addWidget(buildFoot(id));
    auto* both = new QVBoxLayout(right);
    both->setContentsMargins(0, 0, 0, 0);
    both->addWidget(m_choose, 1);
    both->addWidget(m_reading, 1);
    return right;
}

QWidget* KeptShelf::buildFoot(const QString& id) {
    auto* foot = new QWidget(m_reading);
    m_goTo = new QPushButton(tr("Open this day"), foot);
    m_goTo->setObjectName(id + QStringLiteral("GoTo"));
    m_remove = new QPushButton(tr("Delete"), foot);
    m_remove->setObjectName(id + QStringLiteral("Remove"));
    setButtonKind(m_remove, ButtonKind::Quiet);
    auto* line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_goTo);
    line->addStretch();
    line->addWidget(m_remove);
    connect(m_goTo, &QPushButton::clicked, this, [this] {
        if (const int row = m_model->rowOf(m_open); row >= 0)
            Q_EMIT dayWanted(m_model->at(row).day);
    });
    connect(m_remove, &QPushButton::clicked, this, &KeptShelf::remove);
    return foot;
}

void KeptShelf::setState(const KeptState& state) {
    m_state = state;
    std::vector<KeptWords> words = state.words;
    if (m_leaving)
        std::erase_if(words, [&](const KeptWords& one) { return one.id == *m_leaving; });
    m_model->setWords(std::move(words), state.more);
    m_list->setSearch(state.search);
    show(m_model->rowOf(m_open));
}

void KeptShelf::settle() {
    m_undo->expire();
}

void KeptShelf::show(int row) {
    m_list->select(row);
    m_choose->setVisible(row < 0 && m_model->rowCount() > 0);
    m_reading->setVisible(row >= 0);
    m_open = row < 0 ? 0 : m_model->at(row).id;
    if (row < 0)
        return;
    const KeptWords& words = m_model->at(row);
    m_day->setText(fullDay(words.day));
    m_title->setText(words.title);
    m_body->setAccessibleName(words.title);
    m_body->setPlainText(words.body);
    m_body->setVisible(!words.body.isEmpty());
}

void KeptShelf::remove() {
    m_undo->expire(); // what was deleted before leaves first
    const auto gone = std::exchange(m_open, 0);
    m_leaving = gone;
    setState(m_state);
    m_undo->offer(tr("Deleted."));
}

} // namespace mend::ui
