#pragma once
// The page Timeline over a made-up history, and hands for it.

#include "tests/ui/models/fake_timeline.h"
#include "ui/models/timeline_model.h"
#include "ui/pages/timeline/entry_dialog.h"
#include "ui/pages/timeline/timeline_page.h"
#include "ui/pages/timeline/timeline_view.h"

#include <QPushButton>
#include <QTest>
#include <gtest/gtest.h>

namespace mend::test {

struct TimelinePageTest : testing::Test {
    const Day today = dayOf("2026-11-22");
    FakeTimeline source;
    ui::TimelineModel model{source};
    ui::TimelinePage page;
    ui::TimelineView* list = page.findChild<ui::TimelineView*>();

    void SetUp() override { model.setReader({QStringLiteral("Sam"), today, {}, {}}); }

    void showPage(int entries, QSize size = {900, 700}) {
        source.fill(entries, today);
        model.reload();
        page.setModel(&model);
        page.setState({QStringLiteral("Sam"), today,
                       entries ? std::optional(source.entries.back().day) : std::nullopt});
        page.resize(size);
        page.show();
        page.activateWindow();
        QTest::qWait(1);
    }
    template <class T>
    T* child(const char* name) {
        return page.findChild<T*>(QLatin1String(name));
    }
    QPushButton* button(const char* name) { return child<QPushButton>(name); }
    QString idAtTop() { return model.entryAt(list->topIndex().row()).id.toHex(); }
    ui::EntryState opened(int row) {
        ui::EntryState state;
        state.id = model.entryAt(row).id;
        state.whoAndWhen = QStringLiteral("You, Sunday 22 November 2026");
        state.text = model.row(row).text;
        state.words = QStringLiteral("Entry");
        state.needsWords = state.mayTakeBack = state.mayOpen = true;
        state.earlier = {{QStringLiteral("Plan of the day"), QStringLiteral("Before"), {}, false}};
        return state;
    }
};

} // namespace mend::test
