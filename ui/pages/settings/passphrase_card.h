#pragma once
// A new passphrase for the present one; alone, or with a new key because somebody may have the old.

#include "ui/pages/settings/secret_form.h"

namespace mend::ui {

class StrengthMeter;

class PassphraseCard : public SecretForm {
    Q_OBJECT
public:
    enum class Kind {
        Change, ///< the same key
        NewKey  ///< everything encrypted anew
    };
    explicit PassphraseCard(Kind kind, QWidget* parent = nullptr);

Q_SIGNALS:
    /// The strings are wiped when this returns; whoever takes them copies them.
    void changeAsked(const QString& current, const QString& next);

protected:
    bool isComplete() const override;
    void submit() override;

private:
    void say(Kind kind);
    void buildFields(Kind kind);
    void hint();

    SecretField* m_current = nullptr;
    SecretField* m_next = nullptr;
    StrengthMeter* m_strength = nullptr;
    SecretField* m_again = nullptr;
    WrapLabel* m_hint = nullptr;
};

} // namespace mend::ui
