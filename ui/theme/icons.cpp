#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QSvgRenderer>
#include <algorithm>
#include <array>
#include <optional>

namespace mend::ui {
namespace {

constexpr std::array<const char*, iconCount> files = {
    "today", "timeline", "commitments", "checklist", "journal", "partner", "settings", "safety",
    "hide",  "lock",     "search",      "add",       "close",   "check",   "back",     "next",
    "more",  "print",    "copy",        "eye",       "eye-off", "warning", "info"};

QByteArray source(IconName name) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(iconFile(name)));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("icon %s is not compiled in", files.at(static_cast<std::size_t>(name)));
        return {};
    }
    return file.readAll();
}

// Arrows point where reading goes.
bool isMirrored(IconName name) {
    return name == IconName::Back || name == IconName::Next;
}

class Engine : public QIconEngine {
public:
    Engine(IconName name, Tone tone) : m_name(name), m_tone(tone) {}
    Engine(IconName name, const QColor& color) : m_name(name), m_color(color) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const Tokens& t = tokensOf(nullptr);
        QColor color = m_color ? *m_color : t.*m_tone;
        if (mode == QIcon::Disabled)
            color = mix(t.surface, color, 0.45);
        paintIcon(*painter, rect, m_name, color);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }
    QIconEngine* clone() const override { return new Engine(*this); }
    bool isNull() override { return false; }

private:
    IconName m_name;
    Tone m_tone = nullptr;
    std::optional<QColor> m_color;
};

// Drawn in the sizes that are asked for; the largest take longest, and are rarely seen.
class AppEngine : public QIconEngine {
public:
    void paint(QPainter* painter, const QRect& rect, QIcon::Mode, QIcon::State) override {
        QSvgRenderer(QStringLiteral(":/icons/mend.svg")).render(painter, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }
    // Where the system takes a window's icon from the window: for its title, its lists, its bars.
    QList<QSize> availableSizes(QIcon::Mode, QIcon::State) override {
        return {{16, 16}, {24, 24}, {32, 32}, {48, 48}, {64, 64}};
    }
    QIconEngine* clone() const override { return new AppEngine(*this); }
    bool isNull() override { return false; }
};

} // namespace

QString iconFile(IconName name) {
    return QString::fromLatin1(files.at(static_cast<std::size_t>(name)));
}

QIcon icon(IconName name, const QColor& color) {
    return QIcon(new Engine(name, color));
}

QIcon icon(IconName name, Tone tone) {
    return QIcon(new Engine(name, tone));
}

void paintIcon(QPainter& painter, const QRectF& rect, IconName name, const QColor& color) {
    QByteArray svg = source(name);
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    const double side = std::min(rect.width(), rect.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(rect.center());
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (isMirrored(name) && QGuiApplication::isRightToLeft()) {
        painter.translate(2 * square.center().x(), 0);
        painter.scale(-1, 1);
    }
    renderer.render(&painter, square);
    painter.restore();
}

QPixmap iconPixmap(IconName name, const QColor& color, int size, double scale) {
    QPixmap result(qRound(size * scale), qRound(size * scale));
    result.setDevicePixelRatio(scale);
    result.fill(Qt::transparent);
    QPainter painter(&result);
    paintIcon(painter, QRectF(0, 0, size, size), name, color);
    return result;
}

QIcon appIcon() {
    return QIcon(new AppEngine);
}

} // namespace mend::ui
