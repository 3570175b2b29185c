#pragma once
// A Today page of one person over a real Workspace.

#include "tests/ui/today_wiring/wired_page.h"

#include <gtest/gtest.h>

namespace mend::ui {

struct TodayWired : testing::Test {
    test::OneWorkspace one{Role::Hurt, QStringLiteral("Alex")};
    Workspace& workspace = *one.workspace;

    quint64 records() { return workspace.syncState().counts.mine; }
    std::vector<PrivateCheckIn> kept() {
        return workspace.privateCheckIns(workspace.today(), workspace.today()).value();
    }
    void nextDay() { one.clock.advanceDays(1); }
};

} // namespace mend::ui
