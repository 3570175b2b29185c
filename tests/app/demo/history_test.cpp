#include "app/demo/history.h"
#include "app/demo/story.h"
#include "core/vault/private_store.h"
#include "core/vault/read_store.h"
#include "tests/support/fixed_random.h"

#include <QTemporaryDir>
#include <gtest/gtest.h>
#include <set>

using namespace mend;

namespace {

struct HistoryTest : testing::Test {
    QTemporaryDir folder;
    test::FixedRandom random;
    Day last = *Day::fromIso(u"2026-11-22");
    DemoClock clock{last};
    HistoryPlan plan{folder.filePath(QStringLiteral("sam")),
                     folder.filePath(QStringLiteral("alex")), QStringLiteral("demo"), last};
};

std::vector<TimelineEntry> entriesOf(vault::Vault& vault, const TimelineFilter& filter = {}) {
    auto page = vault.read().older(filter, std::nullopt, 5000);
    EXPECT_TRUE(page);
    return page ? std::move(page->entries) : std::vector<TimelineEntry>();
}

// All that a person typed into an entry.
QStringList textsOf(const Content& content) {
    if (const auto* checkIn = std::get_if<CheckIn>(&content))
        return (*checkIn)->texts.values();
    if (const auto* outcome = std::get_if<Outcome>(&content))
        return {(*outcome)->note};
    if (const auto* view = std::get_if<View>(&content))
        return {(*view)->note};
    if (const auto* note = std::get_if<Note>(&content))
        return {(*note)->text};
    if (const auto* moment = std::get_if<Moment>(&content))
        return {(*moment)->text};
    return {};
}

const story::PromiseWords* wordsOf(const QString& title) {
    const std::map<QString, const story::PromiseWords*> promises = {
        {QStringLiteral("Home by 18:30"), &story::homeInTime()},
        {QStringLiteral("Call when I leave work"), &story::call()},
        {QStringLiteral("No contact, and I tell you if there is any"), &story::noContact()},
        {QStringLiteral("The phone stays in the kitchen at night"), &story::phoneAway()},
        {QStringLiteral("One walk together at the weekend"), &story::walk()}};
    const auto found = promises.find(title);
    return found == promises.end() ? nullptr : found->second;
}

const QStringList& notesOf(const story::PromiseWords& words, OutcomeState state) {
    switch (state) {
    case OutcomeState::Kept:
        return words.kept;
    case OutcomeState::Partly:
        return words.partly;
    case OutcomeState::Missed:
        return words.missed;
    case OutcomeState::Excused:
        break;
    }
    return words.excused;
}

} // namespace

TEST_F(HistoryTest, BothVaultsAgreeAndAreInOrder) {
    int days = 0;
    const auto vaults = writeHistory(plan, clock, random, [&](int) { ++days; });
    ASSERT_TRUE(vaults);
    EXPECT_EQ(days, plan.days - 1);
    auto sam = vaults->hurt->connect();
    auto alex = vaults->betrayer->connect();
    ASSERT_TRUE(sam && alex);
    const auto a = (*sam)->read().older({}, std::nullopt, 5000);
    const auto b = (*alex)->read().older({}, std::nullopt, 5000);
    ASSERT_EQ(a->entries.size(), b->entries.size());
    EXPECT_GT(a->entries.size(), 300u);
    for (std::size_t i = 0; i < a->entries.size(); ++i)
        EXPECT_EQ(a->entries[i].id, b->entries[i].id);
    EXPECT_TRUE((*sam)->verify()->ok());
    EXPECT_TRUE((*alex)->verify()->ok());
}

TEST_F(HistoryTest, HasGoodAndBadDays) {
    const auto vaults = writeHistory(plan, clock, random);
    ASSERT_TRUE(vaults);
    auto sam = vaults->hurt->connect();
    std::set<DayState> states;
    const auto all = (*sam)->read().commitments(last, last.plus(-plan.days), last);
    for (const CommitmentReading& commitment : *all)
        for (const CommitmentDay& day : commitment.days)
            states.insert(day.state);
    for (const DayState state :
         {DayState::Confirmed, DayState::Kept, DayState::Partly, DayState::MissedTold,
          DayState::Missed, DayState::Differs, DayState::Open})
        EXPECT_TRUE(states.contains(state)) << qPrintable(name(state));
    TimelineFilter checkIns;
    checkIns.kinds = {QStringLiteral("checkin")};
    int sealed = 0;
    for (const TimelineEntry& entry : entriesOf(**sam, checkIns))
        sealed += entry.seal == SealState::Sealed;
    EXPECT_GT(sealed, 0);
}

