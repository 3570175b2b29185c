// Check-ins: what is shared of them, what stays here, and what takes the place of what.

#include "tests/core/workspace/workspace_fixture.h"
#include "tests/support/full_disk.h"

#include <QFileInfo>
#include <gtest/gtest.h>

using namespace mend;
using mend::test::WorkspaceTest;

namespace {

rlim_t sizeOfLog(const test::OneWorkspace& one) { // of what is written first
    return rlim_t(QFileInfo(one.folder.filePath(QStringLiteral("vault/vault.db-wal"))).size());
}

} // namespace

TEST_F(WorkspaceTest, APrivateCheckInWritesNoRecord) {
    const auto before = w.verify()->records;
    CheckInFields fields = words(QStringLiteral("a walk"));
    fields.ticks = {QStringLiteral("H6")};
    const auto saved = w.saveCheckIn(today, fields, {});
    ASSERT_TRUE(saved);
    EXPECT_FALSE(*saved);
    EXPECT_EQ(w.verify()->records, before);
    const auto kept = w.privateCheckIns(today, today);
    ASSERT_EQ(kept->size(), 1u);
    EXPECT_EQ(kept->front().fields, fields);
    ASSERT_TRUE(w.removePrivateCheckIn(kept->front().id));
    EXPECT_TRUE(w.privateCheckIns(today, today)->empty());
}

TEST_F(WorkspaceTest, SharingLeavesScalesAndTicksHereUnlessSaid) {
    CheckInFields fields = words(QStringLiteral("a walk"));
    fields.scales[Scale::Trust] = 3;
    fields.ticks = {QStringLiteral("H6")};
    ASSERT_TRUE(*w.saveCheckIn(today, fields, {Share::Now, false, false}));
    const auto shared = std::get<CheckIn>(*w.myCheckIn(today)->shared->content);
    EXPECT_TRUE(shared->scales.isEmpty());
    EXPECT_TRUE(shared->ticks.isEmpty());
    EXPECT_EQ(w.privateCheckIns(today, today)->front().fields.scales.value(Scale::Trust), 3);
    ASSERT_TRUE(*w.saveCheckIn(today, fields, {Share::Now, true, true}));
    const auto whole = std::get<CheckIn>(*w.myCheckIn(today)->shared->content);
    EXPECT_EQ(whole->scales.value(Scale::Trust), 3);
    EXPECT_EQ(whole->ticks, fields.ticks);
}

TEST_F(WorkspaceTest, NothingIsSharedWhereWhatStaysHereCanNotBeKept) {
    ASSERT_TRUE(*w.saveCheckIn(today, words(QStringLiteral("first")), {Share::Now}));
    CheckInFields fields = words(QStringLiteral("a walk"));
    fields.scales[Scale::Trust] = 3;
    // Room for nothing more, at each place in turn: then nothing of it was shared either.
    int refused = 0;
    for (rlim_t room = 4096; room < 4096 * 64; room += 4096) {
        const auto before = w.verify()->records;
        const auto kept = w.privateCheckIns(today, today)->size();
        const bool saved = [&] {
            const test::FullDisk full(sizeOfLog(one) + room);
            return w.saveCheckIn(today, fields, {Share::Now}).has_value();
        }();
        refused += saved ? 0 : 1;
        EXPECT_EQ(w.verify()->records, before + (saved ? 1 : 0)) << room;
        EXPECT_EQ(w.privateCheckIns(today, today)->size(), kept + (saved ? 1 : 0)) << room;
    }
    EXPECT_GT(refused, 0);
}

TEST_F(WorkspaceTest, ACheckInTakesThePlaceOfTheOneItNamesAndOfNoOther) {
    const auto kept = [&] { return w.privateCheckIns(today, today).value(); };
    const auto save = [&](const QString& text, qint64 replaces) {
        return w.saveCheckIn(today, words(text), {Share::Private, false, false, replaces});
    };
    ASSERT_TRUE(save(QStringLiteral("first"), 0));
    const qint64 first = kept().front().id;
    ASSERT_TRUE(save(QStringLiteral("better"), first));
    ASSERT_EQ(kept().size(), 1u);
    EXPECT_EQ(kept().front().fields, words(QStringLiteral("better")));
    // Gone by now, and something else was written since.
    const qint64 better = kept().front().id;
    ASSERT_TRUE(w.removePrivateCheckIn(better));
    ASSERT_TRUE(save(QStringLiteral("another"), 0));
    ASSERT_TRUE(save(QStringLiteral("better still"), better));
    EXPECT_EQ(kept().size(), 2u);
}

