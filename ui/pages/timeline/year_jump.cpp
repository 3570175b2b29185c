#include "ui/pages/timeline/year_jump.h"

#include "ui/theme/icons.h"
#include "ui/widgets/year_strip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QToolButton>
#include <algorithm>

namespace mend::ui {
namespace {

constexpr int yearStep = 52 * 7; // Days. Whole weeks, so that columns stay weeks.

QToolButton* buttonOf(QWidget* parent, IconName name, const QString& text, const char* object) {
    auto* button = new QToolButton(parent);
    button->setObjectName(QLatin1String(object));
    button->setIcon(icon(name));
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setAutoRaise(true);
    return button;
}

} // namespace

YearJump::YearJump(QWidget* parent)
    : QWidget(parent), m_strip(new YearStrip(this)),
      m_earlier(buttonOf(this, IconName::Back, tr("The year before"), "yearBefore")),
      m_later(buttonOf(this, IconName::Next, tr("The year after"), "yearAfter")) {
    m_strip->setObjectName(QStringLiteral("yearStrip"));
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_earlier);
    m_strip->setMaximumWidth(m_strip->sizeHint().width());
    m_strip->installEventFilter(this);
    line->addWidget(m_strip, 1000);
    line->addWidget(m_later);
    line->addStretch(1);
    connect(m_strip, &YearStrip::daySelected, this, [this](const QDate& date) {
        if (const auto day = Day::fromDate(date))
            Q_EMIT daySelected(*day);
    });
    connect(m_earlier, &QToolButton::clicked, this, [this] { show(m_lastShown.plus(-yearStep)); });
    connect(m_later, &QToolButton::clicked, this, [this] { show(m_lastShown.plus(yearStep)); });
}

void YearJump::setRange(Day first, Day today) {
    m_first = first;
    if (m_today == today) {
        updateButtons();
        return;
    }
    m_today = today;
    show(today);
}

void YearJump::setDays(const QSet<QDate>& days) {
    m_strip->setDays(days);
}

void YearJump::setCurrent(const QDate& date) {
    const auto day = Day::fromDate(date);
    if (!day)
        return;
    if (*day < firstShown() || *day > m_lastShown) {
        const int years = (m_today.daysSince(*day)) / yearStep;
        show(m_today.plus(-std::max(0, years) * yearStep));
    }
    m_strip->setCurrent(date);
}

// How many weeks are shown, and so whether there are others, depends on the room there is.
bool YearJump::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_strip && event->type() == QEvent::Resize)
        updateButtons();
    return QWidget::eventFilter(watched, event);
}

Day YearJump::firstShown() const {
    return Day::fromDate(m_strip->firstDay()).value_or(m_lastShown);
}

void YearJump::show(Day last) {
    m_lastShown = std::min(last, m_today);
    m_strip->setLastDay(m_lastShown.date());
    updateButtons();
    Q_EMIT yearShown(firstShown(), m_lastShown);
}

void YearJump::updateButtons() {
    m_earlier->setEnabled(m_first < firstShown());
    m_later->setEnabled(m_lastShown < m_today);
    const bool several = m_earlier->isEnabled() || m_later->isEnabled();
    m_earlier->setVisible(several);
    m_later->setVisible(several);
}

} // namespace mend::ui
