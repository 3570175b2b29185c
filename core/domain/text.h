#pragma once
// What people write, and how long it may be. Lengths are UTF-8 bytes, because a record's body is
// limited in bytes (64 KiB, records.md).

#include "core/domain/checked.h"

#include <QString>
#include <QStringView>
#include <optional>

namespace mend {

inline constexpr int longTextLimit = 16 * 1024; // Bytes. Some 2,500 words; three fit in a body.
inline constexpr int lineLimit = 240;           // Bytes. A title, one line.
inline constexpr int nameLimit = 60;            // Characters of a person's name.

// True if nothing in it can be seen: no characters, or only spaces, marks and what has no width.
bool isBlank(QStringView text);
// Empty is fine; lone surrogates, NUL and control characters but newline and tab are BadText.
std::optional<DomainError> checkText(const QString& text, int limit = longTextLimit);
// As checkText, on one line without tabs (else BadText) and not blank (else Empty).
std::optional<DomainError> checkLine(const QString& text, int limit = lineLimit);
// As checkLine, at most nameLimit characters, and no direction marks that could dress up as another
// name: BadName for whatever is wrong.
std::optional<DomainError> checkName(const QString& name);
// A step's id: B1…B30, H1…H8, S1…S7 by shape (a letter of B, H, S and 1 to 2 digits, the first not
// 0).
bool isStepId(QStringView id);

} // namespace mend
