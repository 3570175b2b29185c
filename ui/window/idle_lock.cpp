#include "ui/window/idle_lock.h"

#include <QCoreApplication>
#include <QEvent>

namespace mend::ui {

namespace {

bool isInput(QEvent::Type type) {
    switch (type) {
    // Every key begins as this one. As a press it may never come here: a screen reader that reads
    // with the keyboard takes its keys for itself.
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::InputMethod:
        return true;
    default:
        return false;
    }
}

} // namespace

IdleLock::IdleLock(QObject* parent) : QObject(parent) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::idle);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleLock::setTime(std::chrono::milliseconds time) {
    const bool running = m_timer.isActive();
    m_timer.setInterval(time);
    if (time.count() <= 0)
        m_timer.stop();
    else if (running)
        m_timer.start();
}

void IdleLock::start() {
    if (m_timer.interval() > 0)
        m_timer.start();
}

void IdleLock::stop() {
    m_timer.stop();
}

void IdleLock::used() {
    if (m_timer.isActive())
        m_timer.start();
}

bool IdleLock::eventFilter(QObject* watched, QEvent* event) {
    if (isInput(event->type()))
        used();
    return QObject::eventFilter(watched, event);
}

} // namespace mend::ui
