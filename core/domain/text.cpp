#include "core/domain/text.h"

#include <QChar>

namespace mend {

namespace {

// The code point at `at`, which moves behind it; NUL, refused anyway, stands for a lone surrogate.
char32_t next(QStringView text, qsizetype& at) {
    const QChar unit = text[at++];
    if (!unit.isSurrogate())
        return unit.unicode();
    if (unit.isLowSurrogate() || at == text.size() || !text[at].isLowSurrogate())
        return 0;
    return QChar::surrogateToUcs4(unit, text[at++]);
}

// Category Cc, which never changes (unicode.org, Character Encoding Stability Policies).
bool isControl(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool isLineBreak(char32_t c) {
    return c == U'\n' || c == 0x2028 || c == 0x2029;
}

// Marks, embeddings, overrides and isolates that change the direction of what follows (Unicode UAX
// #9).
bool changesDirection(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
           c == 0x200F || c == 0x061C;
}

// Letters and symbols by category that are drawn as nothing: Hangul fillers and the empty Braille
// cell.
bool isFiller(char32_t c) {
    return c == 0x115F || c == 0x1160 || c == 0x3164 || c == 0xFFA0 || c == 0x2800;
}

bool isVisible(char32_t c) {
    if (QChar::isSpace(c) || isFiller(c))
        return false;
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Mark_Enclosing:
        return false;
    default: // unassigned ones too: they may be a newer emoji than this Qt knows
        return true;
    }
}

int utf8Length(char32_t c) {
    return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

} // namespace

bool isBlank(QStringView text) {
    for (qsizetype at = 0; at < text.size();) {
        if (isVisible(next(text, at)))
            return false;
    }
    return true;
}

std::optional<DomainError> checkText(const QString& text, int limit) {
    // A UTF-16 unit takes at least a byte, so what is far too long isn't read at all.
    if (text.size() > limit)
        return DomainError::TooLong;
    int bytes = 0;
    for (qsizetype at = 0; at < text.size();) {
        const char32_t c = next(text, at);
        if (isControl(c) && c != U'\n' && c != U'\t')
            return DomainError::BadText;
        bytes += utf8Length(c);
    }
    if (bytes > limit)
        return DomainError::TooLong;
    return std::nullopt;
}

std::optional<DomainError> checkLine(const QString& text, int limit) {
    if (const auto wrong = checkText(text, limit))
        return wrong;
    if (isBlank(text))
        return DomainError::Empty;
    for (qsizetype at = 0; at < text.size();) {
        const char32_t c = next(text, at);
        if (isLineBreak(c) || c == U'\t')
            return DomainError::BadText;
    }
    return std::nullopt;
}

std::optional<DomainError> checkName(const QString& name) {
    constexpr int longestCharacter = 4; // Bytes of UTF-8.
    if (checkLine(name, nameLimit * longestCharacter))
        return DomainError::BadName;
    int characters = 0;
    for (qsizetype at = 0; at < name.size();) {
        if (changesDirection(next(name, at)))
            return DomainError::BadName;
        ++characters;
    }
    if (characters > nameLimit)
        return DomainError::BadName;
    return std::nullopt;
}

bool isStepId(QStringView id) {
    if (id.size() < 2 || id.size() > 3 || !QStringView(u"BHS").contains(id[0]) || id[1] == u'0')
        return false;
    for (const QChar c : id.sliced(1)) {
        if (c < u'0' || c > u'9')
            return false;
    }
    return true;
}

} // namespace mend
