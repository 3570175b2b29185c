// Boxes that ask or tell something in front of a dialogue go before Mend locks.

#include "tests/app/desktop/desktop_fixture.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QEventLoop>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPrintDialog>
#include <QPushButton>
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

// Somebody presses a button of the dialogue, and Mend locks over the box that this brings up.
void lockOverTheBoxOf(QDialog& dialogue, QDialogButtonBox::StandardButton button,
                      Desktop& desktop) {
    auto* pressed = dialogue.findChild<QDialogButtonBox*>()->button(button);
    QTimer::singleShot(0, pressed, [pressed] { pressed->click(); });
    bool stood = false;
    bool stayed = false;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &desktop, [&] {
        if (!qobject_cast<QMessageBox*>(QApplication::activeModalWidget()))
            return;
        look.stop();
        stood = true;
        desktop.lock();
        stayed = desktop.session() != nullptr;
    });
    look.start(10);
    ASSERT_TRUE(runUntilLocked(desktop));
    EXPECT_TRUE(stood);
    EXPECT_TRUE(stayed) << "nothing goes while it stands there";
}

struct Kept {
    explicit Kept(const QString& path) : file(path) {
        EXPECT_TRUE(file.open(QIODevice::ReadWrite));
        file.write("before");
        file.flush();
    }
    QByteArray words() {
        file.seek(0);
        return file.readAll();
    }
    QFile file;
};

} // namespace

// Qt's file dialogue asks it on the stack, as a child of what goes with the lock.
TEST_F(DesktopTest, AQuestionInFrontIsAnsweredWithNoBeforeMendLocks) {
    make();
    start();
    ASSERT_TRUE(unlock());
    Kept there(folder.filePath(QStringLiteral("code.txt")));
    Q_EMIT settings()->saveCodeAsked(QStringLiteral("ABCD"));
    auto* dialogue = desktop->window().findChild<QFileDialog*>();
    ASSERT_NE(dialogue, nullptr);
    dialogue->setDirectory(folder.path());
    dialogue->selectFile(QStringLiteral("code.txt"));
    lockOverTheBoxOf(*dialogue, QDialogButtonBox::Save, *desktop);
    EXPECT_EQ(there.words(), QByteArrayLiteral("before"));
}

// So does its print dialogue: whether a file is to be overwritten, and why it can't be.
TEST_F(DesktopTest, ABoxOfThePrintersIsClosedBeforeMendLocks) {
    make();
    start();
    Kept there(folder.filePath(QStringLiteral("code.pdf")));
    for (const QString& path : {there.file.fileName(), folder.path()}) {
        ASSERT_TRUE(unlock());
        Q_EMIT settings()->printCodeAsked(QStringLiteral("ABCD"));
        auto* dialogue = desktop->window().findChild<QPrintDialog*>();
        ASSERT_NE(dialogue, nullptr);
        auto* printers = dialogue->findChild<QComboBox*>(QStringLiteral("printers"));
        auto* file = dialogue->findChild<QLineEdit*>(QStringLiteral("filename"));
        ASSERT_TRUE(printers && file);
        printers->setCurrentIndex(printers->findText(QStringLiteral("PDF"), Qt::MatchContains));
        ASSERT_TRUE(file->isEnabled());
        file->setText(path);
        lockOverTheBoxOf(*dialogue, QDialogButtonBox::Ok, *desktop);
        ASSERT_FALSE(HasFatalFailure());
    }
    EXPECT_EQ(there.words(), QByteArrayLiteral("before"));
}
