#pragma once
// Walks over a page the way a screen reader and a reader do: which controls have no name, and which
// words are shown.

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTabBar>
#include <QTextEdit>
#include <QWidget>

namespace mend::test {

inline bool isControl(const QWidget* widget) {
    const bool inside = qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()) ||
                        qobject_cast<const QLineEdit*>(widget->parentWidget()) ||
                        qobject_cast<const QTabBar*>(widget->parentWidget());
    return !inside &&
           ((widget->focusPolicy() & Qt::TabFocus) ||
            qobject_cast<const QAbstractButton*>(widget) ||
            qobject_cast<const QAbstractSpinBox*>(widget) ||
            qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QComboBox*>(widget) ||
            qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QTabBar*>(widget));
}

// Class and object name of every visible control without an accessible name, or that the keyboard
// can't reach.
inline QStringList poorControls(const QWidget& page) {
    QStringList poor;
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        if (!isControl(widget) || !widget->isVisibleTo(&page))
            continue;
        const QString what =
            QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
        QAccessibleInterface* bus = QAccessible::queryAccessibleInterface(widget);
        if (!bus || bus->text(QAccessible::Name).trimmed().isEmpty())
            poor << what + QStringLiteral(": no name");
        if (widget->focusPolicy() == Qt::NoFocus)
            poor << what + QStringLiteral(": no keyboard");
    }
    return poor;
}

// What labels, buttons and hints say.
inline QStringList wordsOf(const QWidget& page) {
    QStringList words;
    for (const QWidget* widget : page.findChildren<QWidget*>()) {
        words << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
        if (const auto* label = qobject_cast<const QLabel*>(widget))
            words << label->text();
        else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
            words << button->text();
        else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
            words << line->placeholderText();
    }
    words.removeAll(QString());
    return words;
}

// What a page of Mend does not say (ui.md, Voice).
inline QStringList loudWords(const QWidget& page) {
    QStringList loud;
    for (const QString& words : wordsOf(page))
        for (const QString& never :
             {QStringLiteral("!"), QStringLiteral("Error"), QStringLiteral("failed"),
              QStringLiteral("streak"), QStringLiteral("betrayer"), QStringLiteral("%")})
            if (words.contains(never, Qt::CaseInsensitive))
                loud << words;
    return loud;
}

template <class T>
T* child(const QWidget& page, const char* name) {
    return page.findChild<T*>(QLatin1String(name));
}

// The first button that says `text`.
inline QAbstractButton* buttonSaying(const QWidget& page, const QString& text) {
    for (auto* button : page.findChildren<QAbstractButton*>())
        if (button->text() == text)
            return button;
    return nullptr;
}

} // namespace mend::test
