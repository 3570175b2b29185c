#pragma once
// A record's body: a deterministic CBOR map of the kind's fields, "salt" (16 random bytes, so that
// a hash tells nothing about short words) and, where a version replaces another, "replaces" (its
// id). At most 64 KiB. The keys of each kind are listed in RECORDS.md.

#include "core/domain/content.h"
#include "core/record/header.h"

namespace mend::record {

struct Body {
    Content content;
    std::optional<RecordId> replaces;
};

// TooLarge if the words don't fit.
Result<QByteArray, RecordError> encodeBody(const Body& body, const Salt& salt);
// UnknownKind, Malformed, Unreadable (a field missing or of the wrong type), AgainstRules (check()
// says no). Fields this version doesn't know are ignored.
Result<Body, RecordError> decodeBody(QStringView kind, QByteArrayView bytes);

} // namespace mend::record
