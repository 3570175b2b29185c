#pragma once
// When sealed words may be given (RECORDS.md, "Check-ins, sealed and open").

#include "core/vault/log_store.h"
#include "core/vault/projection_checkins.h"

#include <map>

namespace mend::vault {

// Looks at each day once, so it is good within one transaction or snapshot, as long as nothing is
// written that says when words may be given.
class DueWords {
public:
    explicit DueWords(Connection& connection) : connection_(connection) {}

    // Whether the words of a record belong with it by now: it isn't sealed; its author opened it;
    // or its author holds the other's pairing record, and no version took its place before that. Of
    // my own records exactly; of the other's, who may hold less of mine than I have written, at
    // most.
    bool include(const RecordRow& record);

private:
    const PersonsCheckIns& checkInsOn(const std::optional<Side>& side, Day day);

    Connection& connection_;
    std::map<std::pair<std::optional<Side>, Day>, PersonsCheckIns> days_;
};

} // namespace mend::vault
