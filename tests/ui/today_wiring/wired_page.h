#pragma once
// A Today page over a real Workspace.

#include "tests/support/two_workspaces.h"
#include "tests/ui/today/samples.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/window/today_wiring.h"

namespace mend::ui {

struct WiredPage {
    explicit WiredPage(Workspace& workspace) : wiring(page, workspace, sampleGuide()) {}

    void type(const char* name, const QString& text) const {
        QTest::keyClicks(part(page, name), text);
    }
    QString text(const char* name) const { return part<GrowingTextEdit>(page, name)->text(); }
    QString words(const char* card) const { return wordsOn(*part(page, card)); }

    TodayPage page;
    TodayWiring wiring;
};

} // namespace mend::ui
