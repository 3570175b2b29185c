#pragma once
// What the Commitments page shows.

#include "ui/models/commitment_sections.h"

#include <QString>
#include <map>
#include <optional>
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

// What is half written about a commitment.
struct CommitmentBegun {
    std::map<Day, QString> notes;          // beside the answer to a day
    QString change;                        // what should be different, of one asked of me
    std::optional<CommitmentFields> edit;  // what it is being edited to
    std::optional<CommitmentFields> again; // what it is being made anew as
};

struct CommitmentsState {
    QString partner;     // their name; empty while nobody is paired
    bool mayAsk = false; // they may be asked for commitments
    Day today;
    CommitmentSections sections; // with their days of about a year
    std::vector<CommitmentOffer> offers;
    std::map<RecordId, CommitmentBegun> begun;
    std::optional<CommitmentFields> begunNew;      // one that isn't made yet
    std::map<QString, CommitmentFields> begunFrom; // likewise, from a step of the checklist
};

} // namespace mend::ui
