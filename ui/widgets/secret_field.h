#pragma once
// A field for a passphrase: hidden, with an eye to look at it, and a quiet hint when caps lock is
// on.

#include <QByteArray>
#include <QWidget>

class QAction;
class QLineEdit;

namespace mend::ui {

class WrapLabel;

class SecretField : public QWidget {
    Q_OBJECT
public:
    /// `name` is the accessible name and the placeholder.
    explicit SecretField(const QString& name, QWidget* parent = nullptr);

    QString text() const;
    bool isEmpty() const;
    /// What was typed, as UTF-8, leaving the field empty. The caller wipes it.
    QByteArray take();
    /// The same as text.
    QString takeText();
    void clear();
    bool isRevealed() const;
    bool capsLockHint() const;
    QLineEdit* edit() const { return m_edit; }

Q_SIGNALS:
    void textChanged(const QString& text);
    void returnPressed();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void reveal(bool on);
    void noticeCapsLock(const QKeyEvent& key);

    QLineEdit* m_edit;
    QAction* m_eye;
    WrapLabel* m_hint;
    bool m_capsLock = false;
};

} // namespace mend::ui
