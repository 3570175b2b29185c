#include "ui/pages/settings/recovery_card.h"

#include "ui/widgets/recovery_sheet.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

RecoveryCard::RecoveryCard(QWidget* parent)
    : SecretForm(QStringLiteral("recovery"), tr("Recovery code"), tr("Make a new one"), parent),
      m_shown(nullptr), m_shownCode(new RecoverySheet) {
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
    column->setSpacing(space::oneHalf);
    column->addWidget(new WrapLabel(tr("It is shown only now. Put it on paper, in a place that is "
                                       "yours alone. It is as good as the passphrase: whoever has "
                                       "it can read everything here.")));
    auto* kept = new QPushButton(tr("I have kept it"));
    kept->setObjectName(QStringLiteral("codeKept"));
    m_shownCode->addButton(kept);
    column->addWidget(m_shownCode);
    connect(m_shownCode, &RecoverySheet::printAsked, this, &RecoveryCard::printAsked);
    connect(m_shownCode, &RecoverySheet::copyAsked, this, &RecoveryCard::copyAsked);
    connect(m_shownCode, &RecoverySheet::saveAsked, this, &RecoveryCard::saveAsked);
    connect(kept, &QPushButton::clicked, this, &RecoveryCard::codeKept);
    return box;
}

void RecoveryCard::setCode(const QString& code) {
    if (code == m_code)
        return;
    m_code = code;
    m_shownCode->setCode(code);
    m_shown->setVisible(!code.isEmpty());
    setOffered(code.isEmpty());
    if (code.isEmpty())
        setOpen(false);
}

void RecoveryCard::setKept(const QString& words) {
    m_shownCode->setKept(words);
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
