#pragma once
// The page Settings with real widgets, and hands for it.

#include "tests/support/page_walk.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/secret_field.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>
#include <gtest/gtest.h>

namespace mend::test {

class SettingsPageTest : public testing::Test {
protected:
    SettingsPageTest() {
        page.resize(916, 700);
        page.show();
        state.person = {QStringLiteral("Sam"), Role::Hurt, Relation::Partner};
        state.version = QStringLiteral("0.1.0");
        state.folder = QStringLiteral("/home/sam/.local/share/mend");
        show();
    }
    void show() {
        page.setState(state);
        QCoreApplication::processEvents();
    }
    void click(const char* name) {
        auto* button = child<QAbstractButton>(page, name);
        ASSERT_TRUE(button) << name;
        // Where its mark is: a check box takes no clicks beside its words.
        const QPoint mark(ui::space::one, button->height() / 2);
        QTest::mouseClick(button, Qt::LeftButton, {}, mark);
    }
    void type(const char* name, const char* words) {
        QTest::keyClicks(child<ui::SecretField>(page, name)->edit(), QLatin1String(words));
    }
    QAbstractButton* button(const char* name) { return child<QAbstractButton>(page, name); }
    bool says(const char* name, const QString& words) {
        return wordsOf(*page.findChild<QWidget*>(QLatin1String(name))).join(u'\n').contains(words);
    }

    ui::SettingsPage page;
    ui::SettingsState state;
};

} // namespace mend::test
