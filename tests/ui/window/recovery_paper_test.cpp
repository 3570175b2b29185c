#include "ui/window/recovery_paper.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMimeData>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QSettings>
#include <QTemporaryDir>
#include <QWidget>
#include <gtest/gtest.h>
#include <memory>

using namespace mend::ui;

TEST(RecoveryPaper, AFileIsItsOwnersAlone) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("code.txt"));
    ASSERT_TRUE(writeRecoveryCode(path, QStringLiteral("ABCD-EFGH")));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), QByteArrayLiteral("ABCD-EFGH\n"));
    EXPECT_FALSE(file.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther));
}

TEST(RecoveryPaper, SaysWhenAFileCannotBeWritten) {
    const QTemporaryDir folder;
    EXPECT_FALSE(writeRecoveryCode(folder.filePath(QStringLiteral("absent/code.txt")),
                                   QStringLiteral("ABCD")));
}

TEST(RecoveryPaper, CopiesAndWarnsOfTheClipboard) {
    EXPECT_TRUE(copyRecoveryCode(QStringLiteral("ABCD")).contains(QStringLiteral("clipboard")));
    EXPECT_EQ(QGuiApplication::clipboard()->text(), QStringLiteral("ABCD"));
}

TEST(RecoveryPaper, IsSavedWhereThePersonSays) {
    const QTemporaryDir folder;
    QWidget page;
    page.show();
    QString said;
    saveRecoveryCode(&page, QStringLiteral("ABCD"), [&](const QString& words) { said = words; });
    auto* dialog = page.findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(said.isEmpty()) << "it waits for nobody";
    dialog->setDirectory(folder.path());
    dialog->selectFile(QStringLiteral("code.txt"));
    static_cast<QDialog*>(dialog)->accept();
    EXPECT_TRUE(said.contains(QStringLiteral("Saved.")));
    EXPECT_TRUE(QFileInfo::exists(folder.filePath(QStringLiteral("code.txt"))));
}

// Mend locks while a dialogue is open.
TEST(RecoveryPaper, ADialogueGoesWithItsPage) {
    bool told = false;
    const auto then = [&](const QString&) { told = true; };
    auto page = std::make_unique<QWidget>();
    page->show();
    saveRecoveryCode(page.get(), QStringLiteral("ABCD"), then);
    printRecoveryCode(page.get(), QStringLiteral("ABCD"), then);
    const QPointer<QDialog> save(page->findChild<QFileDialog*>());
    const QPointer<QDialog> print(page->findChild<QPrintDialog*>());
    ASSERT_TRUE(save && print);
    page.reset();
    QCoreApplication::processEvents();
    EXPECT_TRUE(save.isNull() && print.isNull());
    EXPECT_FALSE(told);
}

// A file's name and a printer's list are read by others.
TEST(RecoveryPaper, NamesTellNobodyWhatItIs) {
    QWidget page;
    page.show();
    saveRecoveryCode(&page, QStringLiteral("ABCD"), [](const QString&) {});
    printRecoveryCode(&page, QStringLiteral("ABCD"), [](const QString&) {});
    QString names = page.findChild<QPrintDialog*>()->printer()->docName();
    for (const QString& path : page.findChild<QFileDialog*>()->selectedFiles())
        names += u' ' + QFileInfo(path).fileName();
    for (const char* word : {"Mend", "recovery", "passphrase"})
        EXPECT_FALSE(names.contains(QLatin1String(word), Qt::CaseInsensitive))
            << names.toStdString();
}

TEST(RecoveryPaper, ACodeInAFileIsAsGoodAsThePassphrase) {
    const QTemporaryDir folder;
    QWidget page;
    page.show();
    QString said;
    saveRecoveryCode(&page, QStringLiteral("ABCD"), [&](const QString& words) { said = words; });
    auto* dialog = page.findChild<QFileDialog*>();
    dialog->setDirectory(folder.path());
    static_cast<QDialog*>(dialog)->accept();
    EXPECT_TRUE(said.contains(QStringLiteral("as good as your passphrase")));
}

// Where it was saved is nobody else's to read.
TEST(RecoveryPaper, ADialogueLeavesNoTraceOutsideAndNoWordsInTheTaskBar) {
    auto page = std::make_unique<QWidget>();
    page->show();
    saveRecoveryCode(page.get(), QStringLiteral("ABCD"), [](const QString&) {});
    const auto* dialog = page->findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_EQ(dialog->windowTitle(), QStringLiteral("Mend"));
    EXPECT_TRUE(dialog->testOption(QFileDialog::DontUseNativeDialog));
    page.reset();
    const QSettings kept(QSettings::UserScope, QStringLiteral("QtProject"));
    EXPECT_FALSE(QFileInfo::exists(kept.fileName())) << kept.fileName().toStdString();
}

TEST(RecoveryPaper, KeepersOfTheClipboardAreAskedToLeaveItOut) {
    (void)copyRecoveryCode(QStringLiteral("ABCD"));
    EXPECT_EQ(
        QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("x-kde-passwordManagerHint")),
        QByteArrayLiteral("secret"));
}
