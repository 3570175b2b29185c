#include "ui/widgets/secret_field.h"

#include "ui/theme/icons.h"
#include "ui/widgets/wrap_label.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace mend::ui {

SecretField::SecretField(const QString& name, QWidget* parent)
    : QWidget(parent), m_edit(new QLineEdit(this)),
      m_hint(new WrapLabel(tr("Caps lock is on."), TextRole::Caption, this)) {
    m_edit->setPlaceholderText(name);
    m_edit->setAccessibleName(name);
    m_edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhHiddenText | Qt::ImhNoPredictiveText |
                                Qt::ImhNoAutoUppercase);
    m_edit->installEventFilter(this);
    m_eye = m_edit->addAction(icon(IconName::Eye), QLineEdit::TrailingPosition);
    m_eye->setCheckable(true);
    connect(m_eye, &QAction::toggled, this, &SecretField::reveal);
    // The button inside a line edit takes no focus by itself; people without a mouse look, too.
    for (auto* button : m_edit->findChildren<QToolButton*>())
        button->setFocusPolicy(Qt::TabFocus);
    reveal(false);
    m_hint->hide();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    column->addWidget(m_edit);
    column->addWidget(m_hint);
    setFocusProxy(m_edit);
    connect(m_edit, &QLineEdit::textChanged, this, &SecretField::textChanged);
    connect(m_edit, &QLineEdit::returnPressed, this, &SecretField::returnPressed);
}

QString SecretField::text() const {
    return m_edit->text();
}

bool SecretField::isEmpty() const {
    return m_edit->text().isEmpty();
}

QByteArray SecretField::take() {
    QString typed = m_edit->text();
    QByteArray result = typed.toUtf8();
    clear();
    typed.fill(u'\0'); // The field has let go of it, so this is the last copy of these characters.
    return result;
}

QString SecretField::takeText() {
    QByteArray bytes = take();
    QString text = QString::fromUtf8(bytes);
    bytes.fill('\0');
    return text;
}

void SecretField::clear() {
    m_edit->clear();
    m_eye->setChecked(false);
}

bool SecretField::isRevealed() const {
    return m_eye->isChecked();
}

bool SecretField::capsLockHint() const {
    return m_capsLock;
}

bool SecretField::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_edit && event->type() == QEvent::KeyPress)
        noticeCapsLock(*static_cast<QKeyEvent*>(event));
    return QWidget::eventFilter(watched, event);
}

void SecretField::reveal(bool on) {
    m_edit->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
    m_eye->setIcon(icon(on ? IconName::EyeOff : IconName::Eye));
    const QString text = on ? tr("Hide what is typed") : tr("Show what is typed");
    m_eye->setText(text);
    m_eye->setToolTip(text);
    for (auto* button : m_edit->findChildren<QToolButton*>())
        button->setAccessibleName(text);
}

// Qt doesn't tell the state of caps lock, but a letter that comes in the other case than Shift asks
// for does.
void SecretField::noticeCapsLock(const QKeyEvent& key) {
    bool on = m_capsLock;
    const QString typed = key.text();
    if (key.key() == Qt::Key_CapsLock) {
        on = false; // If it was on, it goes off now; if not, the next letter says so.
    } else if (typed.size() == 1 && typed.at(0).toLower() != typed.at(0).toUpper()) {
        const bool shift = key.modifiers() & Qt::ShiftModifier;
        on = typed.at(0).isUpper() != shift;
    }
    if (on == m_capsLock)
        return;
    m_capsLock = on;
    m_hint->setVisible(on);
    m_edit->setAccessibleDescription(on ? m_hint->text() : QString());
}

} // namespace mend::ui
