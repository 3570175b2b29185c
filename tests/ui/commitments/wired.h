#pragma once
// A Commitments page over a real Workspace.

#include "core/guide/guide.h"
#include "samples.h"
#include "tests/support/page_walk.h"
#include "tests/support/two_workspaces.h"
#include "ui/pages/commitments/commitments_page.h"
#include "ui/window/commitments_wiring.h"

#include <QMenu>
#include <gtest/gtest.h>

namespace mend::ui {

inline guide::Guide shippedGuide() {
    const auto files = guide::readFiles(QStringLiteral(MEND_SOURCE_DIR "/resources/guide/en"));
    return *guide::Guide::load(*files);
}

inline CommitmentFields daily(const Workspace& workspace, const QString& title,
                              mend::Person whose = mend::Person::Me) {
    return {title, Daily{}, {}, workspace.today(), {}, {}, {}, whose};
}

// A workspace's page.
struct Wired {
    Wired(Workspace& one, const guide::Guide& guide) : workspace(one), wiring(page, one, guide) {
        page.resize(900, 700);
        page.show();
    }
    std::vector<CommitmentReading> all() {
        const Day today = workspace.today();
        return *workspace.commitments(today.plus(-30), today);
    }
    void press(const QString& text) {
        auto* button = test::buttonSaying(page, text);
        ASSERT_TRUE(button) << text.toStdString();
        button->click();
    }
    CommitmentCard* card() {
        for (auto* each : page.findChildren<CommitmentCard*>())
            if (!each->isHidden())
                return each;
        return nullptr;
    }
    void trigger(const char* action) {
        card()->findChild<QMenu*>()->findChild<QAction*>(QLatin1String(action))->trigger();
    }
    Workspace& workspace;
    CommitmentsPage page;
    CommitmentsWiring wiring;
};

} // namespace mend::ui
