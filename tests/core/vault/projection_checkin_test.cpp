// Check-ins: one entry a person and day, and words that open together.

#include "tests/core/vault/two_authors.h"

namespace mend::vault::test {
namespace {

using namespace Qt::StringLiterals;

const How together = {.seal = record::Seal::Together};

struct ProjectionCheckIn : TwoPaired {
    record::Record theirsSealed(const QString& words, How how = {}) {
        how.seal = record::Seal::Together;
        return vault.takeSealed(alex, alex.write(checkIn(words), how));
    }
    std::optional<TimelineEntry> of(Person person) {
        const auto entries = vault.timeline(onlyBy(person));
        EXPECT_LE(entries.size(), 1u);
        return entries.empty() ? std::nullopt : std::optional(entries.front());
    }
};

QString helped(const std::optional<TimelineEntry>& entry) {
    const CheckIn* content =
        entry && entry->content ? std::get_if<CheckIn>(&*entry->content) : nullptr;
    return content ? (*content)->texts.value(CheckInText::Helped) : QString();
}

TEST_F(ProjectionCheckIn, ALaterOneOfTheDayReplacesTheEarlier) {
    const auto first = mine(checkIn(u"a walk"_s));
    const auto second = mine(checkIn(u"a long walk"_s));
    EXPECT_EQ(of(Person::Me)->id, first.id);
    EXPECT_EQ(of(Person::Me)->newest, second.id);
    EXPECT_TRUE(of(Person::Me)->edited);
    EXPECT_EQ(helped(of(Person::Me)), u"a long walk"_s);
    EXPECT_EQ(helped(vault.read().earlier(second.id)->front()), u"a walk"_s);
}

TEST_F(ProjectionCheckIn, EachDayHasItsOwn) {
    mine(checkIn(u"one"_s));
    mine(checkIn(u"two"_s), {.day = sunday.plus(-1)});
    EXPECT_EQ(vault.timeline().size(), 2u);
}

TEST_F(ProjectionCheckIn, SealedWordsOpenWhenTheirBodyIsHere) {
    const auto record = theirsSealed(u"their words"_s);
    EXPECT_EQ(of(Person::Partner)->seal, SealState::Sealed);
    EXPECT_FALSE(of(Person::Partner)->content.has_value());
    EXPECT_TRUE(vault.timeline(having(u"words"_s)).empty());
    vault.takeBody(record);
    EXPECT_EQ(of(Person::Partner)->seal, SealState::None);
    EXPECT_EQ(helped(of(Person::Partner)), u"their words"_s);
    EXPECT_EQ(vault.timeline(having(u"words"_s)).size(), 1u);
}

TEST_F(ProjectionCheckIn, MyOwnWordsAreMineToReadAndSealedUntilTheOtherShared) {
    mine(checkIn(u"my words"_s), together);
    EXPECT_EQ(of(Person::Me)->seal, SealState::Sealed);
    EXPECT_EQ(helped(of(Person::Me)), u"my words"_s);
    theirsSealed(u"their words"_s);
    EXPECT_EQ(of(Person::Me)->seal, SealState::None);
}

TEST_F(ProjectionCheckIn, AnUnsealedOneOpensMineToo) {
    mine(checkIn(u"my words"_s), together);
    theirs(checkIn(u"said at once"_s));
    EXPECT_EQ(of(Person::Me)->seal, SealState::None);
}

TEST_F(ProjectionCheckIn, OneMuchLaterOrForADayAheadReleasesNothing) {
    mine(checkIn(u"my words"_s), together);
    theirsSealed(u"too late"_s, {.at = noonOf(sunday.plus(4))});
    EXPECT_EQ(of(Person::Me)->seal, SealState::Sealed);
    mine(checkIn(u"tomorrow"_s), {.day = sunday.plus(5), .seal = record::Seal::Together});
    theirsSealed(u"ahead"_s, {.day = sunday.plus(5), .at = noonOf(sunday)});
    EXPECT_EQ(vault.timeline(onlyBy(Person::Me)).front().seal, SealState::Sealed);
}

TEST_F(ProjectionCheckIn, ItsAuthorMayOpenItBefore) {
    const auto record = mine(checkIn(u"my words"_s), together);
    theirs(opening(record.id), {.day = {}}); // not theirs to open
    EXPECT_EQ(of(Person::Me)->seal, SealState::Sealed);
    mine(opening(record.id), {.day = {}});
    EXPECT_EQ(of(Person::Me)->seal, SealState::None);
}

TEST_F(ProjectionCheckIn, AVersionReplacedBeforeItWasGivenIsMarked) {
    theirsSealed(u"first thought"_s);
    EXPECT_FALSE(of(Person::Partner)->changedBeforeOpening);
    theirsSealed(u"second thought"_s);
    EXPECT_TRUE(of(Person::Partner)->changedBeforeOpening);
    EXPECT_FALSE(of(Person::Partner)->changedAfterOpening);
}

TEST_F(ProjectionCheckIn, AVersionThatKnewTheOthersIsMarked) {
    mine(checkIn(u"mine"_s), together);
    theirs(checkIn(u"at first"_s), together);
    EXPECT_FALSE(of(Person::Partner)->changedAfterOpening);
    theirs(checkIn(u"having read yours"_s), {.seal = record::Seal::Together, .seen = held + 1});
    EXPECT_TRUE(of(Person::Partner)->changedAfterOpening);
    EXPECT_FALSE(of(Person::Partner)->changedBeforeOpening);
}

TEST_F(ProjectionCheckIn, KnowingTheOthersWhenFirstWritingIsNoChange) {
    mine(checkIn(u"mine"_s), together);
    theirs(checkIn(u"theirs"_s), {.seal = record::Seal::Together, .seen = held + 1});
    EXPECT_FALSE(of(Person::Partner)->changedAfterOpening);
}

TEST_F(ProjectionCheckIn, AVersionOpenedByItsAuthorWasGiven) {
    const auto first = theirs(checkIn(u"one"_s), together);
    theirs(opening(first.id), {.day = {}});
    theirs(checkIn(u"two"_s), together);
    EXPECT_FALSE(of(Person::Partner)->changedBeforeOpening);
}

TEST_F(ProjectionCheckIn, WithdrawingCoversEveryEarlierOneOfThatDay) {
    mine(checkIn(u"one"_s));
    const auto second = mine(checkIn(u"two"_s));
    mine(checkIn(u"the day before"_s), {.day = sunday.plus(-1)});
    mine(withdrawal(second.id), {.day = {}});
    const auto entries = vault.timeline();
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].seal, SealState::Withdrawn);
    EXPECT_FALSE(entries[0].content.has_value());
    EXPECT_EQ(entries[1].seal, SealState::None);
    EXPECT_TRUE(vault.read().earlier(second.id)->empty()); // the one that was taken back is later
}

