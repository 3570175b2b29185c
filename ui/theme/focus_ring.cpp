#include "ui/theme/focus_ring.h"

#include <QApplication>
#include <QEvent>
#include <QFocusFrame>
#include <QVariant>

namespace mend::ui {

namespace {
constexpr const char* ownFocus = "mendOwnFocus";
}

void setPaintsOwnFocus(QWidget* widget) {
    widget->setProperty(ownFocus, true);
}

FocusRing::FocusRing(QObject* parent) : QObject(parent) {
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this,
            [this](QWidget*, QWidget* focus) { follow(focus); });
}

FocusRing::~FocusRing() {
    delete m_frame;
}

QWidget* FocusRing::wearer() const {
    return m_frame ? m_frame->widget() : nullptr;
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::Shortcut:
        m_byKeyboard = true;
        break;
    case QEvent::MouseButtonPress:
    case QEvent::TouchBegin:
        m_byKeyboard = false;
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void FocusRing::follow(QWidget* focus) {
    const bool wears = focus && m_byKeyboard && !focus->isWindow() &&
                       !focus->property(ownFocus).toBool() &&
                       !focus->inherits("QAbstractItemView") && !focus->inherits("QTabBar") &&
                       !focus->inherits("QMenu");
    if (!wears) {
        if (m_frame)
            m_frame->setWidget(nullptr);
        return;
    }
    // The frame is a child of a window and dies with it.
    if (!m_frame)
        m_frame = new QFocusFrame;
    m_frame->setWidget(focus);
}

} // namespace mend::ui
