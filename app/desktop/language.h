#pragma once
// The language that Mend speaks: a translation that was installed with it, else English.

#include <QLocale>
#include <QString>

class QGuiApplication;

namespace mend::desktop {

/// Where the translations lie that were installed with this program.
QString translationsFolder();

/// Speaks as `locale` does where `folder` has a translation for it (mend_LOCALE.qm); else English,
/// which is compiled in, also in its dates. What was spoken before is forgotten. Returns the
/// language that is spoken.
QLocale::Language speak(QGuiApplication& app, const QLocale& locale, const QString& folder);

} // namespace mend::desktop
