#pragma once
// Values that can't be invalid: fields go in through create(), which asks the kind's check(), and
// can only be read afterwards.

#include "core/base/result.h"

#include <optional>
#include <utility>

namespace mend {

enum class DomainError {
    Empty,        // nothing was said
    TooLong,      // a text is over its limit
    BadText,      // not valid Unicode, or has control characters
    BadName,      // a person's name: 1 to 60 characters on one line
    BadScale,     // unknown scale, or outside 0 to 10
    BadFeeling,   // not one of the twelve
    BadTick,      // not a step's id, or more than five
    BadDay,       // out of order: ends before it starts, or a review past its bound
    BadSchedule,  // no weekday, or not 1 to 7 a week
    BadStep,      // not a step's id
    BadStrength,  // outside 0 to 10
    BadReference, // names nothing
};

template <class Fields>
class Checked {
public:
    // What is wrong with the fields, if something is, comes from check(const Fields&, …) beside
    // them.
    template <class... Circumstances>
    static Result<Checked, DomainError> create(Fields fields, const Circumstances&... known) {
        if (const std::optional<DomainError> wrong = check(fields, known...))
            return fail(*wrong);
        return Checked(std::move(fields));
    }
    const Fields* operator->() const { return &fields_; }
    const Fields& fields() const { return fields_; }
    bool operator==(const Checked&) const = default;

private:
    explicit Checked(Fields fields) : fields_(std::move(fields)) {}
    Fields fields_;
};

} // namespace mend
