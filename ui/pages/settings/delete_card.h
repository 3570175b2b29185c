#pragma once
// Deleting everything: what goes, what stays, and twice meant: passphrase and a word.

#include "ui/pages/settings/secret_form.h"

class QLineEdit;

namespace mend::ui {

class DeleteCard : public SecretForm {
    Q_OBJECT
public:
    explicit DeleteCard(QWidget* parent = nullptr);

    void setPartner(const QString& partner);
    /// What has to be typed.
    static QString word();

Q_SIGNALS:
    /// The string is wiped when this returns; whoever takes it copies it.
    void deletionAsked(const QString& passphrase);

protected:
    bool isComplete() const override;
    void submit() override;
    void forget() override;

private:
    SecretField* m_passphrase;
    WrapLabel* m_stays;
    QLineEdit* m_word;
};

} // namespace mend::ui
