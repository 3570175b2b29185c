#pragma once
// A test in Mend's own style, light unless it says otherwise.

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QImage>
#include <QWidget>
#include <gtest/gtest.h>

namespace mend::test {

class ThemedTest : public testing::Test {
protected:
    ui::Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
};

/// What the accessibility bus hears of a widget.
inline QAccessibleInterface* heard(QWidget* widget) {
    return QAccessible::queryAccessibleInterface(widget);
}

inline bool shows(const QImage& image, const QColor& color) {
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == color)
                return true;
    return false;
}

} // namespace mend::test
