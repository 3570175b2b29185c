#pragma once
// The journal's entries as a list, newest first, a part at a time: who fills it is told when more
// is wanted.

#include "core/domain/reading.h"

#include <QAbstractListModel>
#include <vector>

namespace mend::ui {

class JournalModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IdRole = Qt::UserRole + 1, DayRole /* QString, in words */, TextRole };

    explicit JournalModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    // `more`: there are older ones besides.
    void setEntries(std::vector<JournalEntry> entries, bool more);
    // Leaves out what is in the list already: a new entry moves the places of all the others.
    void append(std::vector<JournalEntry> entries, bool more);
    // A new one, of today.
    void putOnTop(const JournalEntry& entry);
    // Of one that may not be in the list: older than what was read so far, or not searched for.
    void setText(qint64 id, const QString& text);
    void remove(qint64 id);
    // -1 where it isn't in the list.
    int rowOf(qint64 id) const;

    // The first line with something in it, without Markdown's signs of a heading or a list.
    static QString titleOf(const QString& text);

Q_SIGNALS:
    void moreWanted(int offset);

private:
    std::vector<JournalEntry> m_entries;
    bool m_more = false;
    bool m_asked = false; // for more, and not answered yet
};

} // namespace mend::ui
