#include "ui/models/journal_model.h"

#include "ui/models/day_text.h"

#include <algorithm>
#include <iterator>

namespace mend::ui {

namespace {

constexpr qsizetype titleLength = 80; // Characters. More than any list shows on a line.

} // namespace

JournalModel::JournalModel(QObject* parent) : QAbstractListModel(parent) {}

QString JournalModel::titleOf(const QString& text) {
    for (QStringView line : QStringView(text).split(QLatin1Char('\n'))) {
        qsizetype start = 0;
        while (start < line.size() && QStringView(u"#>*-+ \t").contains(line[start]))
            ++start;
        const QString words = line.mid(start).trimmed().left(titleLength).toString();
        if (!words.isEmpty())
            return words;
    }
    return {};
}

int JournalModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_entries.size());
}

QVariant JournalModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const JournalEntry& entry = m_entries[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: {
        const QString title = titleOf(entry.text);
        return title.isEmpty() ? tr("Empty entry") : title;
    }
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(titleOf(entry.text), fullDay(entry.day));
    case IdRole:
        return entry.id;
    case DayRole:
        return fullDay(entry.day);
    case TextRole:
        return entry.text;
    default:
        return {};
    }
}

bool JournalModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_more && !m_asked;
}

void JournalModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent))
        return;
    m_asked = true;
    Q_EMIT moreWanted(int(m_entries.size()));
}

void JournalModel::setEntries(std::vector<JournalEntry> entries, bool more) {
    beginResetModel();
    m_entries = std::move(entries);
    m_more = more;
    m_asked = false;
    endResetModel();
}

void JournalModel::append(std::vector<JournalEntry> entries, bool more) {
    m_more = more;
    m_asked = false;
    std::erase_if(entries, [this](const auto& one) { return rowOf(one.id) >= 0; });
    if (entries.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + int(entries.size()) - 1);
    std::move(entries.begin(), entries.end(), std::back_inserter(m_entries));
    endInsertRows();
}

void JournalModel::putOnTop(const JournalEntry& entry) {
    beginInsertRows({}, 0, 0);
    m_entries.insert(m_entries.begin(), entry);
    endInsertRows();
}

void JournalModel::setText(qint64 id, const QString& text) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    m_entries[std::size_t(row)].text = text;
    Q_EMIT dataChanged(index(row), index(row));
}

void JournalModel::remove(qint64 id) {
    const int row = rowOf(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
}

int JournalModel::rowOf(qint64 id) const {
    const auto entry = std::find_if(m_entries.begin(), m_entries.end(),
                                    [&](const JournalEntry& one) { return one.id == id; });
    return entry == m_entries.end() ? -1 : int(entry - m_entries.begin());
}

} // namespace mend::ui
