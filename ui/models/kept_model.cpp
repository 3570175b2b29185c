#include "ui/models/kept_model.h"

#include "ui/models/day_text.h"
#include "ui/models/journal_model.h"

#include <algorithm>

namespace mend::ui {

bool hasWords(const KeptWords& words, const QString& search) {
    const QString all = words.title + u'\n' + words.body + u'\n' + fullDay(words.day);
    const QStringList wanted = search.simplified().split(u' ', Qt::SkipEmptyParts);
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString& word) {
        return all.contains(word, Qt::CaseInsensitive);
    });
}

int KeptModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_words.size());
}

QVariant KeptModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const KeptWords& words = at(index.row());
    const QString first = JournalModel::titleOf(words.body);
    switch (role) {
    case Qt::DisplayRole:
        return first.isEmpty() ? words.title : first;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3").arg(words.title, first, fullDay(words.day));
    case JournalModel::IdRole:
        return words.id;
    case JournalModel::DayRole:
        return fullDay(words.day);
    case JournalModel::TextRole:
        return words.body;
    default:
        return {};
    }
}

bool KeptModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && m_more && !m_asked;
}

void KeptModel::fetchMore(const QModelIndex& parent) {
    if (!canFetchMore(parent))
        return;
    m_asked = true;
    Q_EMIT moreWanted();
}

void KeptModel::setWords(std::vector<KeptWords> words, bool more) {
    m_more = more;
    m_asked = false;
    const std::size_t before = m_words.size();
    if (before > 0 && words.size() >= before &&
        std::equal(m_words.begin(), m_words.end(), words.begin())) {
        if (words.size() == before)
            return;
        beginInsertRows({}, int(before), int(words.size()) - 1);
        m_words = std::move(words);
        return endInsertRows();
    }
    beginResetModel();
    m_words = std::move(words);
    endResetModel();
}

int KeptModel::rowOf(qint64 id) const {
    const auto found = std::find_if(m_words.begin(), m_words.end(),
                                    [&](const KeptWords& one) { return one.id == id; });
    return found == m_words.end() ? -1 : int(found - m_words.begin());
}

} // namespace mend::ui
