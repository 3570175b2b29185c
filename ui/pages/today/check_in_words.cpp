#include "ui/pages/today/check_in_words.h"

#include "ui/pages/today/today_words.h"
#include "ui/widgets/caption.h"
#include "ui/widgets/wrap_label.h"

#include <QVBoxLayout>

namespace mend::ui {

CheckInWords::CheckInWords(const CheckInFields& fields, const guide::Prompts& prompts,
                           const std::vector<TickAsk>& ticks, QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::one);
    if (const QString feelings = TodayWords::feelings(fields, prompts); !feelings.isEmpty())
        m_column->addWidget(new WrapLabel(feelings, TextRole::BodyStrong, this));
    addTexts(fields, prompts);
    addScales(fields, prompts);
    addTicks(fields, ticks);
}

void CheckInWords::addTexts(const CheckInFields& fields, const guide::Prompts& prompts) {
    for (const guide::TextPrompt& prompt : prompts.texts) {
        const QString text = fields.texts.value(prompt.text);
        if (text.isEmpty())
            continue;
        auto* pair = new QVBoxLayout;
        pair->setSpacing(0);
        pair->addWidget(caption(prompt.label, this));
        auto* words = new WrapLabel(text, TextRole::Body, this);
        words->setObjectName(QStringLiteral("words-") + name(prompt.text));
        pair->addWidget(words);
        m_column->addLayout(pair);
    }
}

// The numbers stand under each other, without a colour that would judge them.
void CheckInWords::addScales(const CheckInFields& fields, const guide::Prompts& prompts) {
    for (const guide::ScalePrompt& prompt : prompts.scales) {
        const auto value = fields.scales.find(prompt.scale);
        if (value == fields.scales.end())
            continue;
        auto* line = new QHBoxLayout;
        line->setSpacing(space::one);
        line->addWidget(caption(prompt.label, this));
        //: A scale's value out of ten.
        auto* number = new WrapLabel(tr("%1 of 10").arg(*value), TextRole::Body, this);
        number->setObjectName(QStringLiteral("scale-") + name(prompt.scale));
        line->addWidget(number);
        line->addStretch();
        m_column->addLayout(line);
    }
}

void CheckInWords::addTicks(const CheckInFields& fields, const std::vector<TickAsk>& ticks) {
    for (const TickAsk& tick : ticks) {
        if (!fields.ticks.contains(tick.step))
            continue;
        //: A tick of the day, as a line of a list.
        m_column->addWidget(new WrapLabel(tr("✓ %1").arg(tick.text), TextRole::Body, this));
    }
}

} // namespace mend::ui
