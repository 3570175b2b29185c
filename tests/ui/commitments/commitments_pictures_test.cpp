// The page as pictures: in both looks, at both sizes, empty and full. Set MEND_TEST_PICTURES to a
// folder to keep them.

#include "samples.h"
#include "ui/pages/commitments/commitment_form.h"
#include "ui/pages/commitments/commitments_page.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QSet>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;

namespace {

// Before any page is made, so that each has its fonts from the start.
Theme& theme() {
    static Theme one(*qApp);
    return one;
}

void shoot(QWidget& widget, const QString& name) {
    for (const LookChoice look : {LookChoice::Light, LookChoice::Dark}) {
        theme().choose(look);
        QTest::qWait(5);
        const QImage image = widget.grab().toImage();
        QSet<QRgb> colours;
        for (int y = 0; y < image.height(); y += 3)
            for (int x = 0; x < image.width(); x += 3)
                colours.insert(image.pixel(x, y));
        EXPECT_GT(colours.size(), 10); // not a blank sheet
        if (const QString folder = qEnvironmentVariable("MEND_TEST_PICTURES"); !folder.isEmpty())
            image.save(QStringLiteral("%1/commitments-%2-%3.png")
                           .arg(folder, name,
                                look == LookChoice::Light ? QStringLiteral("light")
                                                          : QStringLiteral("dark")));
    }
    theme().choose(LookChoice::Light);
}

} // namespace

TEST(CommitmentsPictures, Full) {
    theme();
    CommitmentsPage page;
    page.setState(test::typicalState());
    page.findChild<QPushButton*>(QStringLiteral("commitmentsEnded"))->click();
    page.resize(916, 760);
    page.show();
    shoot(page, QStringLiteral("916"));
    page.resize(916, 2400);
    shoot(page, QStringLiteral("whole"));
    page.resize(664, 520);
    shoot(page, QStringLiteral("664"));
}

TEST(CommitmentsPictures, Empty) {
    theme();
    CommitmentsPage page;
    CommitmentsState state;
    state.today = test::sunday;
    page.setState(state);
    page.resize(916, 760);
    page.show();
    shoot(page, QStringLiteral("empty"));
}

TEST(CommitmentsPictures, TheForm) {
    theme();
    CommitmentForm form;
    form.setState(test::typicalState());
    form.startFrom(test::startOf("B9", QStringLiteral("Home when I said")));
    shoot(form, QStringLiteral("form"));
}

TEST(CommitmentsPictures, FromBeforeAndOver) {
    theme();
    CommitmentsState state = test::typicalState();
    CommitmentReading before = state.sections.mine[0];
    before.atHome = true;
    CommitmentReading over = before;
    over.id = test::idOf(7);
    over.state = CommitmentState::Ended;
    state.sections = {};
    state.sections.mine = {before};
    state.sections.ended = {over};
    CommitmentsPage page;
    page.setState(state);
    page.findChild<QPushButton*>(QStringLiteral("commitmentsEnded"))->click();
    page.resize(916, 760);
    page.show();
    shoot(page, QStringLiteral("before"));
    page.findChild<QPushButton*>(QStringLiteral("commitmentUnfold"))->click();
    page.resize(916, 1000);
    shoot(page, QStringLiteral("over"));
    CommitmentForm form;
    form.setState(state);
    form.startAgain(before);
    shoot(form, QStringLiteral("again"));
}
