#pragma once
// The page Checklist in a window, used as a person does and answered as its wiring does.

#include "tests/support/page_walk.h"
#include "tests/ui/checklist/checklist_fixture.h"
#include "ui/pages/checklist/checklist_page.h"
#include "ui/pages/checklist/step_browser.h"
#include "ui/pages/checklist/step_detail.h"
#include "ui/pages/checklist/step_row.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/undo_bar.h"

#include <QSignalSpy>
#include <QTest>

namespace mend::test {

using namespace mend::ui;

class ChecklistPageTest : public testing::Test {
protected:
    ChecklistPageTest()
        : chosen(&page, &ChecklistPage::stateChosen), settled(&page, &ChecklistPage::stateSettled) {
        page.resize(916, 700);
        page.show();
        show(stateFor(Role::Betrayer));
    }
    void show(const ChecklistState& fresh) {
        state = fresh;
        page.setState(state);
        QCoreApplication::processEvents();
    }
    void narrow() {
        page.resize(620, 520);
        QCoreApplication::processEvents();
    }
    StepBrowser* mine() const { return child<StepBrowser>(page, "mine"); }
    StepBrowser* theirs() const { return child<StepBrowser>(page, "theirs"); }
    StepRow* row(const char* id) const {
        return mine()->findChild<StepRow*>(QStringLiteral("step_") + QLatin1String(id));
    }
    void open(const char* id) {
        QTest::mouseClick(row(id), Qt::LeftButton);
        QCoreApplication::processEvents(); // new labels are laid out, and visible
    }
    // As the person does it: the segment of that name in the step that is looked at.
    void choose(const char* words) {
        auto* choices = child<SegmentedChoice>(*mine(), "stepState");
        QAbstractButton* segment = buttonSaying(*choices, QLatin1String(words));
        ASSERT_TRUE(segment);
        QTest::mouseClick(segment, Qt::LeftButton);
    }
    // As the wiring does it.
    void follow() {
        for (const auto& change : chosen)
            for (auto& item : state.mine)
                if (item.step.id == change.at(0).toString())
                    item.state = change.at(1).value<StepState>();
        show(state);
    }
    void undo() {
        auto* bar = child<UndoBar>(page, "undoBar");
        QTest::mouseClick(bar->findChild<QPushButton*>(), Qt::LeftButton);
    }
    bool shows(const QString& words) const {
        for (const auto* label : mine()->detail()->findChildren<QLabel*>())
            if (label->text() == words && label->isVisible())
                return true;
        return false;
    }

    ChecklistPage page;
    ChecklistState state;
    QSignalSpy chosen;
    QSignalSpy settled;
};

} // namespace mend::test
