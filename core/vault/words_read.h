#pragma once
// What the versions on a page say, until another page was read: mostly it is the same one again,
// with one entry more. What a version says never changes.

#include "core/base/bytes.h"
#include "core/domain/content.h"

#include <map>
#include <optional>
#include <utility>

namespace mend::vault {

class WordsRead {
public:
    // As it was on the page before, or as `read` gives it now.
    template <class Read>
    std::optional<Content> of(const RecordId& version, Read read) {
        const auto known = before_.find(version);
        std::optional<Content> words =
            known != before_.end() ? std::optional(known->second) : read();
        if (words)
            now_.insert_or_assign(version, *words);
        return words;
    }
    // The page is read to its end: nothing stays of the one before.
    void turn() { before_ = std::exchange(now_, {}); }

private:
    std::map<RecordId, Content> before_;
    std::map<RecordId, Content> now_;
};

} // namespace mend::vault
