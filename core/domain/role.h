#pragma once
// Who the two people are to each other (guidance.md's roles and relations). Roles decide prompts,
// never rights.

#include <QString>
#include <QStringView>
#include <optional>

namespace mend {

enum class Role { Betrayer, Hurt };
enum class Relation { Partner, Friend, Family, Colleague };

// Whose something is, seen from this computer.
enum class Person { Me, Partner };

constexpr Person other(Person person) {
    return person == Person::Me ? Person::Partner : Person::Me;
}

// Stable names for records, JSON and the command line: "betrayer", "partner", "me", …
QString name(Role role);
QString name(Relation relation);
QString name(Person person);
std::optional<Role> roleFromName(QStringView name);
std::optional<Relation> relationFromName(QStringView name);

} // namespace mend
