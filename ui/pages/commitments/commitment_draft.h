#pragma once
// A commitment that is half written, and its form as a draft of the vault (JSON, read by this
// version alone; what can't be read is no draft).

#include "core/domain/commitment.h"

#include <QByteArray>
#include <optional>

namespace mend::ui {

enum class CommitmentPurpose {
    New,
    Step,  // makes one from a step of the checklist
    Edit,  // changes one
    Again, // makes one from before sharing anew, for both to see
};

struct CommitmentDraft {
    CommitmentPurpose purpose = CommitmentPurpose::New;
    std::optional<RecordId> about;          // what is changed or made anew; nothing for a new one
    QString step;                           // that it is made from, with Step alone
    std::optional<CommitmentFields> fields; // nothing: there is none any more
};

QByteArray encoded(const CommitmentFields& fields);
std::optional<CommitmentFields> commitmentDraft(const QByteArray& bytes);

} // namespace mend::ui
