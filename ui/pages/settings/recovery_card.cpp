#include "ui/pages/settings/recovery_card.h"

#include "ui/theme/button_kind.h"
#include "ui/theme/icons.h"
#include "ui/theme/type.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/wrap_label.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

// In two lines, so that the groups can be copied by hand without losing the place.
QString inTwoLines(const QString& code) {
    const QChar between = code.contains(u'-') ? u'-' : u' ';
    const QStringList groups = code.split(between, Qt::SkipEmptyParts);
    if (groups.size() < 4)
        return code;
    const qsizetype half = (groups.size() + 1) / 2;
    const QString gap = QStringLiteral("  ");
    return groups.mid(0, half).join(gap) + u'\n' + groups.mid(half).join(gap);
}

} // namespace

RecoveryCard::RecoveryCard(QWidget* parent)
    : SecretForm(QStringLiteral("recovery"), tr("Recovery code"), tr("Make a new one"), parent),
      m_shown(nullptr), m_label(new QLabel), m_kept(new WrapLabel({}, TextRole::Caption)) {
    setWords(tr("If you ever lose your passphrase, this code opens Mend. A new one replaces the "
                "one you have: the old one no longer opens this vault."));
    setAnswers(tr("Making a new code."), tr("This is the new code. The old one no longer opens "
                                            "this vault."));
    m_passphrase = addSecret(tr("Your passphrase"), QStringLiteral("recoveryPassphrase"));
    addButtons(tr("Make the new code"), tr("Keep the old one"));
    m_shown = buildShown();
    m_shown->hide();
    body()->insertWidget(body()->count() - 1, m_shown);
}

QWidget* RecoveryCard::buildShown() {
    auto* box = new QWidget;
    box->setObjectName(QStringLiteral("newCode"));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, space::one, 0, 0);
    column->setSpacing(space::two);
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPixelSize(ui::font(TextRole::Section).pixelSize());
    m_label->setFont(mono);
    m_label->setObjectName(QStringLiteral("recoveryCodeShown"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(m_label);
    auto* words = new WrapLabel(tr("It is shown only now. Put it on paper, in a place that is "
                                   "yours alone: whoever has it can read everything here."));
    column->addWidget(words);
    auto* buttons = new QWidget;
    auto* line = new FlowLayout(buttons);
    auto* print = new QPushButton(icon(IconName::Print), tr("Print"));
    auto* copy = new QPushButton(icon(IconName::Copy), tr("Copy"));
    auto* save = new QPushButton(tr("Save to a file"));
    auto* kept = new QPushButton(tr("I have kept it"));
    print->setObjectName(QStringLiteral("printCode"));
    copy->setObjectName(QStringLiteral("copyCode"));
    save->setObjectName(QStringLiteral("saveCode"));
    kept->setObjectName(QStringLiteral("codeKept"));
    for (QPushButton* button : {print, copy, save, kept})
        line->addWidget(button);
    column->addWidget(buttons);
    m_kept->setObjectName(QStringLiteral("keptWords"));
    m_kept->setTone(&Tokens::inkSoft);
    m_kept->hide();
    column->addWidget(m_kept);
    connect(print, &QPushButton::clicked, this, [this] { Q_EMIT printAsked(m_code); });
    connect(copy, &QPushButton::clicked, this, [this] { Q_EMIT copyAsked(m_code); });
    connect(save, &QPushButton::clicked, this, [this] { Q_EMIT saveAsked(m_code); });
    connect(kept, &QPushButton::clicked, this, &RecoveryCard::codeKept);
    return box;
}

void RecoveryCard::setCode(const QString& code) {
    if (code == m_code)
        return;
    m_code = code;
    m_label->setText(inTwoLines(code));
    m_label->setAccessibleName(code.isEmpty() ? QString() : tr("Recovery code: %1").arg(code));
    m_shown->setVisible(!code.isEmpty());
    setOffered(code.isEmpty());
    if (code.isEmpty())
        setOpen(false);
}

void RecoveryCard::setKept(const QString& words) {
    m_kept->setText(words);
    m_kept->setVisible(!words.isEmpty());
}

bool RecoveryCard::isComplete() const {
    return !m_passphrase->isEmpty();
}

void RecoveryCard::submit() {
    QString passphrase = secretOf(m_passphrase);
    Q_EMIT codeAsked(passphrase);
    passphrase.fill(u'\0');
}

} // namespace mend::ui
