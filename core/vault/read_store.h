#pragma once
// Reading the projection. Nothing here writes.

#include "core/domain/reading.h"
#include "core/domain/timeline.h"
#include "core/record/header.h"
#include "core/vault/vault_error.h"
#include "core/vault/words_read.h"

#include <map>
#include <vector>

namespace mend::vault {

class Connection;

// One scale of a shared check-in whose words are here.
struct ScaleReading {
    Day day;
    Scale scale = Scale::Trust;
    int value = 0;
    bool operator==(const ScaleReading&) const = default;
};

class ReadStore {
public:
    // The connection outlives it.
    explicit ReadStore(Connection& connection) : connection_(connection) {}

    // A page of at most `limit` entries older than `before` (newest first); from the newest without
    // it.
    Result<TimelinePage, VaultError> older(const TimelineFilter& filter,
                                           const std::optional<TimelineKey>& before, int limit);
    // The `limit` entries just newer than `after`, newest first.
    Result<TimelinePage, VaultError> newer(const TimelineFilter& filter, const TimelineKey& after,
                                           int limit);
    // Starts at the newest entry of `day` or the next older one.
    Result<TimelinePage, VaultError> around(const TimelineFilter& filter, Day day, int limit);
    Result<TimelineEntry, VaultError> entry(const RecordId& id);
    // Earlier versions of an entry, oldest first, without the one shown.
    Result<std::vector<TimelineEntry>, VaultError> earlier(const RecordId& id);
    qint64 count(const TimelineFilter& filter);
    // Entries a day in [from, to], only days that have some.
    Result<std::map<Day, int>, VaultError> perDay(const TimelineFilter& filter, Day from, Day to);
    std::optional<Day> firstDay();

    // All commitments, newest first, with their days in [from, to]; without what was asked of me
    // while I don't wish to be asked, and what others promised than I am paired with now. `state`
    // and `now` follow the newest word, also one of today that counts from tomorrow.
    Result<std::vector<CommitmentReading>, VaultError> commitments(Day today, Day from, Day to);
    Result<CommitmentReading, VaultError> commitment(const RecordId& id, Day today, Day from,
                                                     Day to);
    // The shards of each day in [from, to] that has some.
    Result<std::vector<DayShards>, VaultError> shards(Day from, Day to);
    // By day, then by scale.
    Result<std::vector<ScaleReading>, VaultError> scales(Person whose, Day from, Day to);

    Result<PartnerCard, VaultError> partnerCard(Day day, const CardRoom& room = {});
    Result<MyCheckIn, VaultError> myCheckIn(Day day);
    // The seal that a record was written under; it says nothing about whether it is open by now.
    Result<record::Seal, VaultError> sealOf(const RecordId& id);
    Result<std::vector<StepReading>, VaultError>
    steps(Person whose); // the partner's: only those shared
    // The one record whose id starts with `hex` (at least 8 digits): UnknownId for none or several.
    Result<RecordId, VaultError> resolve(QStringView hex);

private:
    Connection& connection_;
    WordsRead words_;
};

} // namespace mend::vault
