#pragma once
// The whole program in one process, with a vault of its own.

#include "app/desktop/aside.h"
#include "app/desktop/wiring.h"
#include "tests/support/fake_clock.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/window/navigation.h"

#include <QApplication>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

namespace mend::desktop {

inline const QString passphrase = QStringLiteral("seven quiet boats at noon");

class DesktopTest : public testing::Test {
protected:
    void start() {
        options.dataFolder = folder.filePath(QStringLiteral("vault"));
        options.network = {QStringLiteral("127.0.0.1"), {}, false};
        desktop = std::make_unique<Desktop>(theme, Parts{clock, *guide, KeyCost::Small, systemBus},
                                            options);
        desktop->show();
    }
    void make() {
        Opening opening(folder.filePath(QStringLiteral("vault")), clock, KeyCost::Small);
        ASSERT_TRUE(opening.createNow({QStringLiteral("Sam"), Role::Hurt}, passphrase));
    }
    bool unlock(const QString& with = passphrase) {
        Q_EMIT qobject_cast<ui::UnlockPage*>(desktop->window().gate())->unlockAsked(with);
        return QTest::qWaitFor([&] { return desktop->session() != nullptr; }, 10000);
    }

    bool saysThatTheCodeWasNotKept() {
        auto* notice = desktop->window().findChild<QWidget*>(QStringLiteral("codeNotice"));
        return notice->isVisibleTo(&desktop->window());
    }

    // Of a vault that is being made.
    ui::WelcomePage* create() {
        auto* welcome = qobject_cast<ui::WelcomePage*>(desktop->window().gate());
        Q_EMIT welcome->create({QStringLiteral("Sam"), Role::Hurt, Relation::Partner}, passphrase);
        return welcome;
    }
    bool showsCode(ui::WelcomePage* welcome) {
        auto* code = welcome->findChild<QLabel*>(QStringLiteral("recoveryCodeShown"));
        return QTest::qWaitFor([&] { return !code->text().isEmpty(); }, 10000);
    }
    bool comesToUnlock() {
        return QTest::qWaitFor(
            [&] { return qobject_cast<ui::UnlockPage*>(desktop->window().gate()) != nullptr; },
            10000);
    }

    // Made when somebody goes to it.
    ui::SettingsPage* settings() {
        desktop->session()->showPage(QStringLiteral("settings"));
        return desktop->window().findChild<ui::SettingsPage*>();
    }
    void askForNewKey(const QString& next) { Q_EMIT settings()->newKeyAsked(passphrase, next); }

    ui::Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
    test::FakeClock clock;
    Result<guide::Guide, guide::GuideFault> guide = loadGuide();
    QTemporaryDir folder;
    Options options;
    QDBusConnection systemBus = QDBusConnection::systemBus();
    std::unique_ptr<Desktop> desktop;
};

} // namespace mend::desktop
