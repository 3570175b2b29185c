#pragma once
// The other way in: the recovery code, and a new passphrase twice.

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace mend::ui {

class SecretField;
class StrengthMeter;
class WrapLabel;

class RecoveryForm : public QWidget {
    Q_OBJECT
public:
    explicit RecoveryForm(QWidget* parent = nullptr);

Q_SIGNALS:
    /// The strings are wiped when this returns; whoever takes them copies them.
    void asked(const QString& recoveryCode, const QString& newPassphrase);

private:
    void connectFields();
    void enableButton();
    void submit();

    QLineEdit* m_code;
    SecretField* m_fresh;
    SecretField* m_again;
    StrengthMeter* m_strength;
    WrapLabel* m_hint;
    QPushButton* m_recover;
};

} // namespace mend::ui
