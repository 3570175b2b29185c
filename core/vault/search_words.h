#pragma once
// What a person types into a search field, as a query of FTS5 in which nothing but words has a
// meaning.

#include <QString>

namespace mend::vault {

// Each of the first 16 words must occur, the last one as the beginning of a word. Empty where
// nothing typed is part of a word.
QString searchQuery(const QString& typed);

} // namespace mend::vault
