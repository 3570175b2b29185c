#pragma once
// A record as the projection looks at it: what its header says, whose it is, and where it stands
// among everything its author ever said.

#include "core/domain/content.h"
#include "core/record/header.h"
#include "core/vault/statement.h"

#include <vector>

namespace mend::vault {

// Where a record stands among its author's, over all their logs: a newer log after an older, then
// by seq.
using Place = quint64;

struct FiledRecord {
    qint64 n = 0; // order of arrival: names the record within this file, means nothing else
    RecordId id;
    Person author = Person::Me;
    Place place = 0;
    Place held = 0; // its author held every record of the other's that stands before this
    QString kindName;
    std::optional<Kind> kind; // nothing for one of a newer Mend
    std::optional<Day> day;
    UtcMillis at = 0;
    record::Seal seal = record::Seal::None;
    bool here = false; // its body
    std::optional<RecordId> replaces;
    std::optional<RecordId> about;
    bool forked = false; // on one of two branches
    bool closed = false; // its log was closed: a body that isn't here never comes
    qint64 strand = 0;   // which of its author's, and which of the other's it is for
    std::optional<qint64> facing;
    std::optional<qint64> pairing; // of its log

    // What the body says while it is here; what was taken back names nothing any more.
    std::optional<RecordId> replaced() const { return here ? replaces : std::nullopt; }
    std::optional<RecordId> named() const { return here ? about : std::nullopt; }
    // It was written knowing that `theirs` was here.
    bool holds(const FiledRecord& theirs) const { return theirs.place < held; }
    bool operator<(const FiledRecord& later) const {
        return std::tie(place, id) < std::tie(later.place, later.id);
    }
};

// The current row of a "SELECT * FROM filed …".
FiledRecord filedRecord(Statement& row);
// All rows, in the order their authors wrote them.
std::vector<FiledRecord> filedRecords(Statement& rows);
std::optional<FiledRecord> filedRecord(Connection& connection, qint64 n);
std::optional<FiledRecord> filedRecord(Connection& connection, const RecordId& id);
// Records of `kind` of the same pair (what names a record of another pair's says nothing;
// RECORDS.md, "Who may say what about what") whose body says that they are about `id`.
std::vector<FiledRecord> recordsAbout(Connection& connection, const RecordId& id, Kind kind);

struct Words {
    enum class State { Readable, NotHere, Unreadable, AgainstRules };
    State state = State::NotHere;
    std::optional<Content> content;
};
Words wordsOf(Connection& connection, const FiledRecord& record);
// The content as a T, if it can be read and is one.
template <class T>
std::optional<T> contentAs(Connection& connection, const FiledRecord& record) {
    const Words words = wordsOf(connection, record);
    const T* content = words.content ? std::get_if<T>(&*words.content) : nullptr;
    return content ? std::optional<T>(*content) : std::nullopt;
}

// True if the header alone already breaks a rule of its kind: no day where one belongs, a seal its
// kind can't have.
bool headerBreaksRules(const FiledRecord& record);
// True if `replaced` is something `record` may be a newer version of: same kind, author and pair,
// about the same day and the same promise.
bool continues(const FiledRecord& record, const FiledRecord& replaced);

// By the author's clock, more than three days after the day it is about.
bool isLate(UtcMillis at, Day day);
// For a day that had not begun anywhere on earth.
bool isAhead(UtcMillis at, Day day);

} // namespace mend::vault
