#include "tests/core/vault/two_vaults.h"

namespace mend::vault {
namespace {

using namespace mend::test;
using record::Seal;

TEST(Sealed, TogetherStaysSealedUntilBothHaveWritten) {
    TwoVaults two;
    ASSERT_TRUE(two.sam.append(checkIn(QStringLiteral("mine")), {}, Seal::Together));
    two.exchange();
    EXPECT_EQ(wordsHere(two.alex, name(Kind::CheckIn)), 0);
    EXPECT_EQ(two.sam.vault->sync().counts().sealed, 1u);
    EXPECT_EQ(two.alex.vault->sync().counts().sealed, 0u) << "only one's own";
    EXPECT_TRUE(two.alex.vault->sync().lacking(10).empty()); // nothing of Alex's opens it
    ASSERT_TRUE(two.alex.append(checkIn(QStringLiteral("theirs")), {}, Seal::Together));
    EXPECT_EQ(two.alex.vault->sync().lacking(10).size(), 1u);
    two.exchange();
    two.exchange();
    EXPECT_EQ(wordsHere(two.alex, name(Kind::CheckIn)), 2);
    EXPECT_EQ(wordsHere(two.sam, name(Kind::CheckIn)), 2);
    EXPECT_EQ(two.sam.vault->sync().counts().sealed, 0u);
}

TEST(Sealed, AskingForSealedWordsDoesNotOpenThem) {
    TwoVaults two;
    const auto id = two.sam.append(checkIn(QStringLiteral("mine")), {}, Seal::Together);
    two.exchange();
    const auto given = two.sam.vault->sync().bodies({*id, two.sam.random.fixed<RecordId>()});
    ASSERT_TRUE(given);
    EXPECT_TRUE(given->empty());
    EXPECT_EQ(errorIn(two.sam.vault->sync().bodies(std::vector<RecordId>(513))),
              VaultError::BadRecord);
}

TEST(Sealed, ItsAuthorMayOpenIt) {
    TwoVaults two;
    const auto id = two.sam.append(checkIn(QStringLiteral("mine")), {}, Seal::Together);
    two.exchange();
    ASSERT_TRUE(two.sam.append(*Open::create({*id})));
    two.exchange();
    EXPECT_EQ(wordsHere(two.alex, name(Kind::CheckIn)), 1);
}

TEST(Sealed, AnyCheckInOfTheDayPairsAnotherDaysDoesNot) {
    TwoVaults two;
    ASSERT_TRUE(two.sam.append(checkIn(QStringLiteral("mine")), {}, Seal::Together));
    ASSERT_TRUE(two.alex.append(checkIn(QStringLiteral("earlier")), two.alex.today().plus(-1)));
    two.exchange();
    EXPECT_EQ(wordsHere(two.alex, name(Kind::CheckIn)), 1);
    ASSERT_TRUE(two.alex.append(checkIn(QStringLiteral("shared now")))); // no seal
    two.exchange();
    EXPECT_EQ(wordsHere(two.alex, name(Kind::CheckIn)), 3);
}

TEST(Sealed, LateWordsReleaseNothingByThemselves) {
    TwoVaults two;
    const Day day = two.sam.today();
    const auto id = two.sam.append(checkIn(QStringLiteral("mine")), day, Seal::Together);
    two.exchange();
    two.sam.clock.advanceDays(4);
    two.alex.clock.advanceDays(4);
    ASSERT_TRUE(two.alex.append(checkIn(QStringLiteral("late")), day, Seal::Together));
    two.exchange();
    two.exchange();
    // Sam wrote in time, and that opens Alex's; Alex's came too late to open Sam's.
    EXPECT_EQ(wordsHere(two.sam, name(Kind::CheckIn)), 2);
    EXPECT_EQ(wordsHere(two.alex, name(Kind::CheckIn)), 1);
    ASSERT_TRUE(two.sam.append(*Open::create({*id})));
    two.exchange();
    EXPECT_EQ(wordsHere(two.alex, name(Kind::CheckIn)), 2);
}

TEST(Sealed, AVersionReplacedBeforeOpeningIsNeverGiven) {
    TwoVaults two;
    const auto first = two.sam.append(checkIn(QStringLiteral("regretted")), {}, Seal::Together);
    ASSERT_TRUE(two.sam.append(checkIn(QStringLiteral("meant")), {}, Seal::Together, *first));
    two.exchange();
    ASSERT_TRUE(two.alex.append(checkIn(QStringLiteral("theirs")), {}, Seal::Together));
    two.exchange();
    two.exchange();
    EXPECT_EQ(wordsHere(two.alex, name(Kind::CheckIn)), 2); // mine, and Sam's second
    EXPECT_TRUE(two.sam.vault->sync().bodies({*first})->empty());
    // A version written after the opening is given at once.
    ASSERT_TRUE(two.sam.append(checkIn(QStringLiteral("more")), {}, Seal::Together, *first));
    two.exchange();
    EXPECT_EQ(wordsHere(two.alex, name(Kind::CheckIn)), 3);
}

TEST(Sealed, WithdrawingTakesTheWordsOnBothSides) {
    TwoVaults two;
    const auto first = two.sam.append(note(QStringLiteral("one")));
    two.exchange();
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("two")), {}, {}, *first));
    ASSERT_TRUE(two.sam.append(*Withdraw::create({*first})));
    two.exchange();
    EXPECT_EQ(wordsHere(two.sam, name(Kind::Note)), 0);
    EXPECT_EQ(wordsHere(two.alex, name(Kind::Note)), 0);
    EXPECT_TRUE(two.alex.vault->sync().lacking(10).empty());
    EXPECT_EQ(heldRecords(two.sam, true), heldRecords(two.alex, true));
}

