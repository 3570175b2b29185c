#include "core/domain/member.h"

#include <algorithm>

namespace mend {

namespace {

constexpr std::size_t mostHeads = 64;

std::optional<DomainError> checkHeads(const std::vector<LogHead>& heads) {
    if (heads.size() > mostHeads)
        return DomainError::TooLong;
    const auto namesNothing = [](const LogHead& head) {
        return head.log == LogId() || head.id == RecordId();
    };
    if (std::any_of(heads.begin(), heads.end(), namesNothing))
        return DomainError::BadReference;
    return std::nullopt;
}

} // namespace

std::optional<DomainError> check(const MemberFields& fields) {
    if (const auto wrong = checkName(fields.name))
        return wrong;
    if (fields.identity == IdentityId() || fields.certificate == CertificateHash() ||
        fields.sealingKey == SealingKeyId())
        return DomainError::BadReference;
    return checkHeads(fields.continues);
}

std::optional<DomainError> check(const PairFields& fields) {
    if (fields.identity == IdentityId() || fields.log == LogId() ||
        fields.certificate == CertificateHash())
        return DomainError::BadReference;
    return checkHeads(fields.closes);
}

} // namespace mend
