// What never touches a log.

#include "core/vault/private_store.h"
#include "tests/core/vault/folded.h"
#include "tests/support/fake_clock.h"

#include <gtest/gtest.h>

namespace mend::vault::test {
namespace {

using namespace Qt::StringLiterals;

struct PrivateStoreTest : testing::Test {
    Database database;
    mend::test::FakeClock clock;
    PrivateStore mine{database.connection(), clock};

    qint64 rowsOf(const char* sql) {
        Statement count(database.connection(), sql);
        return integerOf(count).value_or(-1);
    }
    std::vector<QString> texts(const QString& search, int limit = 50, int offset = 0) {
        const auto found = mine.journal(search, limit, offset);
        EXPECT_TRUE(found.has_value());
        std::vector<QString> all;
        for (const JournalEntry& entry : found.value_or(std::vector<JournalEntry>()))
            all.push_back(entry.text);
        return all;
    }
};

TEST_F(PrivateStoreTest, KeepsAnyNumberOfCheckInsOfADayNewestFirst) {
    CheckInFields fields;
    fields.scales.insert(Scale::Trust, 4);
    fields.feelings = {Feeling::Sad};
    fields.ticks = {u"H6"_s};
    const auto first = mine.addCheckIn(sunday, *CheckIn::create(fields));
    clock.advanceMs(1000);
    const auto second = mine.addCheckIn(sunday, std::get<CheckIn>(checkIn(u"a walk"_s)));
    ASSERT_TRUE(mine.addCheckIn(sunday.plus(1), *CheckIn::create(fields)).has_value());
    const auto found = mine.checkIns(sunday, sunday);
    ASSERT_EQ(found->size(), 2u);
    EXPECT_EQ((*found)[0].id, *second);
    EXPECT_EQ((*found)[0].at, clock.nowMs());
    EXPECT_EQ((*found)[1].id, *first);
    EXPECT_EQ((*found)[1].fields, fields);
    EXPECT_EQ((*found)[1].day, sunday);
    ASSERT_TRUE(mine.removeCheckIn(*first).has_value());
    EXPECT_EQ(mine.checkIns(sunday, sunday)->size(), 1u);
    EXPECT_EQ(mine.removeCheckIn(*first).error(), VaultError::UnknownId);
}

// Something may still name the row that is gone: a draft, an editor, an Undo.
TEST_F(PrivateStoreTest, GivesNoIdTwice) {
    const CheckIn walk = std::get<CheckIn>(checkIn(u"a walk"_s));
    const Moment hard = std::get<Moment>(moment(u"hard"_s));
    const qint64 first = *mine.addCheckIn(sunday, walk);
    ASSERT_TRUE(mine.removeCheckIn(first));
    EXPECT_GT(*mine.addCheckIn(sunday, walk), first);
    const qint64 firstMoment = *mine.addMoment(sunday, hard);
    ASSERT_TRUE(mine.removeMoment(firstMoment));
    EXPECT_GT(*mine.addMoment(sunday, hard), firstMoment);
    const qint64 firstEntry = *mine.addJournal(sunday, u"one"_s);
    ASSERT_TRUE(mine.removeJournal(firstEntry));
    EXPECT_GT(*mine.addJournal(sunday, u"two"_s), firstEntry);
}

// A page of a long list goes on within a day.
TEST_F(PrivateStoreTest, ReadsOnFromAnyPlace) {
    std::vector<qint64> newestFirst;
    for (const int day : {0, 0, 1, 0}) {
        const Moment words = std::get<Moment>(moment(u"hard"_s));
        newestFirst.push_back(*mine.addMoment(sunday.plus(day), words));
        ASSERT_TRUE(mine.addCheckIn(sunday.plus(day), std::get<CheckIn>(checkIn(u"a walk"_s))));
    }
    newestFirst = {newestFirst[2], newestFirst[3], newestFirst[1], newestFirst[0]};
    std::vector<qint64> found;
    std::optional<KeptPlace> place;
    for (auto read = *mine.momentsBefore(place, 1); !read.empty();
         read = *mine.momentsBefore(place, 1)) {
        ASSERT_EQ(read.size(), 1u);
        found.push_back(read[0].id);
        place = KeptPlace{read[0].day, read[0].id};
    }
    EXPECT_EQ(found, newestFirst);
    const auto checkIns = *mine.checkInsBefore(std::nullopt, 3);
    ASSERT_EQ(checkIns.size(), 3u);
    EXPECT_EQ(checkIns[0].day, sunday.plus(1));
    EXPECT_EQ(mine.checkInsBefore(KeptPlace{checkIns[2].day, checkIns[2].id}, 3)->size(), 1u);
}

TEST_F(PrivateStoreTest, KeepsMoments) {
    const auto id = mine.addMoment(sunday, std::get<Moment>(moment(u"hard"_s)));
    ASSERT_TRUE(id.has_value());
    const auto found = mine.moments(sunday, sunday);
    ASSERT_EQ(found->size(), 1u);
    EXPECT_EQ(found->front().fields.text, u"hard"_s);
    EXPECT_EQ(found->front().day, sunday);
    EXPECT_TRUE(mine.moments(sunday.plus(1), sunday.plus(2))->empty());
    ASSERT_TRUE(mine.removeMoment(*id).has_value());
    EXPECT_TRUE(mine.moments(sunday, sunday)->empty());
    EXPECT_EQ(mine.removeMoment(*id).error(), VaultError::UnknownId);
}

TEST_F(PrivateStoreTest, LeavesNoTraceInLogTimelineOrSearch) {
    ASSERT_TRUE(mine.addMoment(sunday, std::get<Moment>(moment(u"hard"_s))).has_value());
    ASSERT_TRUE(mine.addCheckIn(sunday, std::get<CheckIn>(checkIn(u"a walk"_s))).has_value());
    ASSERT_TRUE(mine.addJournal(sunday, u"hard"_s).has_value());
    EXPECT_EQ(rowsOf("SELECT count(*) FROM record"), 0);
    EXPECT_EQ(rowsOf("SELECT count(*) FROM entry"), 0);
    EXPECT_EQ(rowsOf("SELECT count(*) FROM entry_text"), 0);
    EXPECT_EQ(rowsOf("SELECT count(*) FROM scale"), 0);
}

TEST_F(PrivateStoreTest, TheJournalIsReadNewestFirstAndSearchedByWords) {
    const auto old = mine.addJournal(sunday.plus(-1), u"# Yesterday\nthe *river*"_s);
    const auto first = mine.addJournal(sunday, u"one river"_s);
    const auto second = mine.addJournal(sunday, u"two OR three"_s);
    ASSERT_TRUE(old && first && second);
    const std::vector all = {u"two OR three"_s, u"one river"_s, u"# Yesterday\nthe *river*"_s};
    EXPECT_EQ(texts({}), all);
    EXPECT_EQ(texts({}, 1, 1), std::vector{u"one river"_s});
    EXPECT_EQ(texts(u"riv"_s).size(), 2u);
    EXPECT_EQ(texts(u"one OR two"_s).size(), 0u);
    EXPECT_EQ(texts(u"\"*"_s).size(), 3u);
    EXPECT_EQ(mine.journal({}, 1, 0)->front().at, clock.nowMs());
}

TEST_F(PrivateStoreTest, ChangedAndRemovedWordsAreGoneFromTheJournalsPages) {
    const auto id = mine.addJournal(sunday, u"xylophone"_s);
    ASSERT_TRUE(mine.changeJournal(*id, u"zither"_s).has_value());
    EXPECT_EQ(texts({}), std::vector{u"zither"_s});
    EXPECT_TRUE(texts(u"xylophone"_s).empty());
    ASSERT_TRUE(mine.removeJournal(*id).has_value());
    EXPECT_TRUE(texts({}).empty());
    EXPECT_EQ(rowsOf("SELECT count(*) FROM journal_text_data WHERE"
                     " instr(block, CAST('xylophone' AS BLOB)) > 0 OR"
                     " instr(block, CAST('zither' AS BLOB)) > 0"),
              0);
    EXPECT_EQ(mine.removeJournal(*id).error(), VaultError::UnknownId);
    EXPECT_EQ(mine.changeJournal(*id, u"again"_s).error(), VaultError::UnknownId);
    EXPECT_EQ(rowsOf("SELECT count(*) FROM journal_text"), 0);
}

TEST_F(PrivateStoreTest, ALongJournalEntryFitsAndATooLongOneDoesNot) {
    const QString longest(256 * 1024, u'a');
    const auto id = mine.addJournal(sunday, longest);
    ASSERT_TRUE(id.has_value());
    EXPECT_EQ(texts({}).front(), longest);
    EXPECT_EQ(mine.addJournal(sunday, longest + u'a').error(), VaultError::TooLarge);
    EXPECT_EQ(mine.addJournal(sunday, QString(200 * 1024, u'é')).error(), VaultError::TooLarge);
    EXPECT_EQ(mine.changeJournal(*id, longest + u'a').error(), VaultError::TooLarge);
    EXPECT_EQ(texts({}).front(), longest);
}

TEST_F(PrivateStoreTest, APlaceHasOneDraftAndAnEmptyOneIsNone) {
    EXPECT_TRUE(mine.draft(u"today"_s).isEmpty());
    ASSERT_TRUE(mine.saveDraft(u"today"_s, "one").has_value());
    ASSERT_TRUE(mine.saveDraft(u"today"_s, QByteArray("t\0wo", 4)).has_value());
    ASSERT_TRUE(mine.saveDraft(u"journal/new"_s, "other").has_value());
    EXPECT_EQ(mine.draft(u"today"_s), QByteArray("t\0wo", 4));
    EXPECT_EQ(mine.saveDraft(u"today"_s, QByteArray(256 * 1024 + 1, 'a')).error(),
              VaultError::TooLarge);
    EXPECT_EQ(mine.draft(u"today"_s), QByteArray("t\0wo", 4));
    ASSERT_TRUE(mine.saveDraft(u"today"_s, {}).has_value());
    EXPECT_EQ(rowsOf("SELECT count(*) FROM draft"), 1);
}

TEST_F(PrivateStoreTest, DraftsAreFoundByHowTheirPlacesBegin) {
    for (const QString& place : {u"today/2026-11-22"_s, u"today/2026-11-21/note"_s, u"todays"_s})
        ASSERT_TRUE(mine.saveDraft(place, "words").has_value());
    EXPECT_EQ(mine.drafts(u"today/"_s),
              (QStringList{u"today/2026-11-21/note"_s, u"today/2026-11-22"_s}));
    EXPECT_EQ(mine.drafts(u"t_day/"_s), QStringList()) << "letters, not a pattern";
    EXPECT_EQ(mine.drafts({}).size(), 3);
}

TEST_F(PrivateStoreTest, AStepsStateIsTheLastOneSet) {
    ASSERT_TRUE(mine.setStep(u"B4"_s, StepState::Working).has_value());
    ASSERT_TRUE(mine.setStep(u"B4"_s, StepState::Done).has_value());
    EXPECT_EQ(ReadStore(database.connection()).steps(Person::Me)->front().state, StepState::Done);
    EXPECT_EQ(mine.setStep(u"not a step"_s, StepState::Done).error(), VaultError::AgainstRules);
}

TEST_F(PrivateStoreTest, ASettingIsAbsentUntilSet) {
    EXPECT_FALSE(mine.setting(u"share.last"_s).has_value());
    ASSERT_TRUE(mine.setSetting(u"share.last"_s, "together").has_value());
    ASSERT_TRUE(mine.setSetting(u"share.last"_s, "now").has_value());
    EXPECT_EQ(mine.setting(u"share.last"_s), QByteArray("now"));
    ASSERT_TRUE(mine.setSetting(u"empty"_s, {}).has_value());
    EXPECT_EQ(mine.setting(u"empty"_s), QByteArray());
    EXPECT_EQ(mine.setSetting(u"big"_s, QByteArray(64 * 1024 + 1, 'a')).error(),
              VaultError::TooLarge);
}

TEST_F(PrivateStoreTest, ADamagedRowIsSaidNotShown) {
    ASSERT_TRUE(database.connection()
                    .execute("INSERT INTO private_moment(day, at, body) VALUES (20779, 0, x'00')")
                    .has_value());
    EXPECT_EQ(mine.moments(sunday, sunday).error(), VaultError::Damaged);
}

TEST_F(PrivateStoreTest, WhatCantBeWrittenIsSaid) {
    ASSERT_TRUE(database.connection().execute("PRAGMA query_only = ON").has_value());
    EXPECT_EQ(mine.setSetting(u"a"_s, "b").error(), VaultError::ReadOnly);
    EXPECT_EQ(mine.addJournal(sunday, u"a"_s).error(), VaultError::ReadOnly);
    EXPECT_EQ(mine.addMoment(sunday, std::get<Moment>(moment(u"hard"_s))).error(),
              VaultError::ReadOnly);
}

} // namespace
} // namespace mend::vault::test
