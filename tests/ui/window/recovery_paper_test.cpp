#include "ui/window/recovery_paper.h"

#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QTemporaryDir>
#include <gtest/gtest.h>

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
