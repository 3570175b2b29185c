#include "ui/widgets/person_badge.h"

#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QTextBoundaryFinder>
#include <algorithm>

namespace mend::ui {
namespace {

constexpr int disc = 24;        // Pixels.
constexpr int widestName = 280; // Pixels; longer names are elided.

/// The first letter as people see it, which may be more than one code point.
QString initialOf(const QString& name) {
    const QString trimmed = name.trimmed();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, trimmed);
    const qsizetype end = finder.toNextBoundary();
    return end > 0 ? QLocale().toUpper(trimmed.left(end)) : QString();
}

} // namespace

PersonBadge::PersonBadge(const QString& name, Person person, QWidget* parent)
    : QLabel(parent), m_person(person) {
    setTextFormat(Qt::PlainText);
    setFont(ui::font(TextRole::BodyStrong));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setPerson(name, person);
}

void PersonBadge::setPerson(const QString& name, Person person) {
    m_person = person;
    setText(name);
    updateGeometry();
    update();
}

QSize PersonBadge::sizeHint() const {
    const QFontMetrics metrics(font());
    const int name = std::min(widestName, metrics.horizontalAdvance(text()) + 1);
    return {disc + space::one + name, std::max(disc, metrics.height())};
}

void PersonBadge::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokensOf(this);
    const QRect place =
        QStyle::visualRect(layoutDirection(), rect(), QRect(0, (height() - disc) / 2, disc, disc));
    painter.setPen(Qt::NoPen);
    painter.setBrush(hue(t, m_person));
    painter.drawEllipse(place);
    painter.setFont(ui::font(TextRole::Caption));
    painter.setPen(t.onYou);
    painter.drawText(place, Qt::AlignCenter, initialOf(text()));
    const QRect line =
        QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(disc + space::one, 0, 0, 0));
    painter.setFont(font());
    painter.setPen(t.ink);
    painter.drawText(
        line,
        int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter) |
            Qt::TextSingleLine,
        painter.fontMetrics().elidedText(text(), Qt::ElideRight, line.width()));
}

} // namespace mend::ui
