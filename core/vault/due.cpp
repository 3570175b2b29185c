#include "core/vault/due.h"

#include <algorithm>

namespace mend::vault {
namespace {

// Late, or for a day ahead, it opens nothing by itself.
bool releases(const std::optional<FiledRecord>& pairing) {
    return pairing && !isLate(pairing->at, *pairing->day) && !isAhead(pairing->at, *pairing->day);
}

bool isDueIn(const CheckInBlock& block, std::size_t index, const PersonsCheckIns& others) {
    const bool released = releases(others.pairing);
    if (index + 1 == block.versions.size())
        return released || block.opened.has_value();
    // Replaced: given only if it was due before the next version was written.
    const FiledRecord& next = block.versions[index + 1];
    return (released && next.holds(*others.pairing)) ||
           (block.opened && *block.opened < next.place);
}

} // namespace

const PersonsCheckIns& DueWords::checkInsBy(Person author, Day day) {
    const auto known = days_.find({author, day});
    if (known != days_.end())
        return known->second;
    return days_.emplace(std::pair(author, day), checkInsOf(connection_, author, day))
        .first->second;
}

bool DueWords::include(const RecordRow& record) {
    if (record.withdrawn || record.seal == record::Seal::WhenAsked)
        return false;
    if (record.seal == record::Seal::None)
        return true;
    if (!record.day)
        return false;
    const PersonsCheckIns& own = checkInsBy(record.author, *record.day);
    const PersonsCheckIns& others = checkInsBy(other(record.author), *record.day);
    for (const CheckInBlock& block : own.blocks) {
        const auto found =
            std::find_if(block.versions.begin(), block.versions.end(),
                         [&](const FiledRecord& version) { return version.id == record.id; });
        if (found != block.versions.end())
            return !block.withdrawn &&
                   isDueIn(block, std::size_t(found - block.versions.begin()), others);
    }
    return false;
}

} // namespace mend::vault
