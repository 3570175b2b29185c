#include "ui/theme/type.h"

#include <QFontDatabase>
#include <QStringList>
#include <algorithm>

namespace mend::ui {
namespace {

struct Size {
    int pixels;
    QFont::Weight weight;
};

Size sizeOf(TextRole role) {
    switch (role) {
    case TextRole::Page:
        return {28, QFont::DemiBold};
    case TextRole::Section:
        return {20, QFont::DemiBold};
    case TextRole::Card:
        return {16, QFont::DemiBold};
    case TextRole::Body:
        return {14, QFont::Normal};
    case TextRole::BodyStrong:
        return {14, QFont::DemiBold};
    case TextRole::Caption:
        return {12, QFont::Medium};
    }
    return {14, QFont::Normal};
}

bool hasInter() {
    static const bool found = QFontDatabase::hasFamily(QStringLiteral("Inter"));
    return found;
}

} // namespace

double lineHeight(TextRole role) {
    switch (role) {
    case TextRole::Page:
    case TextRole::Section:
    case TextRole::Card:
        return 1.25;
    default:
        return 1.5;
    }
}

double textScale(const QFont& systemFont) {
    // Desktops ship 9, 10 or 11 pt; only what is larger is somebody's wish for larger text.
    constexpr double usual = 11.0;
    const double points = systemFont.pointSizeF();
    return points <= usual ? 1.0 : std::min(points / 10.0, 2.0);
}

QFont font(TextRole role) {
    const QFont system = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    QFont result = system;
    if (hasInter())
        result.setFamilies(QStringList{QStringLiteral("Inter"), system.family()});
    const Size size = sizeOf(role);
    result.setPixelSize(qRound(size.pixels * textScale(system)));
    result.setWeight(size.weight);
    return result;
}

} // namespace mend::ui