TEST_F(HistoryTest, NobodySaysTheSameThingTwice) {
    const auto vaults = writeHistory(plan, clock, random);
    ASSERT_TRUE(vaults);
    for (const auto& store : {vaults->hurt, vaults->betrayer}) {
        const auto vault = store->connect();
        QStringList texts;
        for (const TimelineEntry& entry : entriesOf(**vault, {}))
            if (entry.content && entry.by == Person::Me)
                texts += textsOf(*entry.content);
        const auto journal = (*vault)->mine().journal({}, 100, 0);
        ASSERT_TRUE(journal);
        for (const JournalEntry& entry : *journal)
            texts += entry.text;
        texts.removeAll(QString());
        EXPECT_GT(texts.size(), 40);
        const QSet<QString> once(texts.begin(), texts.end());
        for (const QString& text : once)
            EXPECT_EQ(texts.count(text), 1) << qPrintable(text);
    }
}

TEST_F(HistoryTest, ANoteFitsItsCommitmentAndHowTheDayWent) {
    const auto vaults = writeHistory(plan, clock, random);
    ASSERT_TRUE(vaults);
    const auto sam = vaults->hurt->connect();
    int notes = 0;
    for (const TimelineEntry& entry : entriesOf(**sam, {})) {
        const auto* outcome = entry.content ? std::get_if<Outcome>(&*entry.content) : nullptr;
        if (!outcome || (*outcome)->note.isEmpty())
            continue;
        const auto* words = wordsOf(entry.commitmentTitle);
        ASSERT_TRUE(words) << qPrintable(entry.commitmentTitle);
        EXPECT_TRUE(notesOf(*words, (*outcome)->state).contains((*outcome)->note))
            << qPrintable(entry.commitmentTitle + QStringLiteral(": ") + (*outcome)->note);
        ++notes;
    }
    EXPECT_GT(notes, 10);
}

TEST_F(HistoryTest, ShowsWhatCanHappenToAnEntry) {
    const auto vaults = writeHistory(plan, clock, random);
    ASSERT_TRUE(vaults);
    const auto alex = vaults->betrayer->connect();
    bool edited = false;
    bool withdrawn = false;
    for (const TimelineEntry& entry : entriesOf(**alex, {})) {
        edited |= entry.edited;
        withdrawn |= entry.seal == SealState::Withdrawn;
    }
    EXPECT_TRUE(edited);
    EXPECT_TRUE(withdrawn);
    int asked = 0;
    const auto all = (*alex)->read().commitments(last, last, last);
    ASSERT_TRUE(all);
    for (const CommitmentReading& each : *all)
        asked += each.state == CommitmentState::Proposed;
    EXPECT_EQ(asked, 1);
}

TEST_F(HistoryTest, OnTheLastMorningAlexHasSharedAndSamHasNot) {
    const auto vaults = writeHistory(plan, clock, random);
    ASSERT_TRUE(vaults);
    EXPECT_EQ(clock.today(), last);
    const auto sam = vaults->hurt->connect();
    TimelineFilter checkIns;
    checkIns.kinds = {QStringLiteral("checkin")};
    std::vector<TimelineEntry> today;
    for (const TimelineEntry& entry : entriesOf(**sam, checkIns))
        if (entry.day == last)
            today.push_back(entry);
    ASSERT_EQ(today.size(), 1u);
    EXPECT_EQ(today.front().by, Person::Partner);
    EXPECT_EQ(today.front().seal, SealState::Sealed);
}

TEST_F(HistoryTest, WritesOverNothing) {
    ASSERT_TRUE(writeHistory(plan, clock, random));
    EXPECT_EQ(writeHistory(plan, clock, random).error(), HistoryError::CouldNotCreate);
}
