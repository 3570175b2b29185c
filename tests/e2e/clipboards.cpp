// Another program on the same display. `clipboards`: says as JSON what it would get by pasting and
// by the middle button. `clipboards WORDS`: copies and selects WORDS, says "held", and stays.

#include <QClipboard>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <cstdio>

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (argc > 1) {
        const QString words = QString::fromUtf8(argv[1]);
        clipboard->setText(words, QClipboard::Clipboard);
        clipboard->setText(words, QClipboard::Selection);
        std::puts("held");
        std::fflush(stdout);
        return QGuiApplication::exec();
    }
    const QJsonObject pasted{{QStringLiteral("clipboard"), clipboard->text(QClipboard::Clipboard)},
                             {QStringLiteral("selection"), clipboard->text(QClipboard::Selection)}};
    std::puts(QJsonDocument(pasted).toJson(QJsonDocument::Compact).constData());
    return 0;
}
