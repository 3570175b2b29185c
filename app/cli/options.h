#pragma once
// Short ways to write command tables.

#include <QCommandLineOption>
#include <QString>

namespace mend::cli {

inline QCommandLineOption flag(const char* name) {
    return QCommandLineOption(QString::fromLatin1(name));
}
// May be given more than once where the command reads values().
inline QCommandLineOption valued(const char* name, const char* value) {
    return QCommandLineOption(QString::fromLatin1(name), {}, QString::fromLatin1(value));
}

} // namespace mend::cli
