#include "core/workspace/problem_of.h"

#include <gtest/gtest.h>
#include <set>

using namespace mend;
using vault::VaultError;

TEST(Problem, EveryVaultErrorHasOne) {
    std::set<Problem> seen;
    for (int error = 0; error <= int(VaultError::BadRecord); ++error)
        seen.insert(problemOf(VaultError(error)));
    EXPECT_EQ(problemOf(VaultError::WrongPassphrase), Problem::WrongPassphrase);
    EXPECT_EQ(problemOf(VaultError::DiskFull), Problem::DiskFull);
    EXPECT_EQ(problemOf(VaultError::TooNew), Problem::TooNew);
    EXPECT_EQ(problemOf(VaultError::Forked), Problem::Forked);
    EXPECT_GE(seen.size(), 19u); // only errors that ask for the same act share a problem
}

TEST(Problem, WordsThatDontFitAreToldApart) {
    EXPECT_EQ(problemOf(DomainError::Empty), Problem::Empty);
    EXPECT_EQ(problemOf(DomainError::TooLong), Problem::TooLong);
    EXPECT_EQ(problemOf(DomainError::BadDay), Problem::BadDay);
    EXPECT_EQ(problemOf(DomainError::BadReference), Problem::UnknownId);
    EXPECT_EQ(problemOf(DomainError::BadScale), Problem::BadInput);
}
