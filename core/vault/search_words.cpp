#include "core/vault/search_words.h"

#include <QList>
#include <QStringList>

namespace mend::vault {
namespace {

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
