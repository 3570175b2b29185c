#include "ui/widgets/undo_bar.h"

#include "ui/theme/control_painter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wrap_label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <algorithm>

namespace mend::ui {

UndoBar::UndoBar(QWidget* parent)
    : Notice(parent), m_text(new WrapLabel({}, TextRole::Body, this)),
      m_undo(new QPushButton(tr("Undo"), this)) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(space::two, space::one, space::one, space::one);
    line->setSpacing(space::two);
    line->addWidget(m_text, 1);
    line->addWidget(m_undo);
    m_undo->setObjectName(QStringLiteral("undo"));
    m_undo->installEventFilter(this);
    m_timer.setSingleShot(true);
    connect(m_undo, &QPushButton::clicked, this, [this] { close(true); });
    connect(&m_timer, &QTimer::timeout, this, [this] { close(false); });
    hide();
}

void UndoBar::offer(const QString& text, int milliseconds) {
    expire();
    m_text->setText(text);
    m_undo->setAccessibleName(tr("Undo: %1").arg(text));
    m_open = true;
    m_left = milliseconds;
    m_timer.start(milliseconds);
    say(text);
    pauseOrGoOn();
}

void UndoBar::expire() {
    if (m_open)
        close(false);
}

void UndoBar::close(bool undo) {
    m_timer.stop();
    m_open = false;
    hide();
    if (undo)
        Q_EMIT undone();
    else
        Q_EMIT expired();
}

bool UndoBar::event(QEvent* event) {
    const bool result = Notice::event(event);
    switch (event->type()) {
    case QEvent::Enter:
    case QEvent::Leave:
    case QEvent::Show:
    case QEvent::Hide: // with its page: nobody is at it any more
        pauseOrGoOn();
        break;
    default:
        break;
    }
    return result;
}

bool UndoBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        QMetaObject::invokeMethod(this, &UndoBar::pauseOrGoOn, Qt::QueuedConnection);
    return Notice::eventFilter(watched, event);
}

void UndoBar::pauseOrGoOn() {
    if (!m_open)
        return;
    const bool pause = isVisible() && (underMouse() || m_undo->hasFocus());
    if (pause && m_timer.isActive()) {
        m_left = std::max(1, m_timer.remainingTime());
        m_timer.stop();
    } else if (!pause && !m_timer.isActive()) {
        m_timer.start(m_left);
    }
}

void UndoBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    paintBox(painter, rect(), radius::control, t.youSoft, t.line);
}

} // namespace mend::ui
