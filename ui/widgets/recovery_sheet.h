#pragma once
// A recovery code as it is shown once: in groups that can be copied by hand, with the ways to keep
// it.

#include <QWidget>

class QLabel;
class QPushButton;

namespace mend::ui {

class WrapLabel;

class RecoverySheet : public QWidget {
    Q_OBJECT
public:
    explicit RecoverySheet(QWidget* parent = nullptr);

    /// Empty: none.
    void setCode(const QString& code);
    /// What came of keeping it, in words, or empty.
    void setKept(const QString& words);
    /// Behind the ways to keep it.
    void addButton(QPushButton* button);
    QWidget* firstButton() const { return m_first; }

Q_SIGNALS:
    void printAsked(const QString& code);
    void copyAsked(const QString& code);
    void saveAsked(const QString& code);

private:
    void buildButtons();

    QString m_code;
    QLabel* m_shown;
    WrapLabel* m_kept;
    QWidget* m_buttons;
    QPushButton* m_first = nullptr;
};

} // namespace mend::ui
