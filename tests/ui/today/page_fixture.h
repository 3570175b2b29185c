#pragma once
// Today's page with a state that a test gives it.

#include "tests/ui/today/samples.h"

#include <QAction>
#include <QRadioButton>
#include <QTest>
#include <gtest/gtest.h>

namespace mend::ui {

struct TodayShown : testing::Test {
    TodayPage page;

    void show(const TodayState& state) {
        page.setState(state);
        page.resize(1000, 760);
        page.show();
        (void)QTest::qWaitForWindowExposed(&page);
    }
};

struct TodayCards : TodayShown {
    QString words(const char* card) const { return wordsOn(*part(page, card)); }
    void choose(const char* card, const QString& text) {
        for (auto* segment : part(page, card)->findChildren<QRadioButton*>())
            if (segment->text() == text)
                return segment->click();
        FAIL() << text.toStdString();
    }
    void trigger(const char* card, const char* action) {
        auto* found = part(page, card)->findChild<QAction*>(QLatin1String(action));
        ASSERT_NE(found, nullptr);
        found->trigger();
    }
};

} // namespace mend::ui
