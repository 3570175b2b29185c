#include "ui/widgets/person_choices.h"

#include "ui/theme/tokens.h"

#include <QButtonGroup>
#include <QVBoxLayout>

namespace mend::ui {
namespace {

enum Side { Hurt, Betrayer, NotSure };

Side sideOf(std::optional<Role> role) {
    if (!role)
        return NotSure;
    return *role == Role::Hurt ? Hurt : Betrayer;
}

} // namespace

RelationChoice::RelationChoice(QWidget* parent) : SegmentedChoice(tr("They are"), parent) {
    setObjectName(QStringLiteral("relation"));
    setChoices({{name(Relation::Partner), tr("My partner")},
                {name(Relation::Friend), tr("A friend")},
                {name(Relation::Family), tr("Family")},
                {name(Relation::Colleague), tr("A colleague")}});
}

std::optional<Relation> RelationChoice::relation() const {
    return relationFromName(chosen());
}

void RelationChoice::setRelation(Relation relation) {
    setChosen(name(relation));
}

RoleChoice::RoleChoice(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    const std::pair<Side, QString> sides[] = {{Hurt, tr("I was hurt")},
                                              {Betrayer, tr("I broke the trust")},
                                              {NotSure, tr("I am not sure yet")}};
    for (const auto& [side, text] : sides) {
        auto* button = new QRadioButton(text, this);
        button->setObjectName(QStringLiteral("role%1").arg(int(side)));
        m_group->addButton(button, side);
        column->addWidget(button);
    }
    // Toggled, not clicked: a screen reader toggles.
    connect(m_group, &QButtonGroup::idToggled, this, &RoleChoice::changed);
}

bool RoleChoice::isChosen() const {
    return m_group->checkedId() >= 0;
}

std::optional<Role> RoleChoice::role() const {
    switch (m_group->checkedId()) {
    case Hurt:
        return Role::Hurt;
    case Betrayer:
        return Role::Betrayer;
    default:
        return std::nullopt;
    }
}

void RoleChoice::setRole(std::optional<Role> role) {
    m_group->button(sideOf(role))->setChecked(true);
}

} // namespace mend::ui
