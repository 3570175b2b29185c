#pragma once
// The main window with a gate, and pages to unlock.

#include "ui/theme/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/navigation.h"

#include <QApplication>
#include <QTest>
#include <gtest/gtest.h>

namespace mend::ui {

inline guide::Guide shipped() {
    const auto files = guide::readFiles(QStringLiteral(MEND_SOURCE_DIR "/resources/guide/en"));
    return *guide::Guide::load(*files);
}

class MainWindowTest : public testing::Test {
protected:
    MainWindowTest() {
        window.setGate(gate);
        window.show();
        window.activateWindow();
        activated = QTest::qWaitForWindowActive(&window);
    }
    Navigation* unlock() {
        auto* navigation = new Navigation;
        for (const char* id : {"today", "timeline", "partner", "safety"})
            navigation->addPage(QLatin1String(id), QLatin1String(id), IconName::Today,
                                [] { return new QWidget; });
        navigation->addCommand(QStringLiteral("hide"), QStringLiteral("Hide now"), IconName::Hide);
        navigation->addCommand(QStringLiteral("lock"), QStringLiteral("Lock"), IconName::Lock);
        window.setNavigation(navigation);
        return navigation;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&window, key, modifiers);
    }

    Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
    guide::Guide texts = shipped();
    QWidget* gate = new QWidget;
    bool activated = false;
    MainWindow window{texts};
};

} // namespace mend::ui
