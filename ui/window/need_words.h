#pragma once
// What somebody needs in a hard moment, as the guide words it: colleagues aren't asked to hold each
// other.

#include "core/guide/guide.h"

#include <algorithm>
#include <functional>

namespace mend::ui {

// `guide` outlives it. Both roles have the same words.
inline std::function<QString(Need)> needWords(const guide::Guide& guide, Relation relation) {
    return [&guide, relation](Need need) {
        const auto& needs = guide.prompts(Role::Hurt, relation).moment.needs;
        const auto found = std::find_if(needs.begin(), needs.end(),
                                        [&](const auto& one) { return one.need == need; });
        return found == needs.end() ? QString() : found->label;
    };
}

} // namespace mend::ui
