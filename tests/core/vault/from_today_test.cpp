// Sharing from today, which starts a new log of mine, and pairing again, with the same person or
// another: what is of one pair is never read together with what is not.

#include "core/vault/read_store.h"
#include "tests/core/vault/two_vaults.h"

namespace mend::vault {
namespace {

using namespace mend::test;
using record::Seal;

// Keys are random, so whatever went by their order would show with one seed or another.
class FromToday : public testing::TestWithParam<quint64> {
protected:
    TestVault sam{QStringLiteral("Sam"), GetParam() * 3};
    TestVault alex{QStringLiteral("Alex"), GetParam() * 3 + 1};

    void pair(TestVault& with) {
        pairUp(sam, ShareBefore::FromToday, with, ShareBefore::FromToday);
        exchangeAll(sam, with);
    }
    void mayAsk(TestVault& vault, bool may) {
        MemberFields fields = vault.vault->member().fields();
        fields.mayBeAsked = may;
        ASSERT_TRUE(vault.vault->changeMember(fields));
    }
    static QString cardOf(TestVault& vault, Day day) {
        const auto card = vault.vault->read().partnerCard(day);
        const auto content = card && card->checkIn ? card->checkIn->content : std::nullopt;
        return content ? searchText(*content) : QString();
    }
    static std::vector<TimelineEntry> checkInsOf(TestVault& vault, Person by) {
        TimelineFilter filter;
        filter.by = by;
        filter.kinds = {name(Kind::CheckIn)};
        return vault.vault->read().older(filter, {}, 100)->entries;
    }
    static bool isAtHome(TestVault& vault, const RecordId& id) {
        const Day today = vault.today();
        return vault.vault->read().commitment(id, today, today, today)->atHome;
    }
    static void sameForBoth(TestVault& a, TestVault& b) {
        EXPECT_EQ(readApart(a, b), "");
        EXPECT_TRUE(a.vault->verify()->ok());
        EXPECT_TRUE(b.vault->verify()->ok());
    }
};

TEST_P(FromToday, BothGetEachOthersWordsOfADayThatHadSomeBefore) {
    ASSERT_TRUE(sam.append(checkIn(QStringLiteral("at home"))));
    pair(alex);
    EXPECT_FALSE(sam.vault->read().myCheckIn(sam.today())->shared);
    const auto mine = sam.append(checkIn(QStringLiteral("for Alex")), {}, Seal::Together);
    ASSERT_TRUE(alex.append(checkIn(QStringLiteral("for Sam")), {}, Seal::Together));
    exchangeAll(sam, alex);
    EXPECT_TRUE(cardOf(alex, alex.today()).contains(u"for Alex"));
    EXPECT_TRUE(cardOf(sam, sam.today()).contains(u"for Sam"));
    EXPECT_EQ(sam.vault->read().myCheckIn(sam.today())->shared->id, *mine);
    EXPECT_FALSE(sam.vault->read().entry(*mine)->edited);
    EXPECT_EQ(checkInsOf(sam, Person::Me).size(), 2u); // what stays at home stays readable
    sameForBoth(sam, alex);
}

TEST_P(FromToday, WhatIsSharedIsTakenBackAndOpenedByItsEntry) {
    const auto atHome = sam.append(checkIn(QStringLiteral("at home")));
    pair(alex);
    ASSERT_TRUE(sam.append(checkIn(QStringLiteral("for Alex")), {}, Seal::Together));
    exchangeAll(sam, alex);
    const RecordId shown = sam.vault->read().myCheckIn(sam.today())->shared->id;
    ASSERT_TRUE(sam.append(*Open::create({shown})));
    exchangeAll(sam, alex);
    EXPECT_TRUE(cardOf(alex, alex.today()).contains(u"for Alex"));
    ASSERT_TRUE(sam.append(*Withdraw::create({shown})));
    exchangeAll(sam, alex);
    EXPECT_EQ(wordsHere(alex, name(Kind::CheckIn)), 0);
    EXPECT_EQ(wordsHere(sam, name(Kind::CheckIn)), 1); // what was at home is another thing
    const quint64 shared = sam.vault->sync().counts().mine;
    ASSERT_TRUE(sam.append(*Withdraw::create({*atHome}))); // and nobody is told when it goes
    EXPECT_EQ(wordsHere(sam, name(Kind::CheckIn)), 0);
    EXPECT_EQ(sam.vault->sync().counts().mine, shared);
    sameForBoth(sam, alex);
}

TEST_P(FromToday, WhetherICanBeAskedIsWhatISaidLast) {
    mayAsk(sam, false);
    pair(alex);
    mayAsk(sam, true);
    exchangeAll(sam, alex);
    const auto asked =
        alex.append(commitment(QStringLiteral("Call"), alex.today(), Person::Partner));
    ASSERT_TRUE(asked);
    exchangeAll(sam, alex);
    const Day today = sam.today();
    EXPECT_EQ(sam.vault->read().commitments(today, today, today)->size(), 1u);
    mayAsk(sam, false);
    EXPECT_TRUE(sam.vault->read().commitments(today, today, today)->empty());
    EXPECT_TRUE(sam.vault->verify()->ok());
}

TEST_P(FromToday, APromiseFromBeforeIsAnsweredAndEndedAtHome) {
    const auto promise = sam.append(commitment(QStringLiteral("Call"), sam.today()));
    EXPECT_FALSE(isAtHome(sam, *promise)) << "nobody is there who doesn't see it";
    pair(alex);
    EXPECT_TRUE(isAtHome(sam, *promise));
    const quint64 shared = sam.vault->sync().counts().mine;
    const auto kept = sam.append(*Outcome::create({*promise, OutcomeState::Kept, {}}));
    ASSERT_TRUE(kept);
    ASSERT_TRUE(sam.append(*Outcome::create({*promise, OutcomeState::Partly, {}}), {}, {}, *kept));
    ASSERT_TRUE(sam.append(*CommitmentChange::create({*promise, ChangeKind::End, {}})));
    const Day today = sam.today();
    const auto reading = sam.vault->read().commitment(*promise, today, today, today);
    EXPECT_EQ(reading->days.front().state, DayState::Partly);
    EXPECT_EQ(reading->state, CommitmentState::Ended);
    EXPECT_EQ(sam.vault->sync().counts().mine, shared); // nobody chose to share it
    exchangeAll(sam, alex);
    EXPECT_TRUE(alex.vault->read().commitments(today, today, today)->empty());
    sameForBoth(sam, alex);
}

TEST_P(FromToday, WhatBothHaveFromAnEarlierTimeGoesOnTogether) {
    pair(alex);
    const auto promise = sam.append(commitment(QStringLiteral("Call"), sam.today()));
    const auto said = sam.append(note(QStringLiteral("at sea")));
    exchangeAll(sam, alex);
    EXPECT_FALSE(isAtHome(sam, *promise));
    part(sam, alex);
    const auto alone = sam.append(commitment(QStringLiteral("Write"), sam.today()));
    pair(alex);
    EXPECT_FALSE(isAtHome(sam, *promise));
    EXPECT_TRUE(isAtHome(sam, *alone));
    const auto again = sam.append(commitment(QStringLiteral("Write"), sam.today()));
    EXPECT_FALSE(isAtHome(sam, *again));
    ASSERT_TRUE(sam.append(*Outcome::create({*promise, OutcomeState::Kept, {}})));
    ASSERT_TRUE(sam.append(*Withdraw::create({*said})));
    ASSERT_TRUE(sam.append(*Outcome::create({*alone, OutcomeState::Kept, {}})));
    exchangeAll(sam, alex);
    const Day today = sam.today();
    EXPECT_EQ(alex.vault->read().commitment(*promise, today, today, today)->days.front().state,
              DayState::Kept);
    EXPECT_EQ(wordsHere(alex, name(Kind::Note)), 0);
    EXPECT_EQ(wordsHere(alex, name(Kind::Outcome)), 1);
    sameForBoth(sam, alex);
}

TEST_P(FromToday, WhatOneWroteOpensNothingForAnother) {
    TestVault kim(QStringLiteral("Kim"), GetParam() * 3 + 2);
    pair(alex);
    ASSERT_TRUE(alex.append(checkIn(QStringLiteral("from Alex"))));
    exchangeAll(sam, alex);
    part(sam, alex);
    pair(kim);
    ASSERT_TRUE(sam.append(checkIn(QStringLiteral("for Kim")), {}, Seal::Together));
    exchangeAll(sam, kim);
    EXPECT_EQ(wordsHere(kim, name(Kind::CheckIn)), 0);
    EXPECT_FALSE(sam.vault->read().partnerCard(sam.today())->checkIn);
    ASSERT_TRUE(kim.append(checkIn(QStringLiteral("from Kim")), {}, Seal::Together));
    exchangeAll(sam, kim);
    EXPECT_TRUE(cardOf(kim, kim.today()).contains(u"for Kim"));
    EXPECT_TRUE(cardOf(sam, sam.today()).contains(u"from Kim"));
    EXPECT_EQ(checkInsOf(sam, Person::Partner).size(), 2u); // two people's, two entries
    sameForBoth(sam, kim);
}

TEST_P(FromToday, APromiseOfOneIsNotReadAsAnothers) {
    TestVault kim(QStringLiteral("Kim"), GetParam() * 3 + 2);
    pair(alex);
    ASSERT_TRUE(alex.append(commitment(QStringLiteral("Alex's"), alex.today())));
    const auto mine = sam.append(commitment(QStringLiteral("Sam's"), sam.today()));
    exchangeAll(sam, alex);
    const Day today = sam.today();
    EXPECT_EQ(sam.vault->read().commitments(today, today, today)->size(), 2u);
    part(sam, alex);
    pair(kim);
    const auto now = sam.vault->read().commitments(today, today, today);
    ASSERT_EQ(now->size(), 1u);
    EXPECT_EQ(now->front().id, *mine);
    EXPECT_EQ(sam.vault->read().shards(today, today)->front().states.size(), 1u);
    ASSERT_TRUE(sam.append(*CommitmentChange::create({*mine, ChangeKind::End, {}})));
    exchangeAll(sam, kim);
    EXPECT_TRUE(kim.vault->read().commitments(today, today, today)->empty());
}

TEST_P(FromToday, WhatOneTakesBackLeavesAnothersWords) {
    TestVault kim(QStringLiteral("Kim"), GetParam() * 3 + 2);
    pair(alex);
    ASSERT_TRUE(alex.append(checkIn(QStringLiteral("from Alex"))));
    exchangeAll(sam, alex);
    part(sam, alex);
    pair(kim);
    const auto kims = kim.append(checkIn(QStringLiteral("from Kim")));
    ASSERT_TRUE(kim.append(*Withdraw::create({*kims})));
    exchangeAll(sam, kim);
    EXPECT_EQ(wordsHere(sam, name(Kind::CheckIn)), 1);
    const auto shown = checkInsOf(sam, Person::Partner);
    ASSERT_EQ(shown.size(), 2u);
    EXPECT_EQ(int(shown[0].content.has_value()) + int(shown[1].content.has_value()), 1);
    EXPECT_TRUE(sam.vault->verify()->ok());
}

// Kim can't know what Alex and Sam wrote, unless somebody showed her its ids.
TEST_P(FromToday, WhoKnowsTheIdOfAnothersWordsChangesNothingOfThem) {
    mayAsk(alex, true);
    pair(alex);
    const Day today = sam.today();
    const RecordId mine = *sam.append(commitment(QStringLiteral("Sam's"), today));
    const RecordId asked = *sam.append(commitment(QStringLiteral("Asked"), today, Person::Partner));
    const RecordId alexs = *alex.append(commitment(QStringLiteral("Alex's"), today));
    const RecordId said = *alex.append(note(QStringLiteral("by Alex")));
    const RecordId kept = *alex.append(*Outcome::create({alexs, OutcomeState::Kept, {}}));
    exchangeAll(sam, alex);
    part(sam, alex);
    TestVault kim(QStringLiteral("Kim"), GetParam() * 3 + 2);
    pair(kim);
    const QByteArray before = digestOf(sam);
    std::optional<LogHead> last;
    const auto says = [&](Content content, std::optional<RecordId> replaces = {}) {
        const record::Draft draft{{std::move(content), replaces}, today, Seal::None};
        const OutBatch batch = forged(kim, draft, kim.vault->sync().counts().theirs, last);
        last = batch.head.head;
        EXPECT_EQ(offered(sam, batch), std::nullopt);
        EXPECT_EQ(digestOf(sam), before) << int(kindOf(draft.body.content));
    };
    says(*View::create({mine, ViewState::Differs, QStringLiteral("no")}));
    says(*Consent::create({asked, Answer::Yes, {}}));
    says(*Outcome::create({alexs, OutcomeState::Missed, {}}));
    says(*Outcome::create({alexs, OutcomeState::Missed, {}}), kept);
    says(*CommitmentChange::create({alexs, ChangeKind::End, {}}));
    says(note(QStringLiteral("by Kim")), said);
    says(*Withdraw::create({said}));
    EXPECT_TRUE(sam.append(*CommitmentChange::create({asked, ChangeKind::End, {}})));
    EXPECT_TRUE(sam.vault->verify()->ok());
}

TEST_P(FromToday, TheNewerLogIsTheOneThatWasPairedWithLater) {
    pair(alex);
    const auto first = sam.append(note(QStringLiteral("one")));
    exchangeAll(sam, alex);
    part(sam, alex);
    pair(alex);
    ASSERT_TRUE(sam.append(note(QStringLiteral("two")), {}, {}, *first));
    exchangeAll(sam, alex);
    for (TestVault* each : {&sam, &alex}) {
        const auto entry = each->vault->read().entry(*first);
        EXPECT_EQ(searchText(*entry->content).trimmed(), u"two");
    }
    sameForBoth(sam, alex);
}

INSTANTIATE_TEST_SUITE_P(Seeds, FromToday, testing::Range(quint64(1), quint64(7)));

} // namespace
} // namespace mend::vault
