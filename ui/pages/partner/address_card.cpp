#include "ui/pages/partner/address_card.h"

#include "ui/theme/button_kind.h"
#include "ui/theme/icons.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

constexpr int entryWidth = 320; // Pixels. The longest usual address fits.

} // namespace

AddressCard::AddressCard(QWidget* parent)
    : Card(tr("Addresses"), parent), m_own(new WrapLabel), m_list(new QVBoxLayout) {
    auto* why = new WrapLabel(
        tr("On one network the two find each other by themselves. Where they can’t, type the other "
           "computer’s address here."),
        TextRole::Caption);
    Card::add(why);
    m_own->setObjectName(QStringLiteral("ownAddresses"));
    m_own->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    Card::add(m_own);
    m_list->setSpacing(space::half);
    Card::add(m_list);
    Card::add(buildEntry());
}

QWidget* AddressCard::buildEntry() {
    auto* box = new QWidget;
    auto* line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    m_entry = new QLineEdit;
    m_entry->setObjectName(QStringLiteral("newAddress"));
    m_entry->setAccessibleName(tr("Another address of the other computer"));
    m_entry->setPlaceholderText(tr("192.168.1.20:47100"));
    m_add = new QPushButton(tr("Add"));
    m_add->setObjectName(QStringLiteral("addAddress"));
    m_add->setAccessibleName(tr("Add this address"));
    m_add->setEnabled(false);
    m_entry->setMaximumWidth(entryWidth);
    line->addWidget(m_entry, 1);
    line->addWidget(m_add);
    line->addStretch();
    connect(m_entry, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_add->setEnabled(!text.trimmed().isEmpty()); });
    connect(m_entry, &QLineEdit::returnPressed, m_add, &QPushButton::click);
    connect(m_add, &QPushButton::clicked, this, [this] { add(); });
    return box;
}

void AddressCard::setAddresses(const QString& own, const QStringList& theirs) {
    m_own->setText(own.isEmpty() ? QString() : tr("This computer: %1").arg(own.simplified()));
    m_own->setVisible(!own.isEmpty());
    if (theirs == m_theirs)
        return;
    // What was typed has been taken.
    if (theirs.contains(m_entry->text().trimmed()))
        m_entry->clear();
    m_theirs = theirs;
    rebuildList();
}

void AddressCard::rebuildList() {
    while (QLayoutItem* item = m_list->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    for (const QString& address : m_theirs) {
        auto* row = new QWidget;
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(new WrapLabel(address), 1);
        auto* remove = new QPushButton;
        remove->setObjectName(QStringLiteral("removeAddress"));
        remove->setIcon(icon(IconName::Close));
        remove->setAccessibleName(tr("Remove %1").arg(address));
        remove->setToolTip(tr("Remove"));
        setButtonKind(remove, ButtonKind::Quiet);
        line->addWidget(remove);
        connect(remove, &QPushButton::clicked, this, [this, address] {
            QStringList left = m_theirs;
            left.removeAll(address);
            Q_EMIT addressesChosen(left);
        });
        m_list->addWidget(row);
    }
}

void AddressCard::add() {
    const QString typed = m_entry->text().trimmed();
    if (!typed.isEmpty())
        Q_EMIT addressesChosen(m_theirs + QStringList{typed});
}

} // namespace mend::ui
