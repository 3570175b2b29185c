#include "ui/models/commitment_sections.h"

namespace mend::ui {
namespace {

std::vector<CommitmentReading>* sectionOf(CommitmentSections& sections,
                                          const CommitmentReading& commitment) {
    const bool mine = commitment.owner == mend::Person::Me;
    const bool byMe = commitment.proposer == mend::Person::Me;
    switch (commitment.state) {
    case CommitmentState::Proposed:
        return byMe ? &sections.waiting : &sections.asked;
    case CommitmentState::Active:
    case CommitmentState::Paused:
        return mine ? &sections.mine : &sections.theirs;
    case CommitmentState::Ended:
        // Taken back before I had agreed: nothing was promised, so nothing ended. (A No on one that
        // ended was a Yes before.)
        if (!byMe && mine && commitment.answer.value_or(Answer::Change) == Answer::Change)
            return nullptr;
        return &sections.ended;
    case CommitmentState::Declined:
        return byMe ? &sections.ended : nullptr;
    }
    return nullptr;
}

} // namespace

CommitmentSections sectionsOf(std::vector<CommitmentReading> commitments) {
    CommitmentSections sections;
    for (CommitmentReading& commitment : commitments)
        if (auto* section = sectionOf(sections, commitment))
            section->push_back(std::move(commitment));
    return sections;
}

} // namespace mend::ui
