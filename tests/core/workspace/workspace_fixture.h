#pragma once
// One person's workspace, and things to write in it.

#include "tests/support/two_workspaces.h"

#include <gtest/gtest.h>

namespace mend::test {

struct WorkspaceTest : testing::Test {
    OneWorkspace one{Role::Hurt};
    Workspace& w = *one.workspace;
    Day today = one.clock.today();

    CheckInFields words(const QString& text) const {
        CheckInFields fields;
        fields.role = Role::Hurt;
        fields.texts[CheckInText::Helped] = text;
        return fields;
    }
    CommitmentFields daily(const QString& title) const {
        CommitmentFields fields;
        fields.title = title;
        fields.from = today.plus(-3);
        return fields;
    }
};

} // namespace mend::test