TEST_F(WorkspaceTest, WhatStaysHereOfAnEditIsKeptThoughWhatItReplacesIsGone) {
    CheckInFields fields = words(QStringLiteral("a walk"));
    fields.scales[Scale::Trust] = 3;
    ASSERT_TRUE(*w.saveCheckIn(today, fields, {Share::Now}));
    const qint64 whole = w.privateCheckIns(today, today)->front().id;
    ASSERT_TRUE(w.removePrivateCheckIn(whole));
    fields.scales[Scale::Trust] = 4;
    ASSERT_TRUE(*w.saveCheckIn(today, fields, {Share::Now, false, false, whole}));
    ASSERT_EQ(w.privateCheckIns(today, today)->size(), 1u);
    EXPECT_EQ(w.privateCheckIns(today, today)->front().fields.scales.value(Scale::Trust), 4);
    ASSERT_TRUE(*w.saveCheckIn(
        today, fields, {Share::Now, true, true, w.privateCheckIns(today, today)->front().id}));
    EXPECT_TRUE(w.privateCheckIns(today, today)->empty());
}

TEST_F(WorkspaceTest, WhatAChangeReplacesStaysWhereTheChangeCanNotBeKept) {
    ASSERT_TRUE(w.saveCheckIn(today, words(QStringLiteral("0")), {}));
    int refused = 0;
    for (rlim_t room = 4096; room < 4096 * 64; room += 4096 * 8) {
        const PrivateCheckIn before = w.privateCheckIns(today, today)->front();
        const CheckInFields next = words(QString::number(room));
        const bool saved = [&] {
            const test::FullDisk full(sizeOfLog(one) + room);
            return w.saveCheckIn(today, next, {Share::Private, false, false, before.id})
                .has_value();
        }();
        refused += saved ? 0 : 1;
        ASSERT_EQ(w.privateCheckIns(today, today)->size(), 1u) << room;
        EXPECT_EQ(w.privateCheckIns(today, today)->front().fields, saved ? next : before.fields);
    }
    EXPECT_GT(refused, 0);
}

TEST_F(WorkspaceTest, WhatReplacesASealedCheckInIsSealed) {
    const auto id = w.saveCheckIn(today, words(QStringLiteral("mine")), {Share::Together});
    ASSERT_TRUE(id && *id);
    ASSERT_TRUE(w.replace(**id, *CheckIn::create(words(QStringLiteral("mine, better")))));
    EXPECT_EQ(w.myCheckIn(today)->share, Share::Together);
    EXPECT_EQ(w.entry(**id)->seal, SealState::Sealed);
}

TEST_F(WorkspaceTest, RefusesEmptyTooLongAndFutureCheckInsAndSavesNothing) {
    EXPECT_EQ(w.saveCheckIn(today, CheckInFields{}, {}).error(), Problem::Empty);
    EXPECT_EQ(w.saveCheckIn(today, words(QString(200 * 1024, u'x')), {}).error(), Problem::TooLong);
    EXPECT_EQ(w.saveCheckIn(today.plus(1), words(QStringLiteral("x")), {}).error(),
              Problem::BadDay);
    EXPECT_TRUE(w.privateCheckIns(today.plus(-9), today.plus(9))->empty());
    EXPECT_EQ(w.verify()->records, 1u);
}

// As a page reads them: a few at a time, from the newest on.
TEST_F(WorkspaceTest, WhatStaysHereIsReadNewestFirstFromWhereOneIs) {
    for (const int day : {-2, 0, -1, 0}) {
        const auto saved =
            w.saveCheckIn(today.plus(day), words(QStringLiteral("day %1").arg(day)), {});
        ASSERT_TRUE(saved && !*saved);
        ASSERT_TRUE(
            w.keepMoment(today.plus(day), {7, std::nullopt, QStringLiteral("day %1").arg(day)}));
    }
    const auto daysBy = [this](int limit, const auto& older) {
        std::vector<int> days;
        std::optional<KeptPlace> place;
        for (auto read = older(place, limit); read && !read->empty(); read = older(place, limit)) {
            EXPECT_LE(read->size(), std::size_t(limit));
            for (const auto& each : *read)
                days.push_back(int(each.day.date().toJulianDay() - today.date().toJulianDay()));
            place = KeptPlace{read->back().day, read->back().id};
        }
        return days;
    };
    const std::vector newestFirst{0, 0, -1, -2};
    for (const int limit : {1, 3, 9}) {
        EXPECT_EQ(daysBy(limit, [&](const auto& place,
                                    int most) { return w.olderPrivateCheckIns(place, most); }),
                  newestFirst);
        EXPECT_EQ(daysBy(limit, [&](const auto& place,
                                    int most) { return w.olderPrivateMoments(place, most); }),
                  newestFirst);
    }
    EXPECT_EQ(w.olderPrivateCheckIns(std::nullopt, 9)->back().fields,
              words(QStringLiteral("day -2")));
    EXPECT_EQ(w.olderPrivateMoments(std::nullopt, 9)->back().fields.text, QStringLiteral("day -2"));
    ASSERT_TRUE(*w.saveCheckIn(today, words(QStringLiteral("shared")), {Share::Now}));
    EXPECT_EQ(w.olderPrivateMoments(std::nullopt, 9)->size(), 4u);
}
