#include "ui/pages/journal/shelf_list.h"

#include "ui/pages/journal/journal_delegate.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/empty_state.h"

#include <QLineEdit>
#include <QListView>
#include <QScopedValueRollback>
#include <QTimer>
#include <QVBoxLayout>

namespace mend::ui {

namespace {
constexpr int searchPause = 200; // Milliseconds.
} // namespace

ShelfList::ShelfList(QAbstractItemModel* model, const ShelfWords& words, QWidget* parent)
    : QWidget(parent), m_model(model), m_nothing(words.nothing), m_search(new QLineEdit(this)),
      m_view(new QListView(this)), m_empty(new EmptyState(words.nothing, this)) {
    m_search->setAccessibleName(words.search);
    m_search->setPlaceholderText(tr("Search"));
    m_search->setClearButtonEnabled(true);
    m_view->setAccessibleName(words.list);
    m_view->setModel(model);
    m_view->setItemDelegate(new JournalDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->viewport()->setAutoFillBackground(false);
    m_empty->setObjectName(QStringLiteral("empty"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    column->addWidget(m_search);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    auto* pause = new QTimer(this);
    pause->setSingleShot(true);
    pause->setInterval(searchPause);
    connect(m_search, &QLineEdit::textChanged, pause, qOverload<>(&QTimer::start));
    connect(pause, &QTimer::timeout, this, [this] { Q_EMIT searchWanted(m_search->text()); });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) {
                if (!m_selecting && current.isValid())
                    Q_EMIT opened(current);
            });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &ShelfList::showEmpty);
    connect(model, &QAbstractItemModel::modelReset, this, &ShelfList::showEmpty);
    showEmpty();
}

void ShelfList::setSearch(const QString& words) {
    if (m_search->text() != words && !m_search->hasFocus())
        m_search->setText(words);
    showEmpty();
}

void ShelfList::select(int row) {
    const QScopedValueRollback selecting(m_selecting, true);
    if (row < 0)
        m_view->selectionModel()->clear();
    else
        m_view->setCurrentIndex(m_model->index(row, 0));
}

void ShelfList::showEmpty() {
    const bool empty = m_model->rowCount() == 0;
    m_empty->setSentence(m_search->text().isEmpty() ? m_nothing : tr("Nothing with these words."));
    m_empty->setVisible(empty);
    m_view->setVisible(!empty);
}

void ShelfList::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_view->scrollTo(m_view->currentIndex());
}

} // namespace mend::ui
