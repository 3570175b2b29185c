#pragma once
// A button that is one of several, of which the open one stands out, to a screen reader: selected
// or not, and pressed. A checkable button of Qt's is a check box there, which is only ticked, and
// pressed by nobody.

#include <QAbstractButton>
#include <QAccessibleWidget>

namespace mend::ui {

class SelectableAccess final : public QAccessibleWidget {
public:
    SelectableAccess(QAbstractButton* button, QAccessible::Role role);

    QAccessible::State state() const override;
    QStringList actionNames() const override;
    void doAction(const QString& action) override;

private:
    QAbstractButton* button() const { return static_cast<QAbstractButton*>(widget()); }
};

} // namespace mend::ui
