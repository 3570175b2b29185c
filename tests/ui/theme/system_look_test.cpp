#include "ui/theme/system_look.h"

#include <QDBusVariant>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <gtest/gtest.h>

using namespace mend::ui;

namespace {

const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString scheme = QStringLiteral("color-scheme");
const QString desktop = QStringLiteral("org.gnome.desktop.interface");
const QString animations = QStringLiteral("enable-animations");

} // namespace

TEST(SystemLook, IsLightWithMotionUntilTheSystemAnswers) {
    const SystemLook system;
    EXPECT_EQ(system.look(), Look::Light);
    EXPECT_TRUE(system.motion());
}

TEST(SystemLook, TakesTheSchemeOfThePortal) {
    SystemLook system;
    QSignalSpy changed(&system, &SystemLook::changed);
    system.take(appearance, scheme, 1U);
    EXPECT_EQ(system.look(), Look::Dark);
    system.take(appearance, scheme, 0U); // no preference
    EXPECT_EQ(system.look(), Look::Light);
    system.take(appearance, scheme, 2U);
    EXPECT_EQ(system.look(), Look::Light);
    EXPECT_EQ(changed.count(), 2);
}

TEST(SystemLook, UnwrapsWhatThePortalWrapsTwice) {
    SystemLook system;
    const QVariant once = QVariant::fromValue(QDBusVariant(1U));
    system.take(appearance, scheme, QVariant::fromValue(QDBusVariant(once)));
    EXPECT_EQ(system.look(), Look::Dark);
}

TEST(SystemLook, TakesTheWishForNoMotion) {
    SystemLook system;
    QSignalSpy changed(&system, &SystemLook::changed);
    system.take(desktop, animations, false);
    EXPECT_FALSE(system.motion());
    system.take(desktop, animations, true);
    EXPECT_TRUE(system.motion());
    EXPECT_EQ(changed.count(), 2);
}

TEST(SystemLook, IgnoresSettingsItDoesNotKnow) {
    SystemLook system;
    QSignalSpy changed(&system, &SystemLook::changed);
    system.take(appearance, QStringLiteral("contrast"), 1U);
    system.take(QStringLiteral("org.example"), scheme, 1U);
    EXPECT_EQ(system.look(), Look::Light);
    EXPECT_EQ(changed.count(), 0);
}

TEST(SystemLook, DoesNotWaitForTheBus) {
    SystemLook system;
    QElapsedTimer timer;
    timer.start();
    system.start();
    EXPECT_LT(timer.elapsed(),
              1'000); // the patience in the background is twice as long
}