// As only another program would write one.
TEST_F(ProjectionCheckIn, WithdrawingOneThatCountsForNothingCoversItsDayToo) {
    const auto nothing =
        vault.take(alex, alex.writeRaw(u"checkin"_s, "\xa0", {.seal = record::Seal::WhenAsked}));
    theirs(checkIn(u"not for long"_s, 4));
    EXPECT_EQ(vault.timeline(having(u"long"_s)).size(), 1u);
    theirs(withdrawal(nothing.id), {.day = {}});
    EXPECT_TRUE(vault.timeline().empty());
    EXPECT_TRUE(vault.timeline(having(u"long"_s)).empty());
    EXPECT_TRUE(vault.read().scales(Person::Partner, sunday, sunday)->empty());
}

TEST_F(ProjectionCheckIn, OneWrittenAfterWithdrawingStands) {
    const auto first = mine(checkIn(u"one"_s));
    mine(withdrawal(first.id), {.day = {}});
    const auto second = mine(checkIn(u"two"_s));
    EXPECT_EQ(of(Person::Me)->id, second.id);
    EXPECT_EQ(helped(of(Person::Me)), u"two"_s);
    EXPECT_TRUE(of(Person::Me)->edited);
    EXPECT_EQ(vault.read().earlier(second.id)->front().seal, SealState::Withdrawn);
}

TEST_F(ProjectionCheckIn, AWithdrawnOneOpensNothing) {
    mine(checkIn(u"my words"_s), together);
    const auto record = theirsSealed(u"not for long"_s);
    EXPECT_EQ(of(Person::Me)->seal, SealState::None);
    theirs(withdrawal(record.id), {.day = {}});
    EXPECT_EQ(of(Person::Me)->seal, SealState::Sealed);
}

TEST_F(ProjectionCheckIn, WordsThatDiedWithALogAreLost) {
    theirsSealed(u"never to be read"_s);
    const auto last = theirs(note(u"last of this log"_s), {.day = sunday.plus(-9)});
    mine(pairWith(alex.log, {last.head()}), {.day = {}});
    EXPECT_EQ(vault.timeline(onlyKind(u"checkin"_s)).front().seal, SealState::Lost);
}

TEST_F(ProjectionCheckIn, NobodyClosesALogOfTheirOwn) {
    theirsSealed(u"to be read one day"_s);
    const auto last = theirs(note(u"still here"_s));
    theirs(pairWith(me.log, {last.head()}), {.day = {}});
    EXPECT_EQ(vault.timeline(onlyKind(u"checkin"_s)).front().seal, SealState::Sealed);
}

