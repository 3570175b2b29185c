#include "ui/widgets/fade.h"

#include <QPainter>
#include <QStyle>
#include <QVariantAnimation>

namespace mend::ui {

namespace {

int duration(const QWidget& host) {
    return host.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &host);
}

} // namespace

bool Fade::isWanted(const QWidget& host) {
    return host.isVisible() && duration(host) > 0;
}

Fade::Fade(QWidget& host, QPixmap before) : QWidget(&host), m_before(std::move(before)) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setGeometry(host.rect());
    auto* time = new QVariantAnimation(this);
    time->setStartValue(1.0);
    time->setEndValue(0.0);
    time->setDuration(duration(host));
    connect(time, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_opacity = value.toDouble();
        update();
    });
    connect(time, &QVariantAnimation::finished, this, &QObject::deleteLater);
    time->start();
    show();
    raise();
}

void Fade::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setOpacity(m_opacity);
    painter.drawPixmap(0, 0, m_before);
}

} // namespace mend::ui
