#pragma once
// Two workspaces over real TLS on this machine: Alex betrayed, Sam was hurt.

#include "tests/support/two_workspaces.h"

#include <gtest/gtest.h>

namespace mend {

struct SharingTest : testing::Test {
    test::TwoWorkspaces two{Role::Betrayer, Role::Hurt};
    Workspace& alex = *two.first.workspace;
    Workspace& sam = *two.second.workspace;
    Day today = two.first.clock.today();

    bool inStep() {
        const auto step = [](const Workspace& w) {
            return w.syncState().phase == SyncReading::Phase::InStep;
        };
        const auto same = [&] {
            const SharingCounts a = alex.syncState().counts;
            const SharingCounts b = sam.syncState().counts;
            return a.mine == b.theirs && b.mine == a.theirs;
        };
        return two.waitFor([&] { return step(alex) && step(sam) && same(); });
    }
    static CheckInFields words(Role role, const QString& text) {
        CheckInFields fields;
        fields.role = role;
        fields.texts[CheckInText::Helped] = text;
        return fields;
    }
    bool samSees(const QString& text) {
        TimelineFilter filter;
        filter.search = text;
        return two.waitFor([&] { return sam.older(filter, std::nullopt, 5)->entries.size() == 1; });
    }
};

} // namespace mend
