#include "ui/widgets/person_choices.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;

TEST(PersonChoices, NothingIsChosenAtFirst) {
    EXPECT_EQ(RelationChoice().relation(), std::nullopt);
    EXPECT_FALSE(RoleChoice().isChosen());
    EXPECT_EQ(RoleChoice().role(), std::nullopt);
}

TEST(PersonChoices, GiveBackWhatWasSet) {
    RelationChoice relations;
    for (const Relation relation :
         {Relation::Partner, Relation::Friend, Relation::Family, Relation::Colleague}) {
        relations.setRelation(relation);
        EXPECT_EQ(relations.relation(), relation);
    }
    RoleChoice roles;
    for (const std::optional<Role> role :
         {std::optional(Role::Hurt), std::optional(Role::Betrayer), std::optional<Role>()}) {
        roles.setRole(role);
        EXPECT_TRUE(roles.isChosen());
        EXPECT_EQ(roles.role(), role);
    }
}

// A screen reader toggles a button without clicking it.
TEST(PersonChoices, TellThatARoleWasChosenHoweverItWas) {
    RoleChoice roles;
    QSignalSpy changed(&roles, &RoleChoice::changed);
    roles.findChild<QRadioButton*>(QStringLiteral("role1"))->toggle();
    EXPECT_EQ(changed.size(), 1);
    EXPECT_EQ(roles.role(), Role::Betrayer);
}
