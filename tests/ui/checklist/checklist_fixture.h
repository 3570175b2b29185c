#pragma once
// The guide as it is shipped, and a state of the page over it.

#include "core/guide/guide.h"
#include "ui/pages/checklist/checklist_state.h"
#include "ui/pages/checklist/step_offers.h"

#include <gtest/gtest.h>

namespace mend::test {

inline const guide::Guide& shippedGuide() {
    static const guide::Guide guide = [] {
        const auto files = guide::readFiles(QStringLiteral(MEND_SOURCE_DIR "/resources/guide/en"));
        if (!files)
            qFatal("the guide's files can't be read");
        auto loaded = guide::Guide::load(*files);
        if (!loaded)
            qFatal("%s %s", qPrintable(loaded.error().file), qPrintable(loaded.error().where));
        return std::move(*loaded);
    }();
    return guide;
}

inline ui::ChecklistState stateFor(Role role, Relation relation = Relation::Partner) {
    ui::ChecklistState state;
    state.role = role;
    const auto& ideas = shippedGuide().prompts(Role::Betrayer, relation).gestures;
    for (const auto& step : shippedGuide().steps(role, relation)) {
        state.mine.push_back({step, StepState::None, false, {}, step.tick.has_value()});
        if (ui::offersIdeas(step))
            state.mine.back().ideas = ideas;
    }
    const Role other = role == Role::Hurt ? Role::Betrayer : Role::Hurt;
    for (const auto& step : shippedGuide().steps(other, relation))
        if (step.side != guide::Side::Both)
            state.others.push_back({step, StepState::None, false});
    return state;
}

inline ui::ChecklistItem& itemOf(ui::ChecklistState& state, const char* id) {
    for (auto& item : state.mine)
        if (item.step.id == QLatin1String(id))
            return item;
    qFatal("no step %s", id);
}

} // namespace mend::test
