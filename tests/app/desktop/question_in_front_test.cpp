// Boxes that ask or tell something in front of a dialogue go before Mend locks.

#include "tests/app/desktop/desktop_fixture.h"

#include <QDialog>
#include <QEventLoop>
#include <QFile>
#include <QFileDialog>
#include <QMessageBox>
#include <QTimer>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::desktop;

namespace {

// As QCoreApplication::exec() does, until Mend is locked.
bool runUntilLocked(Desktop& desktop) {
    QEventLoop program;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &program, [&] {
        if (!desktop.session())
            program.quit();
    });
    look.start(10);
    QTimer::singleShot(10000, &program, &QEventLoop::quit);
    program.exec();
    return desktop.session() == nullptr;
}

} // namespace

// Qt's file dialogue asks it on the stack, as a child of what goes with the lock.
TEST_F(DesktopTest, AQuestionInFrontIsAnsweredWithNoBeforeMendLocks) {
    make();
    start();
    ASSERT_TRUE(unlock());
    QFile there(folder.filePath(QStringLiteral("code.txt")));
    ASSERT_TRUE(there.open(QIODevice::ReadWrite));
    there.write("before");
    there.flush();
    Q_EMIT settings()->saveCodeAsked(QStringLiteral("ABCD"));
    auto* dialogue = desktop->window().findChild<QFileDialog*>();
    ASSERT_NE(dialogue, nullptr);
    dialogue->setDirectory(folder.path());
    dialogue->selectFile(QStringLiteral("code.txt"));
    QTimer::singleShot(0, dialogue, [&] { static_cast<QDialog*>(dialogue)->accept(); });
    bool asked = false;
    bool stood = false;
    QTimer::singleShot(100, desktop.get(), [&] {
        asked = qobject_cast<QMessageBox*>(QApplication::activeModalWidget()) != nullptr;
        desktop->lock();
        stood = desktop->session() != nullptr;
    });
    EXPECT_TRUE(runUntilLocked(*desktop));
    EXPECT_TRUE(asked);
    EXPECT_TRUE(stood) << "nothing goes while it is asked";
    there.seek(0);
    EXPECT_EQ(there.readAll(), QByteArrayLiteral("before"));
}
