#pragma once
// Where the two computers find each other when they don't by themselves: this one's addresses, and
// the other's, typed by hand.

#include "ui/widgets/card.h"

#include <QStringList>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace mend::ui {

class WrapLabel;

class AddressCard : public Card {
    Q_OBJECT
public:
    explicit AddressCard(QWidget* parent = nullptr);
    /// `own` is newline separated.
    void setAddresses(const QString& own, const QStringList& theirs);

Q_SIGNALS:
    void addressesChosen(const QStringList& hostPorts);

private:
    QWidget* buildEntry();
    void rebuildList();
    void add();

    WrapLabel* m_own;
    QVBoxLayout* m_list;
    QLineEdit* m_entry;
    QPushButton* m_add;
    QStringList m_theirs;
};

} // namespace mend::ui
