#pragma once
// Nine digits in groups of three, large: to type what the other computer shows, and to show it.

#include <QLabel>
#include <QLineEdit>

namespace mend::ui {

inline constexpr int codeDigits = 9;

/// "123 456 789" from any text: digits only, nine at most.
QString groupedCode(const QString& text);

class CodeField : public QLineEdit {
    Q_OBJECT
public:
    explicit CodeField(QWidget* parent = nullptr);
    /// Digits only.
    QString code() const;
    bool isComplete() const;
    QSize sizeHint() const override;

private:
    void regroup(const QString& text);
};

class CodeDisplay : public QLabel {
    Q_OBJECT
public:
    explicit CodeDisplay(QWidget* parent = nullptr);
    /// Also readable, digit by digit, to a screen reader.
    void setCode(const QString& code);
};

} // namespace mend::ui
