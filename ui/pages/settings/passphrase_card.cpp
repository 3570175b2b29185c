#include "ui/pages/settings/passphrase_card.h"

#include "ui/widgets/secret_field.h"
#include "ui/widgets/strength_meter.h"
#include "ui/widgets/wrap_label.h"

namespace mend::ui {

namespace {
constexpr int meterWidth = 400; // Pixels.
constexpr int goodEnough = 2;   // Of zxcvbn's 0 to 4: not guessed within hours.
} // namespace

PassphraseCard::PassphraseCard(QWidget* parent)
    : SecretForm(QStringLiteral("passphrase"), tr("Passphrase"), tr("Change it"), parent) {
    setWords(tr("It opens Mend on this computer, and nobody can reset it. If somebody may know it, "
                "change it; a copy of Mend\u2019s folder that was made before still opens with "
                "the old one."));
    setAnswers(tr("Making your key anew."),
               tr("Your passphrase is changed. From now on the new one opens Mend."));
    m_current = addSecret(tr("The passphrase until now"), QStringLiteral("currentPassphrase"));
    m_next = addSecret(tr("The new passphrase"), QStringLiteral("newPassphrase"));
    m_strength = new StrengthMeter;
    m_strength->setMaximumWidth(meterWidth);
    addToForm(m_strength);
    m_again = addSecret(tr("The new one once more"), QStringLiteral("newPassphraseAgain"));
    m_hint = new WrapLabel({}, TextRole::Caption);
    m_hint->setObjectName(QStringLiteral("passphraseHint"));
    m_hint->setTone(&Tokens::inkSoft);
    m_hint->hide();
    addToForm(m_hint);
    addButtons(tr("Change the passphrase"), tr("Leave it as it is"));
    const auto hint = [this] {
        QString words;
        if (!m_again->isEmpty() && m_again->text() != m_next->text())
            words = tr("The two aren\u2019t the same yet.");
        else if (!m_next->isEmpty() && m_strength->score() < goodEnough)
            words = tr("This could be guessed. You may use it; a longer one is safer.");
        m_hint->setText(words);
        m_hint->setVisible(!words.isEmpty());
    };
    connect(m_next, &SecretField::textChanged, this, [this, hint](const QString& text) {
        m_strength->setPassphrase(text);
        hint();
    });
    connect(m_again, &SecretField::textChanged, this, hint);
}

bool PassphraseCard::isComplete() const {
    return !m_current->isEmpty() && !m_next->isEmpty() && m_next->text() == m_again->text();
}

void PassphraseCard::submit() {
    QString current = secretOf(m_current);
    QString next = secretOf(m_next);
    Q_EMIT changeAsked(current, next);
    current.fill(u'\0');
    next.fill(u'\0');
}

} // namespace mend::ui
