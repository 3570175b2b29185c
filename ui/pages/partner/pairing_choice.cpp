#include "ui/pages/partner/pairing_choice.h"

#include "ui/theme/button_kind.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/wrap_label.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

constexpr int addressWidth = 320; // Pixels. The longest usual address fits.

QVBoxLayout* column(QWidget* of, int gap = space::one) {
    auto* layout = new QVBoxLayout(of);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(gap);
    return layout;
}

} // namespace

// --- Choice ---

PairingChoice::PairingChoice(QWidget* parent) : QWidget(parent) {
    auto* all = column(this, space::two);
    all->addWidget(new WrapLabel(
        tr("Sit down with both computers, or talk on the phone. One of you shows a code, the other "
           "types it. Then each of you sees who it is, and says yes.")));
    all->addWidget(m_role = buildRole());
    all->addWidget(buildBefore());
    all->addWidget(buildButtons());
}

QWidget* PairingChoice::buildRole() {
    auto* box = new QWidget;
    auto* layout = column(box);
    layout->addWidget(
        new WrapLabel(tr("Before you pair: which side are you on?"), TextRole::BodyStrong));
    auto* hurt = new QRadioButton(tr("I was hurt"));
    hurt->setObjectName(QStringLiteral("roleHurt"));
    auto* broke = new QRadioButton(tr("I broke the trust"));
    broke->setObjectName(QStringLiteral("roleBetrayer"));
    auto* note = new WrapLabel(tr("The other will see this. You can change it later in Settings, "
                                  "and they will see that, too."),
                               TextRole::Caption);
    for (QWidget* widget :
         {static_cast<QWidget*>(hurt), static_cast<QWidget*>(broke), static_cast<QWidget*>(note)})
        layout->addWidget(widget);
    // Toggled, not clicked: a screen reader toggles.
    for (const auto& [button, role] : {std::pair(hurt, Role::Hurt), {broke, Role::Betrayer}})
        connect(button, &QRadioButton::toggled, this, [this, role = role](bool on) {
            if (on)
                Q_EMIT roleChosen(role);
        });
    return box;
}

QWidget* PairingChoice::buildBefore() {
    auto* box = new QWidget;
    auto* layout = column(box);
    layout->addWidget(
        new WrapLabel(tr("What of the time before today is shared?"), TextRole::BodyStrong));
    auto* none = new QRadioButton(tr("Nothing: begin today"));
    none->setObjectName(QStringLiteral("beforeNothing"));
    m_all = new QRadioButton(tr("What I marked for sharing"));
    m_all->setObjectName(QStringLiteral("beforeAll"));
    none->setChecked(true);
    auto* group = new QButtonGroup(this);
    group->addButton(none);
    group->addButton(m_all);
    auto* note = new WrapLabel(tr("What is just yours is never shared, whichever you choose."),
                               TextRole::Caption);
    layout->addWidget(none);
    layout->addWidget(m_all);
    layout->addWidget(note);
    return box;
}

QWidget* PairingChoice::buildButtons() {
    auto* box = new QWidget;
    auto* line = new FlowLayout(box);
    m_show = new QPushButton(tr("Show a code"));
    m_show->setObjectName(QStringLiteral("showCode"));
    setButtonKind(m_show, ButtonKind::Primary);
    m_type = new QPushButton(tr("Type a code"));
    m_type->setObjectName(QStringLiteral("typeCode"));
    line->addWidget(m_show);
    line->addWidget(m_type);
    connect(m_show, &QPushButton::clicked, this, &PairingChoice::showCodeAsked);
    connect(m_type, &QPushButton::clicked, this, &PairingChoice::typeCodeAsked);
    return box;
}

void PairingChoice::setRole(std::optional<Role> role) {
    m_role->setVisible(!role);
    m_show->setEnabled(role.has_value());
    m_type->setEnabled(role.has_value());
}

bool PairingChoice::shareBefore() const {
    return m_all->isChecked();
}

// --- Entry ---

PairingEntry::PairingEntry(QWidget* parent)
    : QWidget(parent), m_code(new CodeField), m_address(new QLineEdit),
      m_go(new QPushButton(tr("Find each other"))) {
    auto* all = column(this, space::oneHalf);
    all->addWidget(new WrapLabel(tr("Type the nine digits that the other computer shows.")));
    m_code->setObjectName(QStringLiteral("code"));
    m_code->setAccessibleName(tr("Code"));
    all->addWidget(m_code, 0, Qt::AlignLeft);
    all->addWidget(new WrapLabel(tr("If the two don’t find each other, type the address it shows, "
                                    "too. On one network you can leave this empty."),
                                 TextRole::Caption));
    m_address->setObjectName(QStringLiteral("address"));
    m_address->setAccessibleName(tr("Address of the other computer"));
    m_address->setPlaceholderText(tr("Address, if you need it"));
    m_address->setMaximumWidth(addressWidth);
    all->addWidget(m_address);
    auto* buttons = new QHBoxLayout;
    m_go->setObjectName(QStringLiteral("findEachOther"));
    setButtonKind(m_go, ButtonKind::Primary);
    auto* back = new QPushButton(tr("Back"));
    back->setObjectName(QStringLiteral("entryBack"));
    buttons->addWidget(m_go);
    buttons->addWidget(back);
    buttons->addStretch();
    all->addLayout(buttons);
    m_go->setEnabled(false);
    connect(m_code, &QLineEdit::textChanged, this,
            [this] { m_go->setEnabled(m_code->isComplete()); });
    connect(m_code, &QLineEdit::returnPressed, m_go, &QPushButton::click);
    connect(m_address, &QLineEdit::returnPressed, m_go, &QPushButton::click);
    connect(m_go, &QPushButton::clicked, this, &PairingEntry::submitted);
    connect(back, &QPushButton::clicked, this, &PairingEntry::backAsked);
}

QString PairingEntry::code() const {
    return m_code->code();
}
QString PairingEntry::address() const {
    return m_address->text().trimmed();
}
void PairingEntry::reset() {
    m_code->clear();
}
void PairingEntry::focusCode() {
    m_code->setFocus();
}

} // namespace mend::ui
