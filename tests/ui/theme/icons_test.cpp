#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QSet>
#include <gtest/gtest.h>

using namespace mend::ui;

namespace {

QList<IconName> everyIcon() {
    QList<IconName> result;
    for (int i = 0; i < iconCount; ++i)
        result << static_cast<IconName>(i);
    return result;
}

/// Pixels that are painted at all, and the colour of the strongest of them.
struct Ink {
    int pixels = 0;
    QColor color;
};

Ink inkOf(const QPixmap& pixmap) {
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    Ink ink;
    int strongest = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            ink.pixels += pixel.alpha() > 0 ? 1 : 0;
            if (pixel.alpha() > strongest) {
                strongest = pixel.alpha();
                ink.color = QColor(pixel.rgb());
            }
        }
    return ink;
}

bool alike(const QColor& a, const QColor& b) {
    constexpr int rounding = 3;
    return std::abs(a.red() - b.red()) <= rounding && std::abs(a.green() - b.green()) <= rounding &&
           std::abs(a.blue() - b.blue()) <= rounding;
}

} // namespace

TEST(Icons, EachHasItsOwnFile) {
    QSet<QString> files;
    for (const IconName name : everyIcon()) {
        EXPECT_TRUE(QFile::exists(QStringLiteral(":/icons/%1.svg").arg(iconFile(name))))
            << iconFile(name).toStdString();
        files << iconFile(name);
    }
    EXPECT_EQ(files.size(), iconCount);
}

TEST(Icons, EachIsOfTheFamily) {
    for (const IconName name : everyIcon()) {
        QFile file(QStringLiteral(":/icons/%1.svg").arg(iconFile(name)));
        ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << iconFile(name).toStdString();
        const QByteArray svg = file.readAll();
        EXPECT_TRUE(svg.contains("viewBox=\"0 0 24 24\"")) << iconFile(name).toStdString();
        EXPECT_TRUE(svg.contains("currentColor")) << iconFile(name).toStdString();
        EXPECT_TRUE(svg.contains("stroke-width=\"1.75\"")) << iconFile(name).toStdString();
        EXPECT_FALSE(svg.contains("#")) << iconFile(name).toStdString() << " has a fixed colour";
    }
}

TEST(Icons, EachIsDrawnInTheColourAskedFor) {
    const QColor color(0x4A, 0x5A, 0x9E);
    for (const IconName name : everyIcon()) {
        const Ink ink = inkOf(iconPixmap(name, color, 24));
        EXPECT_GT(ink.pixels, 10) << iconFile(name).toStdString();
        EXPECT_TRUE(alike(ink.color, color)) << iconFile(name).toStdString();
    }
}

TEST(Icons, AreCrispOnAScreenOfTwiceThePixels) {
    const QPixmap pixmap = iconPixmap(IconName::Today, Qt::black, 20, 2.0);
    EXPECT_EQ(pixmap.size(), QSize(40, 40));
    EXPECT_DOUBLE_EQ(pixmap.devicePixelRatio(), 2.0);
    const QPixmap engine = icon(IconName::Today, QColor(Qt::black)).pixmap(QSize(20, 20), 2.0);
    EXPECT_EQ(engine.size(), QSize(40, 40));
}

TEST(Icons, ATokensIconFollowsTheLook) {
    Theme theme(*qobject_cast<QApplication*>(QCoreApplication::instance()));
    const QIcon followed = icon(IconName::Lock, &Tokens::you);
    EXPECT_TRUE(alike(inkOf(followed.pixmap(24, 24)).color, tokens(Look::Light).you));
    theme.choose(LookChoice::Dark);
    EXPECT_TRUE(alike(inkOf(followed.pixmap(24, 24)).color, tokens(Look::Dark).you));
}

TEST(Icons, TheBowlIsThereInEverySizeADesktopAsksFor) {
    const QIcon bowl = appIcon();
    for (const int size : {16, 32, 48, 256}) {
        const QPixmap pixmap = bowl.pixmap(size, size);
        EXPECT_EQ(pixmap.width(), size);
        EXPECT_GT(inkOf(pixmap).pixels, size * size / 4);
    }
}
