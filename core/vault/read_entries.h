#pragma once
// Rows of the timeline as entries, and the scope in which they are read.

#include "core/domain/timeline.h"
#include "core/vault/projection_records.h"
#include "core/vault/statement.h"
#include "core/vault/words_read.h"

namespace mend::vault {

// Several statements that see one state; what failed before it began is not held against it.
class Reading {
public:
    explicit Reading(Connection& connection)
        : connection_(begin(connection)), snapshot_(connection) {}
    // `value`, unless a statement failed.
    template <class T>
    Result<T, VaultError> of(T value) const {
        if (const auto error = connection_.error())
            return fail(*error);
        return value;
    }

private:
    static Connection& begin(Connection& connection) {
        if (!connection.inTransaction())
            connection.clearError();
        return connection;
    }
    Connection& connection_;
    Snapshot snapshot_;
};

// The entry whose first version is record number `n`.
std::optional<TimelineEntry> timelineEntry(Connection& connection, qint64 n);
std::optional<TimelineEntry> timelineEntry(Connection& connection, qint64 n, WordsRead& words);
// One record alone as an entry: an earlier version.
TimelineEntry versionEntry(Connection& connection, const FiledRecord& record, SealState seal);

// The number of the first version of the entry that record `id` belongs to, if that shows.
std::optional<qint64> entryNumber(Connection& connection, const RecordId& id);
// All records of an entry that came before the one shown, oldest first.
std::vector<TimelineEntry> earlierVersions(Connection& connection, qint64 entry);

} // namespace mend::vault
