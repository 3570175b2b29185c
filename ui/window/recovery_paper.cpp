#include "ui/window/recovery_paper.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMimeData>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>
#include <memory>

namespace mend::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecoveryPaper)
};

constexpr int titlePoints = 18;
constexpr int codePoints = 16;
constexpr int notePoints = 11;

// Qt's file dialogue keeps in its user's settings where it was, as a list that others can read.
// Here it has nowhere to.
void leaveNoTrace() {
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, QStringLiteral("/dev/null"));
}

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
    write(Words::tr("It opens Mend on the computer it was made on, and is as good as the "
                    "passphrase. Keep it where only you will find it."),
          notePoints);
}

} // namespace

void printRecoveryCode(QWidget* parent, const QString& code, KeptThen then) {
    leaveNoTrace();
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    // Printers and their queues show it to others, and remember it.
    printer->setDocName(Words::tr("Document"));
    auto* dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, dialog, [printer, code, then = std::move(then)] {
        paintPaper(*printer, code);
        then(Words::tr("Sent to the printer. Look whether the paper is there before you go on. "
                       "Printers can remember what they printed: where others use this one, write "
                       "the code down by hand."));
    });
    dialog->open();
}

QString copyRecoveryCode(const QString& code) {
    auto* data = new QMimeData;
    data->setText(code);
    // Keepers of a clipboard's history leave out what says so.
    data->setData(QStringLiteral("x-kde-passwordManagerHint"), QByteArrayLiteral("secret"));
    QGuiApplication::clipboard()->setMimeData(data);
    return Words::tr("Copied, until Mend locks or something else is copied. Put it where you keep "
                     "such things now: other programs can read the clipboard.");
}

bool writeRecoveryCode(const QString& path, const QString& code) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const QByteArray line = code.toUtf8() + '\n';
    return file.write(line) == line.size() && file.commit();
}

void saveRecoveryCode(QWidget* parent, const QString& code, KeptThen then) {
    const QString home = QStandardPaths::writableLocation(QStandardPaths::HomeLocation);
    leaveNoTrace();
    auto* dialog = new QFileDialog(parent, QStringLiteral("Mend"), home);
    dialog->setAccessibleName(Words::tr("Where shall it be kept?"));
    dialog->setOption(QFileDialog::DontUseNativeDialog); // those note what was saved last
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->selectFile(QStringLiteral("code.txt")); // the name tells nobody of what
    QObject::connect(
        dialog, &QFileDialog::fileSelected, dialog,
        [code, then = std::move(then)](const QString& path) {
            then(writeRecoveryCode(path, code)
                     ? Words::tr("Saved. That file is as good as your passphrase: whoever can open "
                                 "it can open Mend. A stick in a drawer is better than this "
                                 "computer.")
                     : Words::tr("It could not be written there. Nothing was saved. Choose "
                                 "another place."));
        });
    dialog->open();
}

} // namespace mend::ui
