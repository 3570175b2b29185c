#pragma once
// The language that Mend speaks: a translation that is compiled in, else English.

#include <QLocale>

class QGuiApplication;

namespace mend::desktop {

/// Speaks as `locale` does where there is a translation for it; else English, also in its dates.
/// What was spoken before is forgotten. Returns the language that is spoken.
QLocale::Language speak(QGuiApplication& app, const QLocale& locale);

} // namespace mend::desktop
