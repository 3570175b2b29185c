#include "app/desktop/language.h"

#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QTranslator>

namespace mend::desktop {

namespace {

// The application keeps it; one that was installed before goes.
void install(QGuiApplication& app, const QString& name, const QLocale& locale, const QString& file,
             const QString& folder) {
    if (auto* before = app.findChild<QTranslator*>(name))
        delete before;
    auto* translator = new QTranslator(&app);
    translator->setObjectName(name);
    if (translator->load(locale, file, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
}

} // namespace

QString translationsFolder() {
    return QDir::cleanPath(QCoreApplication::applicationDirPath() +
                           QStringLiteral("/" MEND_TRANSLATIONS_FROM_PROGRAM));
}

QLocale::Language speak(QGuiApplication& app, const QLocale& locale, const QString& folder) {
    const QString ours = QStringLiteral("mendTranslator");
    install(app, ours, locale, QStringLiteral("mend"), folder);
    const auto* translator = app.findChild<QTranslator*>(ours);
    const QString spoken = translator->isEmpty() ? QString() : translator->language();
    // The words of dates go with those around them, and the rest with the country.
    const QLocale now = spoken.isEmpty() ? QLocale(QLocale::English, locale.territory()) : locale;
    if (spoken.isEmpty())
        install(app, ours, QLocale(QLocale::English), QStringLiteral("mend"),
                QStringLiteral(":/translations"));
    // Qt's own words: those of its file dialogue.
    install(app, QStringLiteral("qtTranslator"), now, QStringLiteral("qtbase"),
            QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    QLocale::setDefault(now);
    QGuiApplication::setLayoutDirection(now.textDirection());
    return now.language();
}

} // namespace mend::desktop
