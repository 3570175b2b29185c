#pragma once
// Frozen bytes of the protocol: tests/vectors/sync/<name>.txt, lines of "name value …".

#include <QByteArray>
#include <QFile>
#include <QMap>

namespace mend::test {

inline QMap<QByteArray, QByteArrayList> syncVectors(const char* name) {
    QMap<QByteArray, QByteArrayList> lines;
    QFile file(
        QStringLiteral(MEND_SOURCE_DIR "/tests/vectors/sync/%1.txt").arg(QLatin1String(name)));
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    for (const QByteArray& line : file.readAll().split('\n')) {
        QByteArrayList words = line.simplified().split(' ');
        if (words.size() > 1 && !line.startsWith('#'))
            lines.insert(words.takeFirst(), words);
    }
    return lines;
}

} // namespace mend::test
