#include "ui/widgets/strength_meter.h"

#include "ui/theme/control_painter.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/secret_field.h"

#include <QFontMetrics>
#include <QPainter>
#include <QStyle>
#include <algorithm>
#include <array>
#include <zxcvbn.h>

namespace mend::ui {
namespace {

constexpr qsizetype looksAt = 100; // Characters.
constexpr int bars = 4;
constexpr int barHeight = 6;  // Pixels.
constexpr int goodEnough = 2; // Of zxcvbn's 0 to 4: not guessed within hours.

int wordsHeight() {
    return QFontMetrics(ui::font(TextRole::Caption)).height();
}

} // namespace

int passphraseScore(QStringView passphrase) {
    QByteArray looked = passphrase.left(looksAt).toUtf8();
    const double bits = ZxcvbnMatch(looked.constData(), nullptr, nullptr);
    looked.fill('\0');
    // The steps of zxcvbn's own score, in bits: 10^3, 10^6, 10^8 and 10^10 guesses.
    constexpr std::array<double, 4> steps = {9.97, 19.93, 26.58, 33.22};
    return int(
        std::count_if(steps.begin(), steps.end(), [bits](double step) { return bits >= step; }));
}

StrengthMeter::StrengthMeter(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("How hard it is to guess"));
}

void StrengthMeter::setPassphrase(QStringView passphrase) {
    m_empty = passphrase.isEmpty();
    m_score = m_empty ? 0 : passphraseScore(passphrase);
    setAccessibleDescription(words());
    update();
}

QString StrengthMeter::words() const {
    if (m_empty)
        return {};
    switch (m_score) {
    case 0:
        return tr("Guessed at once.");
    case 1:
        return tr("Easy to guess. A few more words help.");
    case 2:
        return tr("Could be guessed with some effort.");
    case 3:
        return tr("Hard to guess.");
    default:
        return tr("Very hard to guess.");
    }
}

QString newPassphraseHint(const SecretField& passphrase, const SecretField& again,
                          const StrengthMeter& meter) {
    if (!again.isEmpty() && again.text() != passphrase.text())
        return StrengthMeter::tr("The two aren’t the same yet.");
    if (!passphrase.isEmpty() && meter.score() < goodEnough)
        return StrengthMeter::tr("This could be guessed. You may use it; a longer one is safer.");
    return {};
}

QSize StrengthMeter::sizeHint() const {
    return {200, barHeight + space::half + wordsHeight()};
}

void StrengthMeter::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    const double width = (this->width() - (bars - 1) * double(space::half)) / bars;
    const int filled = m_empty ? 0 : std::max(1, m_score);
    for (int i = 0; i < bars; ++i) {
        const int place = layoutDirection() == Qt::RightToLeft ? bars - 1 - i : i;
        const QRectF bar(place * (width + space::half), 0, width, barHeight);
        paintBox(painter, bar, barHeight / 2.0, i < filled ? t.gold : mix(t.surface, t.ink, 0.1),
                 {});
    }
    const QRect line(0, barHeight + space::half, this->width(), wordsHeight());
    painter.setFont(ui::font(TextRole::Caption));
    painter.setPen(t.inkSoft);
    const QString shown = painter.fontMetrics().elidedText(words(), Qt::ElideRight, this->width());
    painter.drawText(
        line, int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter),
        shown);
}

} // namespace mend::ui
