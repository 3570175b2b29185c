#include "core/record/record.h"

#include <QtEndian>
#include <algorithm>

namespace mend::record {

namespace {

using crypto::Labels;

QByteArray bigEndian(quint64 number) {
    QByteArray bytes(sizeof number, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

// log ‖ seq ‖ id: 72 bytes, so that heads in a row can be read in one way only.
QByteArray headBytes(const LogHead& head) {
    return head.log.toByteArray() + bigEndian(head.seq) + head.id.toByteArray();
}

QByteArray logStatement(const LogId& log, std::span<const LogHead> continues) {
    QByteArray bytes = log.toByteArray();
    for (const LogHead& head : continues)
        bytes += headBytes(head);
    return bytes;
}

Header headerFor(const Draft& draft, const LogPosition& position) {
    Header header;
    header.log = position.log;
    if (position.head) {
        header.seq = position.head->seq + 1;
        header.prev = position.head->id;
    }
    header.kind = name(kindOf(draft.body.content));
    header.day = draft.day;
    // A header knows no time before 1970, whatever a clock says.
    header.at = wholeMinute(std::max<UtcMillis>(position.at, 0));
    header.seen = position.seen;
    header.seal = draft.seal;
    return header;
}

} // namespace

Result<void, RecordError> checkRules(const Header& header) {
    const auto kind = kindFromName(header.kind);
    if (!kind)
        return {};
    if (needsDay(*kind) && !header.day)
        return fail(RecordError::AgainstRules);
    if (header.seal == Seal::Together && !maySealTogether(*kind))
        return fail(RecordError::AgainstRules);
    // No kind of this version waits to be asked for.
    if (header.seal == Seal::WhenAsked)
        return fail(RecordError::AgainstRules);
    return {};
}

Result<Record, RecordError> make(const Draft& draft, const LogPosition& position, Random& random) {
    Header header = headerFor(draft, position);
    if (const auto allowed = checkRules(header); !allowed)
        return fail(allowed.error());
    auto body = encodeBody(draft.body, random.fixed<Salt>());
    if (!body)
        return fail(body.error());
    header.bodyHash = bodyHash(*body);
    QByteArray headerBytes = encode(header);
    const RecordId id = recordId(headerBytes);
    return Record{std::move(header), std::move(headerBytes), id, std::move(*body)};
}

Result<Record, RecordError> read(QByteArrayView headerBytes, std::optional<QByteArrayView> body) {
    if (headerBytes.size() > headerLimit || (body && body->size() > bodyLimit))
        return fail(RecordError::TooLarge);
    auto header = decodeHeader(headerBytes);
    if (!header)
        return fail(header.error());
    if (body && bodyHash(*body) != header->bodyHash)
        return fail(RecordError::BadHash);
    Record record{std::move(*header), headerBytes.toByteArray(), recordId(headerBytes),
                  std::nullopt};
    if (body)
        record.body = body->toByteArray();
    return record;
}

Result<void, RecordError> checkFollows(const LogId& log, const std::optional<LogHead>& head,
                                       const Record& next) {
    if (next.header.log != log || (head && head->log != log))
        return fail(RecordError::WrongLog);
    const bool follows = head ? next.header.seq == head->seq + 1 && next.header.prev == head->id
                              : next.header.seq == 0 && !next.header.prev;
    if (!follows)
        return fail(RecordError::BrokenChain);
    return {};
}

SignedHead signHead(const LogHead& head, const crypto::SigningKey& logKey) {
    return {head, logKey.sign(Labels::head, {headBytes(head)})};
}

bool verify(const SignedHead& head) {
    return crypto::verify(head.head.log.span(), Labels::head, {headBytes(head.head)},
                          head.signature);
}

Ack signAck(const LogHead& mine, const LogHead& held, const crypto::SigningKey& logKey) {
    return {mine, held, logKey.sign(Labels::ack, {headBytes(mine), headBytes(held)})};
}

bool verify(const Ack& ack) {
    return crypto::verify(ack.mine.log.span(), Labels::ack,
                          {headBytes(ack.mine), headBytes(ack.held)}, ack.signature);
}

Signature signLog(const crypto::SigningKey& identity, const LogId& log,
                  std::span<const LogHead> continues) {
    return identity.sign(Labels::log, {logStatement(log, continues)});
}

bool verifyLog(const IdentityId& identity, const LogId& log, std::span<const LogHead> continues,
               const Signature& signature) {
    return crypto::verify(identity.span(), Labels::log, {logStatement(log, continues)}, signature);
}

bool verifyMember(const LogId& log, const Member& member) {
    return verifyLog(member->identity, log, member->continues, member->signature);
}

} // namespace mend::record
