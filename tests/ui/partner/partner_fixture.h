#pragma once
// The page Partner, and states as a workspace gives them.

#include "ui/pages/partner/partner_page.h"

#include "tests/support/page_picture.h"
#include "tests/support/page_walk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mend::test {

class PartnerPageTest : public testing::Test {
protected:
    PartnerPageTest() {
        page.resize(1100, 760);
        page.show();
    }
    template <class T = QPushButton>
    T* part(const char* name) {
        return page.findChild<T*>(QLatin1String(name));
    }
    bool isShown(const char* name) { return part<QWidget>(name)->isVisible(); }
    void press(const char* name) { QTest::keyClick(part<QPushButton>(name), Qt::Key_Space); }
    QString words(const char* name) { return part<QLabel>(name)->text(); }

    static PartnerReading sam(std::optional<Role> role = Role::Hurt) {
        return {QStringLiteral("Sam"),       role, Relation::Partner,
                QStringLiteral("3f2a 91c0"), true, false};
    }
    static ui::PartnerState alone() {
        ui::PartnerState state;
        state.myRole = Role::Betrayer;
        return state;
    }
    static ui::PartnerState pairing(PairingReading::Phase phase) {
        ui::PartnerState state = alone();
        state.pairing.phase = phase;
        return state;
    }
    static ui::PartnerState paired(SyncReading::Phase phase = SyncReading::Phase::InStep) {
        ui::PartnerState state = alone();
        state.partner = sam();
        state.sync.phase = phase;
        state.sharing = QStringLiteral("Both computers hold the same.");
        return state;
    }

    ui::Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
    ui::PartnerPage page;
};

} // namespace mend::test
