#include "ui/pages/settings/look_card.h"

#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/wrap_label.h"

#include <QCheckBox>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <array>

namespace mend::ui {

namespace {

// In the order of LookSetting.
const std::array<QString, 3> ids = {QStringLiteral("system"), QStringLiteral("light"),
                                    QStringLiteral("dark")};

} // namespace

LookCard::LookCard(QWidget* parent)
    : Card(tr("Look"), parent), m_look(new SegmentedChoice(tr("Light or dark"))),
      m_motion(new QCheckBox(tr("Soft fades"))) {
    m_look->setObjectName(QStringLiteral("look"));
    m_look->setChoices(
        {{ids[0], tr("As the system")}, {ids[1], tr("Light")}, {ids[2], tr("Dark")}});
    m_motion->setObjectName(QStringLiteral("motion"));
    auto* words = new WrapLabel(tr("One page fades into the next. Off, it is there at once. Where "
                                   "the system asks for no motion, "
                                   "there is none in any case."),
                                TextRole::Caption);
    words->setTone(&Tokens::inkSoft);
    m_motion->setAccessibleDescription(words->text());
    body()->addWidget(m_look, 0, Qt::AlignLeft);
    add(m_motion);
    add(words);
    connect(m_look, &SegmentedChoice::choiceMade, this, [this](const QString& id) {
        for (std::size_t i = 0; i < ids.size(); ++i)
            if (ids[i] == id)
                Q_EMIT lookChosen(LookSetting(i));
    });
    connect(m_motion, &QCheckBox::toggled, this, &LookCard::motionChosen);
}

void LookCard::setLook(LookSetting look, bool motion) {
    m_look->setChosen(ids[std::size_t(look)]);
    const QSignalBlocker quiet(m_motion);
    m_motion->setChecked(motion);
}

} // namespace mend::ui
