#pragma once
// A commitment that something is half written about, and hands for the page.

#include "ui/widgets/growing_text_edit.h"
#include "ui/window/draft_places.h"
#include "wired.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <gtest/gtest.h>

namespace mend::ui {

inline const QString words = QStringLiteral("the train stood still");

template <class T = QWidget>
T* child(const QWidget& page, const char* name) {
    return page.findChild<T*>(QLatin1String(name));
}
inline void press(const QWidget& page, const char* name) {
    child<QPushButton>(page, name)->click();
}
inline void type(const QWidget& page, const char* name, const QString& text) {
    QTest::keyClicks(child(page, name), text);
}
inline QString noteOn(const QWidget& page) {
    const auto* note = child<GrowingTextEdit>(page, "answerNote");
    return note->isVisibleTo(&page) ? note->text() : QString();
}
inline QString titleIn(const QWidget& page) {
    return child<QLineEdit>(page, "formTitle")->text();
}

struct CommitmentDrafts : testing::Test {
    test::OneWorkspace own{Role::Betrayer};
    Workspace& workspace = *own.workspace;
    guide::Guide guide = shippedGuide();
    RecordId id;
    Day day = workspace.today();

    void SetUp() override {
        CommitmentFields fields = daily(workspace, QStringLiteral("Home"));
        id = workspace.addCommitment(fields).value();
        ASSERT_TRUE(workspace.setOutcome(id, day, OutcomeState::Missed));
    }
    QByteArray kept() { return workspace.draft(DraftPlaces(day).commitment(id)); }
};

} // namespace mend::ui
