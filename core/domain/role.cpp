#include "core/domain/role.h"

#include "core/domain/names.h"

namespace mend {

namespace {

constexpr Names<2> roles = {QLatin1String("betrayer"), QLatin1String("hurt")};
constexpr Names<4> relations = {QLatin1String("partner"), QLatin1String("friend"),
                                QLatin1String("family"), QLatin1String("colleague")};
constexpr Names<2> persons = {QLatin1String("me"), QLatin1String("partner")};

} // namespace

QString name(Role role) {
    return nameIn(roles, role);
}

QString name(Relation relation) {
    return nameIn(relations, relation);
}

QString name(Person person) {
    return nameIn(persons, person);
}

std::optional<Role> roleFromName(QStringView name) {
    return valueIn<Role>(roles, name);
}

std::optional<Relation> relationFromName(QStringView name) {
    return valueIn<Relation>(relations, name);
}

} // namespace mend
