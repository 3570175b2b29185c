#pragma once
// The page Today in a window, with the check-in used as a person does.

#include "tests/core/guide/shipped.h"
#include "tests/ui/today/page_fixture.h"
#include "ui/widgets/growing_text_edit.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace mend::ui {

struct TodayCheckIn : TodayShown {
    void type(const char* name, const QString& text) {
        auto* edit = part<GrowingTextEdit>(page, name);
        ASSERT_NE(edit, nullptr) << name;
        edit->setFocus();
        QTest::keyClicks(edit, text);
    }
    QString problem() const {
        const auto* banner = part(page, "problem");
        return banner->isVisibleTo(&page) ? wordsOn(*banner) : QString();
    }
};

using Submitted = CheckInDraft;

inline Submitted only(const QSignalSpy& spy) {
    EXPECT_EQ(spy.count(), 1);
    return spy.isEmpty() ? Submitted() : spy.first().first().value<CheckInDraft>();
}

} // namespace mend::ui
