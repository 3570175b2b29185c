#include "core/domain/outcome.h"

#include "tests/core/domain/samples.h"

#include <gtest/gtest.h>

using namespace mend;

TEST(Outcome, IsOneWordAboutACommitment) {
    const OutcomeFields fields{test::recordId(), OutcomeState::Partly,
                               QStringLiteral("Twenty minutes late")};
    EXPECT_EQ(Outcome::create(fields)->fields(), fields);
    EXPECT_EQ(check(OutcomeFields{test::recordId(), OutcomeState::Missed, {}}), std::nullopt);
    EXPECT_EQ(check(OutcomeFields{}), DomainError::BadReference);
    EXPECT_EQ(check(OutcomeFields{test::recordId(), OutcomeState::Kept, QStringLiteral("\r")}),
              DomainError::BadText);
}

TEST(View, IsOneWordAboutACommitment) {
    const ViewFields fields{test::recordId(), ViewState::Thanks, QStringLiteral("It mattered")};
    EXPECT_EQ(View::create(fields)->fields(), fields);
    EXPECT_EQ(check(ViewFields{}), DomainError::BadReference);
    EXPECT_EQ(
        check(ViewFields{test::recordId(), ViewState::Differs, QString(longTextLimit + 1, u'a')}),
        DomainError::TooLong);
}
