#pragma once
// Records, their chain and the signed heads that vouch for it (RECORDS.md).

#include "core/crypto/signing.h"
#include "core/domain/member.h"
#include "core/record/body.h"
#include "core/record/header.h"

#include <span>
#include <vector>

namespace mend::record {

struct Record {
    Header header;
    QByteArray headerBytes;
    RecordId id;
    std::optional<QByteArray> body; // nothing while sealed, or once withdrawn

    // The head of a log that ends with this record.
    LogHead head() const { return {header.log, header.seq, id}; }
};

// What is to be written; the log's state supplies the rest.
struct Draft {
    Body body;
    std::optional<Day> day;
    Seal seal = Seal::None;
};
// Where the log stands before the new record.
struct LogPosition {
    LogId log;
    std::optional<LogHead> head; // nothing for an empty log
    quint64 seen = 0;
    UtcMillis at = 0; // rounded down to the minute
};
// What a header alone tells of its kind's rules: AgainstRules for a kind that must carry a day and
// has none, or that may not be sealed as it is. Kinds this version doesn't know pass.
Result<void, RecordError> checkRules(const Header& header);

// Encodes, salts and chains: AgainstRules as checkRules() says, TooLarge if the words don't fit.
Result<Record, RecordError> make(const Draft& draft, const LogPosition& position, Random& random);

// Reads a record as it came: limits first, then shape, then the body's hash.
Result<Record, RecordError> read(QByteArrayView headerBytes, std::optional<QByteArrayView> body);

// WrongLog or BrokenChain unless `next` directly follows `head` in `log`.
Result<void, RecordError> checkFollows(const LogId& log, const std::optional<LogHead>& head,
                                       const Record& next);

struct SignedHead {
    LogHead head;
    Signature signature; // by the log's key over "mend/head/1" ‖ log ‖ seq (8 B big-endian) ‖ id
    bool operator==(const SignedHead&) const = default;
};
SignedHead signHead(const LogHead& head, const crypto::SigningKey& logKey);
bool verify(const SignedHead& head);

// What a side says it holds: signed by the sayer's log key over "mend/ack/1" ‖ its own head ‖ the
// other's head that it holds.
struct Ack {
    LogHead mine;
    LogHead held;
    Signature signature;
    bool operator==(const Ack&) const = default;
};
Ack signAck(const LogHead& mine, const LogHead& held, const crypto::SigningKey& logKey);
bool verify(const Ack& ack);

// The identity's word that `log` is its own and goes on from `continues`:
// over "mend/log/1" ‖ log ‖ each head (log ‖ seq ‖ id).
Signature signLog(const crypto::SigningKey& identity, const LogId& log,
                  std::span<const LogHead> continues);
bool verifyLog(const IdentityId& identity, const LogId& log, std::span<const LogHead> continues,
               const Signature& signature);
// A member record's content agrees with the log it opens: its signature is its identity's, over its
// log.
bool verifyMember(const LogId& log, const Member& member);

} // namespace mend::record
