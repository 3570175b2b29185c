#pragma once
// One field, and nothing that tells what is behind it. The recovery code is a link away, and so is
// Safety.

#include "ui/pages/unlock/unlock_state.h"

#include <QWidget>

class QPushButton;

namespace mend::ui {

class Banner;
class Busy;
class RecoveryForm;
class SecretField;
class WrapLabel;

class UnlockPage : public QWidget {
    Q_OBJECT
public:
    explicit UnlockPage(QWidget* parent = nullptr);

    void setState(const UnlockState& state);
    /// Stands above the field: the demo tells its passphrase.
    void setRemark(const QString& words);

Q_SIGNALS:
    /// The strings are wiped when this returns; whoever takes them copies them.
    void unlockAsked(const QString& passphrase);
    void recoverAsked(const QString& recoveryCode, const QString& newPassphrase);
    void safetyAsked();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildMiddle();
    QWidget* buildPassphrase();
    QWidget* buildFoot();
    void makeRecovery();
    void showRecovery(bool on);
    void focusField();
    void enableButtons();
    void submit();

    bool m_busyNow = false;
    QWidget* m_bowl;
    QWidget* m_byPassphrase;
    QWidget* m_byCode;
    WrapLabel* m_remark;
    SecretField* m_passphrase;
    QPushButton* m_unlock;
    RecoveryForm* m_recovery = nullptr; // made when it is first asked for
    QPushButton* m_toRecovery;
    Banner* m_problem;
    Busy* m_busy;
};

} // namespace mend::ui
