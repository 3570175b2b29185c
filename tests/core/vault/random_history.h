#pragma once
// Everything two people might ever have said, right or wrong: edits of each other's words,
// withdrawals of promises, answers nobody asked for, forks, continued logs, kinds of a newer Mend.
// Few days and few promises, so that it all meets.

#include "tests/core/vault/folded.h"

namespace mend::vault::test {

struct Written {
    Person author = Person::Me;
    record::Record record;
    bool words = true; // in the end its body is here
};
using History = std::vector<Written>; // in the order each log was written

History randomHistory(quint64 seed, int records);

} // namespace mend::vault::test
