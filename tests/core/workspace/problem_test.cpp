#include "core/workspace/problem_of.h"
#include "core/workspace/sync_reading.h"

#include <gtest/gtest.h>
#include <map>

using namespace mend;
using vault::VaultError;

TEST(Problem, EveryVaultErrorHasItsOwn) {
    using E = VaultError;
    using P = Problem;
    const std::map<E, P> all = {
        {E::NotThere, P::NoVault},
        {E::AlreadyThere, P::VaultExists},
        {E::NoFolder, P::NoFolder},
        {E::ReadOnly, P::ReadOnly},
        {E::InUse, P::InUse},
        {E::WrongPassphrase, P::WrongPassphrase},
        {E::WrongRecoveryCode, P::WrongRecoveryCode},
        {E::TooNew, P::TooNew},
        {E::SlotsDamaged, P::KeyFileDamaged},
        {E::Damaged, P::Damaged},
        {E::NotEncrypted, P::NotEncrypted},
        {E::LogKeyMissing, P::LogKeyMissing},
        {E::DiskFull, P::DiskFull},
        {E::NoMemory, P::NoMemory},
        {E::Io, P::Io},
        {E::TooLarge, P::TooLong},
        {E::AgainstRules, P::NotAllowed},
        {E::UnknownId, P::UnknownId},
        {E::NotPaired, P::NotPaired},
        {E::AlreadyPaired, P::AlreadyPaired},
        {E::Forked, P::Forked},
        {E::BadRecord, P::Damaged}, // a record of one's own that doesn't hold
    };
    ASSERT_EQ(all.size(), std::size_t(E::BadRecord) + 1);
    for (const auto& [error, problem] : all)
        EXPECT_EQ(problemOf(error), problem) << int(error);
}

TEST(Problem, EveryEndOfAPairingHasItsOwn) {
    using E = sync::PairingEnd;
    using P = PairingProblem;
    const std::map<E, P> all = {
        {E::Paired, P::None},
        {E::Cancelled, P::Cancelled},
        {E::CancelledThere, P::CancelledThere},
        {E::TimedOut, P::TimedOut},
        {E::NotFound, P::NotFound},
        {E::NoNetwork, P::NoNetwork},
        {E::SeveralFound, P::SeveralFound},
        {E::CantReach, P::CantReach},
        {E::CantListen, P::CantListen},
        {E::WrongCode, P::WrongCode},
        {E::NotMend, P::NotMend},
        {E::NewerVersion, P::NewerVersion},
        {E::OtherPerson, P::OtherPerson},
        {E::Storage, P::Storage},
    };
    ASSERT_EQ(all.size(), std::size_t(P::Storage) + 1);
    for (const auto& [end, problem] : all)
        EXPECT_EQ(problemOf(end), problem) << int(end);
}

TEST(Problem, WordsThatDontFitAreToldApart) {
    EXPECT_EQ(problemOf(DomainError::Empty), Problem::Empty);
    EXPECT_EQ(problemOf(DomainError::TooLong), Problem::TooLong);
    EXPECT_EQ(problemOf(DomainError::BadDay), Problem::BadDay);
    EXPECT_EQ(problemOf(DomainError::BadReference), Problem::UnknownId);
    for (const DomainError error :
         {DomainError::BadText, DomainError::BadName, DomainError::BadScale,
          DomainError::BadFeeling, DomainError::BadTick, DomainError::BadSchedule,
          DomainError::BadStep, DomainError::BadStrength})
        EXPECT_EQ(problemOf(error), Problem::BadInput) << int(error);
}
