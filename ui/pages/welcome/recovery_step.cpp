#include "ui/pages/welcome/recovery_step.h"

#include "ui/theme/icons.h"
#include "ui/theme/type.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QPushButton>

namespace mend::ui {

RecoveryStep::RecoveryStep()
    : WelcomeStep(tr("Your recovery code")), m_code(new QLabel),
      m_kept(new WrapLabel({}, TextRole::Caption)), m_tick(new QCheckBox(tr("I have kept it"))) {
    setObjectName(QStringLiteral("recoveryStep"));
    say(tr(
        "If you ever lose your passphrase, this code opens Mend. It is shown only now. Put it on "
        "paper, in a place that is yours alone: whoever has it can read everything here."));
    auto* card = new Card;
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPixelSize(ui::font(TextRole::Section).pixelSize());
    m_code->setFont(mono);
    m_code->setObjectName(QStringLiteral("recoveryCodeShown"));
    m_code->setTextFormat(Qt::PlainText);
    m_code->setWordWrap(true);
    m_code->setAlignment(Qt::AlignHCenter);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    card->add(m_code);
    column()->addWidget(card);
    column()->addWidget(buildButtons());
    m_kept->setObjectName(QStringLiteral("keptWords"));
    column()->addWidget(m_kept);
    m_tick->setObjectName(QStringLiteral("kept"));
    column()->addWidget(m_tick);
    connect(m_tick, &QCheckBox::toggled, this, &WelcomeStep::changed);
}

QWidget* RecoveryStep::buildButtons() {
    auto* box = new QWidget;
    auto* line = new FlowLayout(box);
    auto* print = new QPushButton(icon(IconName::Print), tr("Print"));
    print->setObjectName(QStringLiteral("printCode"));
    auto* copy = new QPushButton(icon(IconName::Copy), tr("Copy"));
    copy->setObjectName(QStringLiteral("copyCode"));
    auto* save = new QPushButton(tr("Save to a file"));
    save->setObjectName(QStringLiteral("saveCode"));
    for (QPushButton* button : {print, copy, save})
        line->addWidget(button);
    connect(print, &QPushButton::clicked, this, &RecoveryStep::printAsked);
    connect(copy, &QPushButton::clicked, this, &RecoveryStep::copyAsked);
    connect(save, &QPushButton::clicked, this, &RecoveryStep::saveAsked);
    m_first = print;
    return box;
}

// In two lines, so that the groups can be copied by hand without losing the place.
void RecoveryStep::setCode(const QString& code) {
    QStringList groups = code.split(u' ', Qt::SkipEmptyParts);
    if (groups.size() < 2)
        groups = code.split(u'-', Qt::SkipEmptyParts);
    const auto half = (groups.size() + 1) / 2;
    m_code->setText(groups.size() < 4 ? code
                                      : groups.mid(0, half).join(QStringLiteral("  ")) + u'\n' +
                                            groups.mid(half).join(QStringLiteral("  ")));
    m_code->setAccessibleName(tr("Recovery code: %1").arg(code));
}

void RecoveryStep::setKept(const QString& words) {
    m_kept->setText(words);
    m_kept->setVisible(!words.isEmpty());
}

bool RecoveryStep::isComplete() const {
    return m_tick->isChecked();
}

QWidget* RecoveryStep::first() const {
    return m_first;
}

} // namespace mend::ui
