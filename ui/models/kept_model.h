#pragma once
// Hard moments or check-ins that stay on this computer, of every day, as a list, newest first.
// Reads by JournalModel's roles.

#include "core/base/day.h"

#include <QAbstractListModel>
#include <vector>

namespace mend::ui {

/// One of them, in words.
struct KeptWords {
    qint64 id = 0;
    Day day;
    QString title; ///< "A hard moment, 7 of 10"
    QString body;  ///< what was written, plain text, may have lines; may be empty
    bool operator==(const KeptWords&) const = default;
};

/// Every word of `search` occurs in it, the title or the day, in whatever case.
bool hasWords(const KeptWords& words, const QString& search);

class KeptModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit KeptModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// `more`: there are older ones besides. Where only those come to what is here, the place in
    /// the list stays.
    void setWords(std::vector<KeptWords> words, bool more);
    const KeptWords& at(int row) const { return m_words[std::size_t(row)]; }
    /// -1 where it isn't in the list.
    int rowOf(qint64 id) const;

Q_SIGNALS:
    void moreWanted();

private:
    std::vector<KeptWords> m_words;
    bool m_more = false;
    bool m_asked = false; // for more, and not answered yet
};

} // namespace mend::ui