TEST(Sealed, WordsThatWereGivenAndLostAreGivenAgainWhateverIsTakenBackMeanwhile) {
    TwoVaults two;
    SyncStore& alex = two.alex.vault->sync();
    const auto mine = two.sam.append(checkIn(QStringLiteral("mine")), {}, Seal::Together);
    two.exchange();
    const auto theirs = two.alex.append(checkIn(QStringLiteral("theirs")));
    two.give(two.alex, two.sam);
    ASSERT_EQ(two.sam.vault->sync().bodies({*mine})->size(), 1u); // the link is cut here
    ASSERT_TRUE(two.alex.append(*Withdraw::create({*theirs})));
    EXPECT_TRUE(alex.lacking(10).empty()); // as far as Alex can see it was never due
    EXPECT_EQ(alex.mayHaveBeenGiven(10), std::vector{*mine});
    two.exchange();
    EXPECT_EQ(wordsHere(two.alex, name(Kind::CheckIn)), 1);
    EXPECT_TRUE(alex.mayHaveBeenGiven(10).empty());
    EXPECT_EQ(readApart(two.sam, two.alex), "");
    EXPECT_TRUE(two.alex.vault->verify()->ok());
}

TEST(Sealed, AskingForWhatMayHaveBeenGivenOpensNothingThatWasNot) {
    TwoVaults two;
    const auto mine = two.sam.append(checkIn(QStringLiteral("mine")), {}, Seal::Together);
    two.exchange();
    const auto theirs = two.alex.append(checkIn(QStringLiteral("theirs")), {}, Seal::Together);
    ASSERT_TRUE(two.alex.append(*Withdraw::create({*theirs})));
    EXPECT_EQ(two.alex.vault->sync().mayHaveBeenGiven(10), std::vector{*mine});
    two.exchange();
    EXPECT_EQ(wordsHere(two.alex, name(Kind::CheckIn)), 0);
}

TEST(Sealed, WithdrawnSealedWordsAreNeverGiven) {
    TwoVaults two;
    const auto id = two.sam.append(checkIn(QStringLiteral("mine")), {}, Seal::Together);
    two.exchange();
    ASSERT_TRUE(two.sam.append(*Withdraw::create({*id})));
    ASSERT_TRUE(two.alex.append(checkIn(QStringLiteral("theirs")), {}, Seal::Together));
    two.exchange();
    EXPECT_EQ(wordsHere(two.alex, name(Kind::CheckIn)), 1);
    EXPECT_TRUE(two.sam.vault->sync().bodies({*id})->empty());
    EXPECT_EQ(wordsHere(two.sam, name(Kind::CheckIn)), 0); // nothing of Sam's opens Alex's now
}

} // namespace
} // namespace mend::vault
