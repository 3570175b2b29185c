#include "ui/pages/unlock/recovery_form.h"

#include "ui/theme/button_kind.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/strength_meter.h"
#include "ui/widgets/wrap_label.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

RecoveryForm::RecoveryForm(QWidget* parent)
    : QWidget(parent), m_code(new QLineEdit), m_fresh(new SecretField(tr("New passphrase"))),
      m_again(new SecretField(tr("The same once more"))), m_strength(new StrengthMeter),
      m_hint(new WrapLabel({}, TextRole::Caption)),
      m_recover(new QPushButton(tr("Open with the code"))) {
    m_code->setObjectName(QStringLiteral("recoveryCode"));
    m_code->setAccessibleName(tr("Recovery code"));
    m_code->setPlaceholderText(tr("Recovery code"));
    m_fresh->setObjectName(QStringLiteral("newPassphrase"));
    m_again->setObjectName(QStringLiteral("newPassphraseAgain"));
    m_hint->setObjectName(QStringLiteral("newPassphraseHint"));
    m_recover->setObjectName(QStringLiteral("recover"));
    setButtonKind(m_recover, ButtonKind::Primary);
    setFocusProxy(m_code);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::oneHalf);
    column->addWidget(new WrapLabel(
        tr("Type the recovery code you kept, and choose a new passphrase. What you wrote stays.")));
    for (QWidget* widget : {static_cast<QWidget*>(m_code), static_cast<QWidget*>(m_fresh),
                            static_cast<QWidget*>(m_strength), static_cast<QWidget*>(m_again),
                            static_cast<QWidget*>(m_hint), static_cast<QWidget*>(m_recover)})
        column->addWidget(widget);
    connectFields();
    enableButton();
}

void RecoveryForm::connectFields() {
    connect(m_code, &QLineEdit::textChanged, this, &RecoveryForm::enableButton);
    connect(m_fresh, &SecretField::textChanged, m_strength, &StrengthMeter::setPassphrase);
    connect(m_fresh, &SecretField::textChanged, this, &RecoveryForm::enableButton);
    connect(m_again, &SecretField::textChanged, this, &RecoveryForm::enableButton);
    connect(m_again, &SecretField::returnPressed, this, &RecoveryForm::submit);
    connect(m_recover, &QPushButton::clicked, this, &RecoveryForm::submit);
}

void RecoveryForm::enableButton() {
    m_recover->setEnabled(!m_code->text().trimmed().isEmpty() && !m_fresh->isEmpty() &&
                          m_fresh->text() == m_again->text());
    m_hint->setText(newPassphraseHint(*m_fresh, *m_again, *m_strength));
    m_hint->setVisible(!m_hint->text().isEmpty());
}

void RecoveryForm::submit() {
    if (!m_recover->isEnabled())
        return;
    QString code = m_code->text().trimmed();
    QString passphrase = m_fresh->takeText();
    m_again->clear();
    Q_EMIT asked(code, passphrase);
    passphrase.fill(QChar(0));
    code.fill(QChar(0));
}

} // namespace mend::ui
