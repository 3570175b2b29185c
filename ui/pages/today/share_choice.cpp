#include "ui/pages/today/share_choice.h"

#include "ui/widgets/wrap_label.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace mend::ui {

ShareChoice::ShareChoice(QWidget* parent)
    : QWidget(parent), m_choices(new QButtonGroup(this)), m_choiceLines(new QWidget(this)),
      m_scales(new QCheckBox(tr("Share the scales, too"), this)),
      m_ticks(new QCheckBox(tr("Share the ticks, too"), this)),
      m_remark(new WrapLabel({}, TextRole::Caption, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    column->addWidget(m_choiceLines);
    buildChoices();
    m_scales->setObjectName(QStringLiteral("withScales"));
    m_ticks->setObjectName(QStringLiteral("withTicks"));
    for (QCheckBox* box : {m_scales, m_ticks}) {
        column->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ShareChoice::edited);
    }
    m_remark->setTone(&Tokens::inkSoft);
    column->addWidget(m_remark);
    setRemark({});
    showTicks();
}

void ShareChoice::buildChoices() {
    auto* lines = new QVBoxLayout(m_choiceLines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(space::half);
    const std::pair<Share, QString> choices[] = {
        {Share::Private, tr("Just me")},
        {Share::Together, tr("Together, when both have shared one")},
        {Share::Now, tr("Now")},
    };
    for (const auto& [share, text] : choices) {
        auto* button = new QRadioButton(text, m_choiceLines);
        button->setObjectName(QStringLiteral("share-") + name(share));
        m_choices->addButton(button, int(share));
        lines->addWidget(button);
    }
    m_choices->button(int(Share::Private))->setChecked(true);
    // Toggled, not clicked: a screen reader toggles.
    connect(m_choices, &QButtonGroup::idToggled, this, [this](int, bool on) {
        showTicks();
        if (on)
            Q_EMIT edited();
    });
}

Share ShareChoice::share() const {
    return static_cast<Share>(m_choices->checkedId());
}

bool ShareChoice::withScales() const {
    return m_scales->isChecked();
}

bool ShareChoice::withTicks() const {
    return m_ticks->isChecked();
}

void ShareChoice::setShare(Share share) {
    const QSignalBlocker silence(m_choices);
    m_choices->button(int(share))->setChecked(true);
    showTicks();
}

void ShareChoice::setWith(bool scales, bool ticks) {
    const QSignalBlocker quietScales(m_scales);
    const QSignalBlocker quietTicks(m_ticks);
    m_scales->setChecked(scales);
    m_ticks->setChecked(ticks);
}

void ShareChoice::setOffered(bool scales, bool ticks) {
    m_offerScales = scales;
    m_offerTicks = ticks;
    showTicks();
}

void ShareChoice::setFixed(bool fixed) {
    m_choiceLines->setVisible(!fixed);
}

void ShareChoice::setRemark(const QString& text) {
    m_remark->setText(text);
    m_remark->setVisible(!text.isEmpty());
}

// Where nothing is shared there is nothing to add to it.
void ShareChoice::showTicks() {
    const bool shared = share() != Share::Private;
    m_scales->setVisible(shared && m_offerScales);
    m_ticks->setVisible(shared && m_offerTicks);
}

} // namespace mend::ui
