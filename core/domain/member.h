#pragma once
// Who writes a log, and with whom it is shared.

#include "core/base/bytes.h"
#include "core/domain/role.h"
#include "core/domain/text.h"

#include <optional>
#include <vector>

namespace mend {

// A log up to one of its records: everything through `seq`, whose id is `id`.
struct LogHead {
    LogId log;
    quint64 seq = 0;
    RecordId id;
    bool operator==(const LogHead&) const = default;
};

// First record of every log; a later one replaces it when a person changes name or role.
struct MemberFields {
    QString name;
    std::optional<Role> role; // none: not sure yet
    Relation relation = Relation::Partner;
    bool mayBeAsked = false; // whether the other may propose commitments
    IdentityId identity;
    CertificateHash certificate;
    SealingKeyId sealingKey;
    std::vector<LogHead> continues; // the heads of earlier logs of this person, at most 64
    Signature signature;            // by identity over "mend/log/1" ‖ log ‖ those heads
    bool operator==(const MemberFields&) const = default;
};
// BadReference: a key, hash or head that is all zero; TooLong: too many heads. The signature is
// checked by record/.
std::optional<DomainError> check(const MemberFields& fields);
using Member = Checked<MemberFields>;

// With whom this log is shared from now on; starts `seen` again.
struct PairFields {
    IdentityId identity;
    LogId log;
    CertificateHash certificate;
    std::vector<LogHead> closes; // logs of the other that end here (a lost computer), at most 64
    bool operator==(const PairFields&) const = default;
};
std::optional<DomainError> check(const PairFields& fields);
using Pair = Checked<PairFields>;

} // namespace mend
