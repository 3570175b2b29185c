#pragma once
// A commitment from everything said about it: whether it was agreed to, on which terms, how it
// changed since.

#include "core/domain/day_state.h"
#include "core/vault/projection_records.h"

namespace mend::vault {

enum class Standing {
    Proposed, // waits for its owner's answer
    Agreed,   // mine alone, or the other said yes
    Declined,
    TakenBack, // its proposer ended it before there was an answer
    Hidden,    // asked of me while I don't wish to be asked
};

// As it stands in the table.
struct CommitmentRow {
    qint64 n = 0;
    RecordId id;
    Person owner = Person::Me;
    Person proposer = Person::Me;
    Standing standing = Standing::Proposed;
    qint64 terms =
        0; // record whose words were agreed to: the commitment, or a change to the proposal
    QString title;
    std::optional<qint64> pairing; // of its log
    bool operator==(const CommitmentRow&) const = default;
};
std::optional<CommitmentRow> commitmentRow(Connection& connection, const RecordId& id);
std::vector<CommitmentRow> commitmentRows(Connection& connection); // newest first
// The words agreed to, with their owner and first day as they were asked for.
std::optional<CommitmentFields> termsOf(Connection& connection, const CommitmentRow& row);

struct FoldedCommitment {
    CommitmentRow row;
    std::optional<Answer> answer; // the newest
    QString answerNote;
    std::vector<CommitmentSpan> spans;
};
// Nothing if `id` is no commitment, isn't here or can't be read.
std::optional<FoldedCommitment> foldCommitment(Connection& connection, const RecordId& id);

// What else has to be read anew once a commitment's row was written.
enum class PromiseChange {
    None,     // nothing
    Answers,  // what was asked and answered about it
    Standing, // whether anything may be said about it, and by whom
};
// Writes the row of the commitment `id`.
PromiseChange projectCommitment(Connection& connection, const RecordId& id);

// True if `version`, saying `content` about this commitment, shows on the timeline.
bool maySay(Connection& connection, const CommitmentRow& commitment, const FiledRecord& version,
            const Content& content);
// True if the rules let `namer` say something about it at all.
bool mayName(const CommitmentRow& commitment, const FiledRecord& namer);

} // namespace mend::vault
