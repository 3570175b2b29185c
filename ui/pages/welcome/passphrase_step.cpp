#include "ui/pages/welcome/passphrase_step.h"

#include "ui/widgets/busy.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/strength_meter.h"

#include <QLineEdit>

namespace mend::ui {

namespace {
constexpr int fieldWidth = 400; // Pixels.
} // namespace

PassphraseStep::PassphraseStep()
    : WelcomeStep(tr("A passphrase")), m_passphrase(new SecretField(tr("Passphrase"))),
      m_again(new SecretField(tr("The same once more"))), m_strength(new StrengthMeter),
      m_hint(new WrapLabel({}, TextRole::Caption)),
      m_busy(new Busy(tr("Making your key and a place for what you write."))) {
    setObjectName(QStringLiteral("passphraseStep"));
    say(tr("What you write is encrypted with it. Four or five words that only you would put "
           "together are easy to keep and hard to guess. Nobody can reset it: not the other, not "
           "the makers of Mend."));
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_again->setObjectName(QStringLiteral("passphraseAgain"));
    for (QWidget* field : {static_cast<QWidget*>(m_passphrase), static_cast<QWidget*>(m_strength),
                           static_cast<QWidget*>(m_again)}) {
        field->setMaximumWidth(fieldWidth);
        column()->addWidget(field);
    }
    m_hint->setObjectName(QStringLiteral("passphraseHint"));
    column()->addWidget(m_hint);
    column()->addWidget(m_busy);
    m_busy->hide();
    connect(m_passphrase, &SecretField::textChanged, this, [this](const QString& text) {
        m_strength->setPassphrase(text);
        describe();
    });
    connect(m_again, &SecretField::textChanged, this, [this] { describe(); });
    connect(m_passphrase, &SecretField::returnPressed, this,
            [this] { m_again->edit()->setFocus(); });
    connect(m_again, &SecretField::returnPressed, this, &WelcomeStep::nextAsked);
    describe();
}

void PassphraseStep::describe() {
    m_hint->setText(newPassphraseHint(*m_passphrase, *m_again, *m_strength));
    Q_EMIT changed();
}

bool PassphraseStep::isComplete() const {
    return !m_passphrase->isEmpty() && m_passphrase->text() == m_again->text();
}

QWidget* PassphraseStep::first() const {
    return m_passphrase->edit();
}

QString PassphraseStep::take() {
    QString text = m_passphrase->takeText();
    m_again->take().fill('\0');
    return text;
}

void PassphraseStep::setBusy(bool busy) {
    m_busy->setVisible(busy);
    m_passphrase->setEnabled(!busy);
    m_again->setEnabled(!busy);
}

} // namespace mend::ui
