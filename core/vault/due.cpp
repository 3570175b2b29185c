#include "core/vault/due.h"

#include <algorithm>

namespace mend::vault {

const PersonsCheckIns& DueWords::checkInsOn(const std::optional<Side>& side, Day day) {
    const auto known = days_.find({side, day});
    if (known != days_.end())
        return known->second;
    return days_.emplace(std::pair(side, day), checkInsOf(connection_, side, day)).first->second;
}

bool DueWords::include(const RecordRow& record) {
    if (record.withdrawn || record.seal == record::Seal::WhenAsked)
        return false;
    if (record.seal == record::Seal::None || record.given)
        return true; // what went out once goes out again, should it have been lost on the way
    const auto filed = record.day ? filedRecord(connection_, record.n) : std::nullopt;
    if (!filed)
        return false;
    const Side side = Side::of(*filed);
    const PersonsCheckIns& own = checkInsOn(side, *record.day);
    const PersonsCheckIns& others = checkInsOn(side.opposite(), *record.day);
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
