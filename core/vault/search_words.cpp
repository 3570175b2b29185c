#include "core/vault/search_words.h"

#include <QList>
#include <QStringList>

namespace mend::vault {
namespace {

// What is read of a query: each word of it is a search of its own, and 100,000 took 49 s. Nobody
// remembers more words of what they look for.
constexpr qsizetype mostWords = 16;

// As FTS5's unicode61 tells words apart: letters, numbers, private use, and the marks on them.
bool isOfWord(char32_t c) {
    return QChar::isLetterOrNumber(c) || QChar::isMark(c) ||
           QChar::category(c) == QChar::Other_PrivateUse;
}

QStringList wordsIn(const QString& typed) {
    QStringList words;
    QString word;
    const QList<uint> characters = typed.toUcs4();
    for (const char32_t c : characters) {
        if (words.size() == mostWords)
            return words;
        if (isOfWord(c)) {
            word += QString::fromUcs4(&c, 1);
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty())
        words.append(word);
    return words;
}

} // namespace

QString searchQuery(const QString& typed) {
    const QStringList words = wordsIn(typed);
    if (words.isEmpty())
        return {};
    // Quoted, OR and NEAR are words like others.
    return u'"' + words.join(QStringLiteral("\" \"")) + QStringLiteral("\"*");
}

} // namespace mend::vault
