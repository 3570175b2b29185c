#pragma once
// A new recovery code: asked for with the passphrase, shown once, kept by the person.

#include "ui/pages/settings/secret_form.h"

namespace mend::ui {

class RecoverySheet;

class RecoveryCard : public SecretForm {
    Q_OBJECT
public:
    explicit RecoveryCard(QWidget* parent = nullptr);

    /// Empty: nothing is shown.
    void setCode(const QString& code);
    /// What came of keeping it, in words.
    void setKept(const QString& words);

Q_SIGNALS:
    /// The string is wiped when this returns; whoever takes it copies it.
    void codeAsked(const QString& passphrase);
    void printAsked(const QString& code);
    void copyAsked(const QString& code);
    void saveAsked(const QString& code);
    /// It is kept, and need not be shown any more.
    void codeKept();

protected:
    bool isComplete() const override;
    void submit() override;

private:
    QWidget* buildShown();

    SecretField* m_passphrase;
    QWidget* m_shown;
    RecoverySheet* m_shownCode;
    QString m_code;
};

} // namespace mend::ui
