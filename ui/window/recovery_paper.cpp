#include "ui/window/recovery_paper.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QStandardPaths>

namespace mend::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecoveryPaper)
};

constexpr int titlePoints = 18;
constexpr int codePoints = 16;
constexpr int notePoints = 11;

// Says what it is, not whose.
void paintPaper(QPrinter& printer, const QString& code) {
    QPainter painter(&printer);
    QRectF page = printer.pageRect(QPrinter::DevicePixel);
    const auto write = [&](const QString& text, int points, const QString& family = {}) {
        QFont font = painter.font();
        font.setPointSize(points);
        if (!family.isEmpty())
            font.setFamily(family);
        painter.setFont(font);
        QRectF used;
        painter.drawText(page, int(Qt::AlignLeft) | int(Qt::TextWordWrap), text, &used);
        page.setTop(used.bottom() + used.height() / 2 + painter.fontMetrics().lineSpacing());
    };
    write(Words::tr("Recovery code"), titlePoints);
    write(code, codePoints, QStringLiteral("monospace"));
    write(
        Words::tr("It opens Mend on the computer it was made on when the passphrase is lost. Keep "
                  "it where only you will find it."),
        notePoints);
}

} // namespace

QString printRecoveryCode(QWidget* parent, const QString& code) {
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(QStringLiteral("Mend"));
    QPrintDialog dialog(&printer, parent);
    if (dialog.exec() != QDialog::Accepted)
        return {};
    paintPaper(printer, code);
    return Words::tr("Sent to the printer. Look whether the paper is there before you go on.");
}

QString copyRecoveryCode(const QString& code) {
    QGuiApplication::clipboard()->setText(code);
    return Words::tr("Copied. Put it where you keep such things, then copy something else over it: "
                     "other programs can read the clipboard.");
}

bool writeRecoveryCode(const QString& path, const QString& code) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray line = code.toUtf8() + '\n';
    return file.write(line) == line.size() && file.commit();
}

QString saveRecoveryCode(QWidget* parent, const QString& code) {
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    const QString path = QFileDialog::getSaveFileName(parent, Words::tr("Where shall it be kept?"),
                                                      home + QStringLiteral("/recovery-code.txt"));
    if (path.isEmpty())
        return {};
    return writeRecoveryCode(path, code)
               ? Words::tr(
                     "Saved. Whoever can open that file can open Mend; a stick in a drawer is "
                     "better than this computer.")
               : Words::tr(
                     "It could not be written there. Nothing was saved. Choose another place.");
}

} // namespace mend::ui
