// Reading the timeline: pages, filters, search, the year strip, ids.

#include "core/vault/timeline_query.h"
#include "tests/core/vault/two_authors.h"

namespace mend::vault::test {
namespace {

using namespace Qt::StringLiterals;

struct ReadStoreTest : TwoAuthors {
    // Ten days with a note of each.
    void writeTenDays() {
        for (int i = 0; i < 10; ++i) {
            mine(note(u"mine %1"_s.arg(i)), {.day = sunday.plus(i)});
            theirs(note(u"theirs %1"_s.arg(i)), {.day = sunday.plus(i)});
        }
    }
    std::vector<QString> found(const QString& search) {
        std::vector<QString> texts;
        for (const TimelineEntry& entry : vault.timeline(having(search)))
            texts.push_back(searchText(*entry.content));
        return texts;
    }
};

TEST_F(ReadStoreTest, PagesGoFromTheNewestToTheOldestWithoutGapOrDoubling) {
    writeTenDays();
    ReadStore read = vault.read();
    std::vector<TimelineEntry> all;
    std::optional<TimelineKey> before;
    bool more = true;
    while (more) {
        const auto page = read.older({}, before, 3);
        ASSERT_TRUE(page.has_value());
        ASSERT_FALSE(page->entries.empty());
        EXPECT_EQ(page->moreNewer, before.has_value());
        all.insert(all.end(), page->entries.begin(), page->entries.end());
        before = keyOf(all.back());
        more = page->moreOlder;
    }
    ASSERT_EQ(all.size(), 20u);
    for (std::size_t i = 1; i < all.size(); ++i)
        EXPECT_LT(keyOf(all[i]), keyOf(all[i - 1]));
    EXPECT_TRUE(read.older({}, before, 3)->entries.empty());
    EXPECT_TRUE(read.older({}, before, 3)->moreNewer);
}

TEST_F(ReadStoreTest, NewerGivesTheEntriesJustAfterNewestFirst) {
    writeTenDays();
    ReadStore read = vault.read();
    const auto all = read.older({}, {}, 100)->entries;
    const auto page = read.newer({}, keyOf(all[10]), 4);
    ASSERT_EQ(page->entries.size(), 4u);
    for (std::size_t i = 0; i < 4; ++i)
        EXPECT_EQ(page->entries[i].id, all[6 + i].id);
    EXPECT_TRUE(page->moreNewer);
    EXPECT_TRUE(page->moreOlder);
    const auto beyond = read.newer({}, keyOf(all[0]), 4);
    EXPECT_TRUE(beyond->entries.empty());
    EXPECT_TRUE(beyond->moreOlder);
    EXPECT_FALSE(beyond->moreNewer);
}

TEST_F(ReadStoreTest, AroundStartsAtADayOrTheNextOlder) {
    writeTenDays();
    ReadStore read = vault.read();
    EXPECT_EQ(read.around({}, sunday.plus(4), 3)->entries.front().day, sunday.plus(4));
    EXPECT_TRUE(read.around({}, sunday.plus(4), 3)->moreNewer);
    EXPECT_EQ(read.around({}, sunday.plus(99), 3)->entries.front().day, sunday.plus(9));
    EXPECT_FALSE(read.around({}, sunday.plus(99), 3)->moreNewer);
    EXPECT_TRUE(read.around({}, sunday.plus(-1), 3)->entries.empty());
    EXPECT_TRUE(read.around({}, sunday.plus(-1), 3)->moreNewer);
}

TEST_F(ReadStoreTest, AnEmptyTimelineHasNoPages) {
    ReadStore read = vault.read();
    const auto page = read.older({}, {}, 50);
    EXPECT_TRUE(page->entries.empty());
    EXPECT_FALSE(page->moreNewer || page->moreOlder);
    EXPECT_FALSE(read.firstDay().has_value());
    EXPECT_EQ(read.count({}), 0);
}

TEST_F(ReadStoreTest, FiltersNarrowByKindPersonDaysAndCommitments) {
    writeTenDays();
    mine(moment(u"hard"_s));
    const auto promised = mine(commitment(promise(u"Home by 18:30"_s)));
    mine(outcome(promised.id, OutcomeState::Kept));
    ReadStore read = vault.read();
    EXPECT_EQ(read.count({}), 23);
    EXPECT_EQ(read.count(onlyKind(u"moment"_s)), 1);
    EXPECT_EQ(read.count(onlyBy(Person::Partner)), 10);
    TimelineFilter filter;
    filter.onlyCommitments = true;
    EXPECT_EQ(read.count(filter), 2);
    filter.kinds = {u"note"_s, u"outcome"_s};
    EXPECT_EQ(read.count(filter), 1);
    filter.kinds = {u"note"_s};
    EXPECT_EQ(read.count(filter), 0);
    filter = {};
    filter.from = sunday.plus(2);
    filter.to = sunday.plus(3);
    EXPECT_EQ(read.count(filter), 4);
    EXPECT_EQ(read.older(filter, {}, 3)->entries.size(), 3u);
    EXPECT_TRUE(read.older(filter, {}, 3)->moreOlder);
    EXPECT_FALSE(read.older(filter, {}, 4)->moreOlder);
    EXPECT_TRUE(read.older(filter, {}, -1)->entries.empty());
}

TEST_F(ReadStoreTest, AKeyOutsideTheFiltersDaysAddsNothing) {
    writeTenDays();
    ReadStore read = vault.read();
    TimelineFilter filter;
    filter.from = sunday.plus(2);
    filter.to = sunday.plus(3);
    EXPECT_EQ(read.newer(filter, {sunday, 0, RecordId()}, 9)->entries.size(), 4u);
    EXPECT_EQ(read.older(filter, TimelineKey{sunday.plus(9), 0, RecordId()}, 9)->entries.size(),
              4u);
    EXPECT_TRUE(read.newer(filter, {sunday.plus(5), 0, RecordId()}, 9)->entries.empty());
    EXPECT_TRUE(read.newer(filter, {sunday.plus(5), 0, RecordId()}, 9)->moreOlder);
}

TEST_F(ReadStoreTest, TheYearStripCountsEachDay) {
    writeTenDays();
    mine(note(u"one more"_s), {.day = sunday.plus(1)});
    ReadStore read = vault.read();
    const std::map<Day, int> expected = {{sunday, 2}, {sunday.plus(1), 3}};
    EXPECT_EQ(*read.perDay({}, sunday.plus(-300), sunday.plus(1)), expected);
    const std::map<Day, int> theirsOnly = {{sunday, 1}, {sunday.plus(1), 1}};
    EXPECT_EQ(*read.perDay(onlyBy(Person::Partner), sunday, sunday.plus(1)), theirsOnly);
    EXPECT_EQ(read.firstDay(), sunday);
}

TEST_F(ReadStoreTest, SearchFindsEveryWordInAnyScriptAndTheLastAsABeginning) {
    mine(note(u"Café with Zoë near the river"_s));
    mine(note(u"the river"_s));
    mine(note(u"שלום my dear"_s));
    EXPECT_EQ(found(u"cafe"_s).size(), 1u);
    EXPECT_EQ(found(u"ZOE river"_s).size(), 1u);
    EXPECT_EQ(found(u"river cafe"_s).size(), 1u);
    EXPECT_EQ(found(u"riv"_s).size(), 2u);
    EXPECT_EQ(found(u"riv cafe"_s).size(), 0u); // only the last may be unfinished
    EXPECT_EQ(found(u"שלום"_s).size(), 1u);
    EXPECT_EQ(found(u"absent"_s).size(), 0u);
}

TEST_F(ReadStoreTest, SearchKnowsNoOperators) {
    mine(note(u"or not near a column"_s));
    mine(note(u"something else"_s));
    EXPECT_EQ(found(u"OR"_s), std::vector{u"or not near a column"_s});
    EXPECT_EQ(found(u"column OR else"_s).size(), 0u);
    EXPECT_EQ(found(u"NEAR(column)"_s).size(), 1u);
    EXPECT_EQ(found(u"NOT else"_s).size(), 0u);
    EXPECT_EQ(found(u"text:column"_s).size(), 0u); // a word like others, not a column's name
    EXPECT_EQ(found(u"\"column\""_s).size(), 1u);
    EXPECT_EQ(found(u"col*"_s).size(), 1u);
    EXPECT_EQ(found(u"^column -else +a {b}"_s).size(), 0u);
    // Nothing in these is part of a word.
    EXPECT_EQ(found(u"\""_s).size(), 2u);
    EXPECT_EQ(found(u"*"_s).size(), 2u);
    EXPECT_EQ(found(u"' ) ; --"_s).size(), 2u);
}

TEST_F(ReadStoreTest, MarkupAndDirectionMarksStayPlainText) {
    const QString words = u"<b>bold</b> <img src=x> \u202eevil\u202c & \u2067right\u2069"_s;
    const auto record = mine(note(words));
    const auto entry = vault.read().entry(record.id);
    ASSERT_TRUE(entry->content.has_value());
    EXPECT_EQ(std::get<Note>(*entry->content)->text, words);
    EXPECT_EQ(found(u"<b>bold"_s).size(), 1u);
    EXPECT_EQ(found(u"evil"_s).size(), 1u);
}

TEST_F(ReadStoreTest, AnEntryIsFoundByAnyOfItsVersions) {
    const auto first = mine(note(u"one"_s));
    const auto second = mine(note(u"two"_s), {.replaces = first.id});
    const auto checked = mine(checkIn(u"one"_s));
    const auto again = mine(checkIn(u"two"_s));
    ReadStore read = vault.read();
    EXPECT_EQ(read.entry(second.id)->id, first.id);
    EXPECT_EQ(read.entry(again.id)->id, checked.id);
    EXPECT_EQ(read.entry(RecordId()).error(), VaultError::UnknownId);
    EXPECT_EQ(read.earlier(RecordId()).error(), VaultError::UnknownId);
}

TEST_F(ReadStoreTest, AnIdIsResolvedFromEightDigitsOfIt) {
    const auto record = mine(note(u"one"_s));
    mine(note(u"two"_s));
    ReadStore read = vault.read();
    const QString hex = record.id.toHex();
    EXPECT_EQ(*read.resolve(hex), record.id);
    EXPECT_EQ(*read.resolve(hex.left(8)), record.id);
    EXPECT_EQ(*read.resolve(hex.left(9).toUpper()), record.id);
    EXPECT_EQ(read.resolve(hex.left(7)).error(), VaultError::UnknownId);
    EXPECT_EQ(read.resolve(hex + u'0').error(), VaultError::UnknownId);
    EXPECT_EQ(read.resolve(u"zzzzzzzz").error(), VaultError::UnknownId);
    EXPECT_EQ(read.resolve(u"0000000000").error(), VaultError::UnknownId);
}

TEST_F(ReadStoreTest, MyStepsAreMineAndSayWhichAreShared) {
    mine(step(u"H1"_s, StepState::Done));
    ASSERT_TRUE(vault.connection()
                    .execute("INSERT INTO step(id, state) VALUES ('H1', 1), ('H2', 2)")
                    .has_value());
    const auto steps = vault.read().steps(Person::Me);
    ASSERT_EQ(steps->size(), 2u);
    EXPECT_EQ((*steps)[0].state, StepState::Working);
    EXPECT_TRUE((*steps)[0].shared);
    EXPECT_FALSE((*steps)[1].shared);
    EXPECT_TRUE(vault.read().steps(Person::Partner)->empty());
}

// However many words there are on steps, so many are read.
TEST_F(ReadStoreTest, OfWordsOnStepsTheNewestThousandAreRead) {
    mine(step(u"H1"_s, StepState::Done));
    for (int i = 0; i < 1023; ++i)
        mine(step(u"H2"_s, i % 2 == 0 ? StepState::Working : StepState::Done));
    EXPECT_EQ(vault.read().steps(Person::Me)->size(), 2u);
    mine(step(u"H2"_s, StepState::NotForUs));
    const auto steps = vault.read().steps(Person::Me);
    ASSERT_EQ(steps->size(), 1u);
    EXPECT_EQ(steps->front().state, StepState::NotForUs);
}

// Of what was taken back nothing stays in memory once the page was read without it.
TEST(WordsRead, AreReadOnceWhileTheyStandOnThePage) {
    WordsRead words;
    int read = 0;
    const auto look = [&](quint8 version) {
        std::array<std::byte, RecordId::size> id{};
        id[0] = std::byte(version);
        return words.of(RecordId(id), [&] {
            ++read;
            return std::optional<Content>(
                *Note::create({NoteKind::Plan, QString::number(version), std::nullopt}));
        });
    };
    const auto one = look(1);
    look(2);
    words.turn();
    EXPECT_EQ(look(1), one);
    look(3);
    EXPECT_EQ(read, 3);
    words.turn();
    look(1);
    look(3);
    EXPECT_EQ(read, 3);
    look(2); // which the page before didn't show
    EXPECT_EQ(read, 4);
}

} // namespace
} // namespace mend::vault::test
