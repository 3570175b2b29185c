#pragma once
// The left side of a shelf of the journal: a search, and below it what there is, or a sentence.

#include <QString>
#include <QWidget>

class QAbstractItemModel;
class QLineEdit;
class QListView;
class QModelIndex;

namespace mend::ui {

class EmptyState;

struct ShelfWords {
    QString search;  ///< names the search
    QString list;    ///< names the list
    QString nothing; ///< said while there is nothing at all
};

class ShelfList : public QWidget {
    Q_OBJECT
public:
    /// `model` outlives it, and has JournalModel's roles.
    ShelfList(QAbstractItemModel* model, const ShelfWords& words, QWidget* parent = nullptr);

    QLineEdit* search() const { return m_search; }
    QListView* view() const { return m_view; }
    /// What is being typed stays.
    void setSearch(const QString& words);
    /// Marks a row without opening it; -1: none.
    void select(int row);

Q_SIGNALS:
    void searchWanted(const QString& words);
    void opened(const QModelIndex& index);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showEmpty();

    QAbstractItemModel* m_model;
    QString m_nothing;
    QLineEdit* m_search;
    QListView* m_view;
    EmptyState* m_empty;
    bool m_selecting = false;
};

} // namespace mend::ui
