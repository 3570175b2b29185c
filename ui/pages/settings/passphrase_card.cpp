#include "ui/pages/settings/passphrase_card.h"

#include "ui/widgets/secret_field.h"
#include "ui/widgets/strength_meter.h"
#include "ui/widgets/wrap_label.h"

namespace mend::ui {

namespace {

constexpr int meterWidth = 400; // Pixels.

QString idOf(PassphraseCard::Kind kind) {
    return kind == PassphraseCard::Kind::Change ? QStringLiteral("passphrase")
                                                : QStringLiteral("newKey");
}

QString titleOf(PassphraseCard::Kind kind) {
    return kind == PassphraseCard::Kind::Change ? PassphraseCard::tr("Passphrase")
                                                : PassphraseCard::tr("If somebody knows it");
}

QString openOf(PassphraseCard::Kind kind) {
    return kind == PassphraseCard::Kind::Change ? PassphraseCard::tr("Change it")
                                                : PassphraseCard::tr("Take a new key\u2026");
}

} // namespace

PassphraseCard::PassphraseCard(Kind kind, QWidget* parent)
    : SecretForm(idOf(kind), titleOf(kind), openOf(kind), parent) {
    say(kind);
    buildFields(kind);
    if (kind == Kind::Change)
        addButtons(tr("Change the passphrase"), tr("Leave it as it is"));
    else
        addButtons(tr("Encrypt everything again"), tr("Leave it as it is"));
}

void PassphraseCard::say(Kind kind) {
    if (kind == Kind::Change) {
        setWords(tr("It opens Mend on this computer, and nobody can reset it."));
        setAnswers(tr("Making your key anew."),
                   tr("Your passphrase is changed. From now on the new one opens Mend."));
    } else {
        setWords(
            tr("Whoever knows your passphrase and could use this computer may have copied "
               "Mend\u2019s folder, and its key with it. A new key shuts that out from now on: "
               "everything is encrypted again, with a new passphrase and a new recovery code, and "
               "the old ones open nothing here.") +
            QStringLiteral("\n\n") +
            tr("A copy that was made before stays readable; nothing can change that. Nobody is "
               "told. If this computer may be watched, read Safety first."));
        setAnswers(tr("Looking whether the passphrase is right. Then Mend closes for a moment, "
                      "encrypts everything again, and opens here."),
                   tr("Everything has a new key. Your new passphrase holds from now on, and your "
                      "new recovery code is below."));
    }
}

void PassphraseCard::buildFields(Kind kind) {
    const bool newKey = kind == Kind::NewKey;
    m_current =
        addSecret(tr("The passphrase until now"),
                  newKey ? QStringLiteral("newKeyCurrent") : QStringLiteral("currentPassphrase"));
    m_next = addSecret(tr("The new passphrase"),
                       newKey ? QStringLiteral("newKeyNext") : QStringLiteral("newPassphrase"));
    m_strength = new StrengthMeter;
    m_strength->setMaximumWidth(meterWidth);
    addToForm(m_strength);
    m_again = addSecret(tr("The new one once more"), newKey ? QStringLiteral("newKeyAgain")
                                                            : QStringLiteral("newPassphraseAgain"));
    m_hint = new WrapLabel({}, TextRole::Caption);
    m_hint->setObjectName(idOf(kind) + QStringLiteral("Hint"));
    m_hint->setTone(&Tokens::inkSoft);
    m_hint->hide();
    addToForm(m_hint);
    connect(m_next, &SecretField::textChanged, this, [this](const QString& text) {
        m_strength->setPassphrase(text);
        hint();
    });
    connect(m_again, &SecretField::textChanged, this, &PassphraseCard::hint);
}

void PassphraseCard::hint() {
    const QString words = newPassphraseHint(*m_next, *m_again, *m_strength);
    m_hint->setText(words);
    m_hint->setVisible(!words.isEmpty());
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
