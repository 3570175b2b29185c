#include "ui/theme/system_look.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QStyleHints>

namespace mend::ui {
namespace {

// Names of the portal: xdg-desktop-portal, org.freedesktop.portal.Settings.
const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString settings = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colorScheme = QStringLiteral("color-scheme");
const QString gnome = QStringLiteral("org.gnome.desktop.interface");
const QString animations = QStringLiteral("enable-animations");
constexpr unsigned prefersDark = 1;
constexpr int patience = 2'000; // Milliseconds; the answer is only waited for in the background.

// Read() wraps its value in a variant once more than the specification meant it to.
QVariant unwrapped(QVariant value) {
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

SystemLook::SystemLook(QObject* parent) : QObject(parent) {}

void SystemLook::start() {
    followStyleHints();
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(service, path, settings, QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask(appearance, colorScheme);
    ask(gnome, animations);
}

void SystemLook::ask(const QString& group, const QString& key) {
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, path, settings, QStringLiteral("Read"));
    call << group << key;
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this, group, key](QDBusPendingCallWatcher* done) {
                const QDBusPendingReply<QDBusVariant> reply = *done;
                if (reply.isValid())
                    take(group, key, reply.value().variant());
                done->deleteLater();
            });
}

void SystemLook::onSettingChanged(const QString& group, const QString& key,
                                  const QDBusVariant& value) {
    take(group, key, value.variant());
}

void SystemLook::take(const QString& group, const QString& key, const QVariant& value) {
    const QVariant plain = unwrapped(value);
    if (group == appearance && key == colorScheme)
        setLook(plain.toUInt() == prefersDark ? Look::Dark : Look::Light);
    else if (group == gnome && key == animations)
        setMotion(plain.toBool());
}

void SystemLook::followStyleHints() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto read = [this](Qt::ColorScheme scheme) {
        if (scheme != Qt::ColorScheme::Unknown)
            setLook(scheme == Qt::ColorScheme::Dark ? Look::Dark : Look::Light);
    };
    QStyleHints* hints = QGuiApplication::styleHints();
    connect(hints, &QStyleHints::colorSchemeChanged, this, read);
    read(hints->colorScheme());
#endif
}

void SystemLook::setLook(Look look) {
    if (look == m_look)
        return;
    m_look = look;
    Q_EMIT changed();
}

void SystemLook::setMotion(bool motion) {
    if (motion == m_motion)
        return;
    m_motion = motion;
    Q_EMIT changed();
}

} // namespace mend::ui
