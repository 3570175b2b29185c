#pragma once
// The rules of domain/ (mayName, mayReplace, …) applied to records against what is here: the same
// for what I am about to write and for what came from the other.

#include "core/vault/log_store.h"

namespace mend::vault {

enum class Ruling {
    Allowed,
    Waits,  // names a record that is not here yet
    Against // breaks a rule: kept, projects to nothing
};

struct Spoken {
    qint64 log = 0;
    Person author = Person::Me;
    std::optional<qint64> pairing; // of the log
    quint64 seen = 0;              // what its author held of the other's log
    std::optional<Day> day;
    record::Seal seal = record::Seal::None;
};

// Depends on the records held alone, not on the order in which they came.
Ruling ruling(Connection& connection, const Spoken& spoken, const record::Body& body);
// Of a record held here; Allowed where its body can't be read.
Ruling ruling(Connection& connection, const RecordRow& row);

} // namespace mend::vault
