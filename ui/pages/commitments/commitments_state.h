#pragma once
// What the Commitments page shows.

#include "ui/models/commitment_sections.h"

#include <QString>
#include <vector>

namespace mend::ui {

// What a commitment that grows from a checklist step starts as.
struct CommitmentOffer {
    QString step; // its id
    QString title;
    Schedule schedule = Daily{};
    std::optional<TimeOfDay> by;
    bool operator==(const CommitmentOffer&) const = default;
};

struct CommitmentsState {
    QString partner;     // their name; empty while nobody is paired
    bool mayAsk = false; // they may be asked for commitments
    Day today;
    CommitmentSections sections; // with their days of about a year
    std::vector<CommitmentOffer> offers;
};

} // namespace mend::ui
