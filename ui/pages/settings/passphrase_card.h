#pragma once
// A new passphrase, for the present one.

#include "ui/pages/settings/secret_form.h"

namespace mend::ui {

class StrengthMeter;

class PassphraseCard : public SecretForm {
    Q_OBJECT
public:
    explicit PassphraseCard(QWidget* parent = nullptr);

Q_SIGNALS:
    /// The strings are wiped when this returns; whoever takes them copies them.
    void changeAsked(const QString& current, const QString& next);

protected:
    bool isComplete() const override;
    void submit() override;

private:
    SecretField* m_current;
    SecretField* m_next;
    StrengthMeter* m_strength;
    SecretField* m_again;
    WrapLabel* m_hint;
};

} // namespace mend::ui