TEST_F(ProjectionCheckIn, ScalesFollowTheNewestWords) {
    mine(checkIn(u"one"_s, 3));
    mine(checkIn(u"two"_s, 5));
    const std::vector<ScaleReading> expected = {{sunday, Scale::Trust, 5}};
    EXPECT_EQ(*vault.read().scales(Person::Me, sunday, sunday), expected);
    EXPECT_TRUE(vault.read().scales(Person::Partner, sunday, sunday)->empty());
    mine(withdrawal(vault.timeline().front().id), {.day = {}});
    EXPECT_TRUE(vault.read().scales(Person::Me, sunday, sunday)->empty());
}

TEST_F(ProjectionCheckIn, TheCardSaysWhatStandsInItsPlace) {
    EXPECT_FALSE(vault.read().partnerCard(sunday)->checkIn.has_value());
    theirsSealed(u"their words"_s);
    EXPECT_TRUE(vault.read().partnerCard(sunday)->opensWhenBothShared);
    EXPECT_EQ(vault.read().partnerCard(sunday)->checkIn->seal, SealState::Sealed);
    mine(checkIn(u"my words"_s), together);
    EXPECT_FALSE(vault.read().partnerCard(sunday)->opensWhenBothShared);
    theirs(note(u"at work"_s));
    theirs(moment(u"hard"_s));
    theirs(note(u"yesterday"_s), {.day = sunday.plus(-1)});
    mine(note(u"not on their card"_s));
    EXPECT_EQ(vault.read().partnerCard(sunday)->notes.size(), 1u);
    EXPECT_EQ(vault.read().partnerCard(sunday)->moments.size(), 1u);
    EXPECT_EQ(vault.read().partnerCard(sunday)->day, sunday);
}

// A day is looked at each time anything changes.
TEST_F(ProjectionCheckIn, TheCardReadsTheNewestFewNotesOfADay) {
    for (int i = 0; i < 70; ++i)
        theirs(note(u"note %1"_s.arg(i)), {.at = noonOf(sunday) + i * qint64(60000)});
    const auto card = vault.read().partnerCard(sunday);
    ASSERT_EQ(card->notes.size(), 64u);
    EXPECT_EQ(std::get<Note>(*card->notes.front().content)->text, u"note 69");
    EXPECT_TRUE(card->more);
}

TEST_F(ProjectionCheckIn, TheCardTellsOfAsManyAsItHasRoomForAndWhetherThereAreOthers) {
    const auto at = [](int minute) { return noonOf(sunday) + minute * qint64(60000); };
    for (int i = 0; i < 3; ++i)
        theirs(note(u"note %1"_s.arg(i)), {.at = at(i)});
    theirs(moment(u"hard"_s));
    const auto newest = theirs(note(u"taken back"_s), {.at = at(9)});
    theirs(withdrawal(newest.id), {.day = {}});
    const auto card = [&](int notes, int moments) {
        return *vault.read().partnerCard(sunday, {notes, moments});
    };
    ASSERT_EQ(card(2, 1).notes.size(), 2u);
    EXPECT_EQ(std::get<Note>(*card(2, 1).notes.front().content)->text, u"note 2");
    EXPECT_TRUE(card(2, 1).more);
    EXPECT_EQ(card(3, 1).notes.size(), 3u);
    EXPECT_FALSE(card(3, 1).more) << "what was taken back takes no room";
    EXPECT_TRUE(card(3, 0).moments.empty());
    EXPECT_TRUE(card(3, 0).more);
}

TEST_F(ProjectionCheckIn, TheCardHidesNothingBehindWhatWasTakenBack) {
    theirs(note(u"at first"_s), {.at = noonOf(sunday)});
    for (int i = 1; i <= 65; ++i) {
        const auto said = theirs(note(u"again"_s), {.at = noonOf(sunday) + i * qint64(60000)});
        theirs(withdrawal(said.id), {.day = {}});
    }
    const auto card = vault.read().partnerCard(sunday);
    EXPECT_TRUE(card->notes.empty());
    EXPECT_TRUE(card->more);
}

TEST_F(ProjectionCheckIn, MyOwnCardSaysHowItIsSharedAndWhetherItWasGiven) {
    EXPECT_EQ(vault.read().myCheckIn(sunday)->share, Share::Private);
    const auto first = mine(checkIn(u"my words"_s), together);
    EXPECT_EQ(vault.read().myCheckIn(sunday)->share, Share::Together);
    EXPECT_EQ(helped(vault.read().myCheckIn(sunday)->shared), u"my words"_s);
    EXPECT_FALSE(vault.read().myCheckIn(sunday)->given);
    theirs(checkIn(u"theirs"_s), together); // so that mine is due
    vault.store().markGiven(vault.store().record(first.id)->n);
    EXPECT_TRUE(vault.read().myCheckIn(sunday)->given);
    mine(checkIn(u"now"_s));
    EXPECT_EQ(vault.read().myCheckIn(sunday)->share, Share::Now);
    mine(withdrawal(first.id), {.day = {}});
    EXPECT_FALSE(vault.read().myCheckIn(sunday)->shared.has_value());
}

} // namespace
} // namespace mend::vault::test
