#pragma once
// The messages of replication, one deterministic CBOR map a frame (PROTOCOL.md lists their keys).

#include "core/sync/replica.h"

#include <QStringList>
#include <variant>

namespace mend::sync {

inline constexpr qint64 protocolVersion = 1;
inline constexpr int lackingLimit = 512; // Ids in one `lacking`.

struct Hello {
    std::vector<qint64> versions;
    QStringList capabilities;     // unknown ones are ignored
    std::optional<LogHead> mine;  // the head of my log
    std::optional<LogHead> yours; // what I hold of yours
    UtcMillis at = 0;             // my clock, from 0, to tell both if they are far apart
    bool operator==(const Hello&) const = default;
};
struct Lacking {
    std::vector<RecordId> ids;
    bool operator==(const Lacking&) const = default;
};
struct Bodies { // the answer to one `lacking`, empty if nothing of it is due
    std::vector<BodyOf> bodies;
    bool operator==(const Bodies&) const = default;
};
struct PauseNow { // I paused; the connection ends
    bool operator==(const PauseNow&) const = default;
};
struct Bye {
    enum class Why { Done, Fork, TooMuch, Storage, NewerVersion };
    Why why = Why::Done;
    bool operator==(const Bye&) const = default;
};
using Message = std::variant<Hello, Batch, record::Ack, Lacking, Bodies, PauseNow, Bye>;

enum class MessageError { NotCbor, Unknown, Malformed, BadRecord };

QByteArray encode(const Message& message);
// Unknown: a well-formed message of a kind this version doesn't know; to be passed over.
Result<Message, MessageError> decode(QByteArrayView bytes);

} // namespace mend::sync
