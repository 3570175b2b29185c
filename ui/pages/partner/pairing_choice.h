#pragma once
// First step of pairing: what of the time before is shared, and who shows the code. And, where it
// is still open, which side one is on.

#include "core/domain/role.h"

#include <QWidget>
#include <optional>

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace mend::ui {

class CodeField;

class PairingChoice : public QWidget {
    Q_OBJECT
public:
    explicit PairingChoice(QWidget* parent = nullptr);
    void setRole(std::optional<Role> role);
    bool shareBefore() const;

Q_SIGNALS:
    void roleChosen(mend::Role role);
    void showCodeAsked();
    void typeCodeAsked();

private:
    QWidget* buildRole();
    QWidget* buildBefore();
    QWidget* buildButtons();

    QWidget* m_role;
    QRadioButton* m_all;
    QPushButton* m_show;
    QPushButton* m_type;
};

/// Second step on the computer that types: the nine digits, and an address where it is needed.
class PairingEntry : public QWidget {
    Q_OBJECT
public:
    explicit PairingEntry(QWidget* parent = nullptr);
    QString code() const;
    QString address() const;
    void reset();
    void focusCode();

Q_SIGNALS:
    void submitted();
    void backAsked();

private:
    CodeField* m_code;
    QLineEdit* m_address;
    QPushButton* m_go;
};

} // namespace mend::ui
