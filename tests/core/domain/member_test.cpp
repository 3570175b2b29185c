#include "core/domain/member.h"

#include "tests/core/domain/samples.h"

#include <gtest/gtest.h>

using namespace mend;
using test::memberFields;
using test::pairFields;

TEST(Member, IsReadAsItWasMade) {
    MemberFields fields = memberFields();
    fields.role = std::nullopt;
    fields.continues = {test::logHead()};
    EXPECT_EQ(Member::create(fields)->fields(), fields);
}

TEST(Member, HasANameOnOneLine) {
    MemberFields fields = memberFields();
    fields.name = QStringLiteral("a\nb");
    EXPECT_EQ(check(fields), DomainError::BadName);
}

TEST(Member, HasAllItsKeys) {
    MemberFields identity = memberFields(), certificate = memberFields(),
                 sealingKey = memberFields();
    identity.identity = IdentityId();
    certificate.certificate = CertificateHash();
    sealingKey.sealingKey = SealingKeyId();
    for (const MemberFields& fields : {identity, certificate, sealingKey})
        EXPECT_EQ(check(fields), DomainError::BadReference);
}

TEST(Member, ContinuesAtMostSixtyFourLogs) {
    MemberFields fields = memberFields();
    fields.continues.assign(64, test::logHead());
    EXPECT_EQ(check(fields), std::nullopt);
    fields.continues.push_back(test::logHead());
    EXPECT_EQ(check(fields), DomainError::TooLong);
    fields.continues = {LogHead{test::idOf<LogId>('l'), 0, RecordId()}};
    EXPECT_EQ(check(fields), DomainError::BadReference);
}

TEST(Pair, NamesTheOther) {
    EXPECT_EQ(Pair::create(pairFields())->fields(), pairFields());
    PairFields identity = pairFields(), log = pairFields(), certificate = pairFields();
    identity.identity = IdentityId();
    log.log = LogId();
    certificate.certificate = CertificateHash();
    for (const PairFields& fields : {identity, log, certificate})
        EXPECT_EQ(check(fields), DomainError::BadReference);
}

TEST(Pair, ClosesAtMostSixtyFourLogs) {
    PairFields fields = pairFields();
    fields.closes.assign(64, test::logHead());
    EXPECT_EQ(check(fields), std::nullopt);
    fields.closes.push_back(test::logHead());
    EXPECT_EQ(check(fields), DomainError::TooLong);
    fields.closes = {LogHead{LogId(), 3, test::recordId()}};
    EXPECT_EQ(check(fields), DomainError::BadReference);
}
