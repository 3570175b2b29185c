#include "tests/core/vault/two_vaults.h"

#include "core/vault/log_store.h"
#include "core/vault/projection.h"
#include "core/vault/statement.h"
#include "tests/support/random_content.h"

#include <algorithm>

namespace mend::vault {
namespace {

using namespace mend::test;
using record::Seal;

// Two people who write whatever comes to mind, on a wire that doubles, cuts and reorders.
class Life {
public:
    explicit Life(quint64 seed) : two_(seed), random_(seed) {
        for (TestVault* vault : {&two_.sam, &two_.alex}) {
            MemberFields may = vault->vault->member().fields();
            may.mayBeAsked = true;
            EXPECT_TRUE(vault->vault->changeMember(may));
        }
        two_.exchange();
    }

    void live(int steps) {
        for (int i = 0; i < steps; ++i) {
            TestVault& who = random_.below(2) ? two_.sam : two_.alex;
            if (random_.below(4) == 0)
                send(who, &who == &two_.sam ? two_.alex : two_.sam);
            else
                write(who);
            const qint64 pass = qint64(random_.below(6)) * 3600000;
            two_.sam.clock.advanceMs(pass);
            two_.alex.clock.advanceMs(pass);
        }
    }
    // They leave each other, write alone, and pair again, each sharing what they choose.
    void partAndMeetAgain() {
        settle();
        part(two_.sam, two_.alex);
        for (TestVault* vault : {&two_.sam, &two_.alex}) {
            vault->clock.advanceDays(10);
            for (const Kind kind : {Kind::CheckIn, Kind::Note, Kind::Commitment, Kind::Moment})
                write(*vault, kind);
        }
        const auto choice = [&] {
            return random_.below(3) ? ShareBefore::FromToday : ShareBefore::All;
        };
        const ShareBefore sams = choice();
        pairUp(two_.sam, sams, two_.alex, choice());
        settle();
    }
    TwoVaults& settle() {
        two_.exchange();
        two_.exchange();
        return two_;
    }
    int written() const { return written_; }

private:
    // What the domain refuses is refused; the rest is history.
    void write(TestVault& who) {
        static constexpr std::array kinds = {
            Kind::CheckIn, Kind::CheckIn, Kind::Commitment, Kind::CommitmentChange,
            Kind::Consent, Kind::Outcome, Kind::Outcome,    Kind::View,
            Kind::View,    Kind::Note,    Kind::Moment,     Kind::Withdraw,
            Kind::Step,    Kind::Open};
        write(who, kinds[random_.below(kinds.size())]);
    }

    void write(TestVault& who, Kind kind) {
        const Day day = who.today().plus(-int(random_.below(6)));
        ContentRefs refs;
        refs.day = day;
        refs.about = anyRecord(who, aboutKind(kind));
        const Content content = randomContent(kind, random_, refs);
        const bool sealed = kind == Kind::CheckIn && random_.below(2);
        const auto replaced = random_.below(4) == 0 ? anyRecord(who, kind) : std::nullopt;
        const auto done = who.append(content, needsDay(kind) ? std::optional(day) : std::nullopt,
                                     sealed ? Seal::Together : Seal::None, replaced);
        written_ += done ? 1 : 0;
    }

    Kind aboutKind(Kind kind) {
        if (kind == Kind::Open)
            return Kind::CheckIn;
        return kind == Kind::Withdraw ? (random_.below(2) ? Kind::CheckIn : Kind::Note)
                                      : Kind::Commitment;
    }

    std::optional<RecordId> anyRecord(TestVault& who, Kind kind) {
        const auto db = who.raw();
        Statement rows(*db, "SELECT id FROM record WHERE kind = ? ORDER BY id");
        rows.bind(name(kind));
        std::vector<RecordId> ids;
        while (rows.next())
            ids.push_back(rows.fixed<RecordId>(0));
        if (ids.empty())
            return std::nullopt;
        return ids[random_.below(quint32(ids.size()))];
    }

    // Batches from anywhere, in any order, some twice, some cut off before they are signed for.
    void send(TestVault& from, TestVault& to) {
        SyncStore& target = to.vault->sync();
        const auto held = *target.head(Person::Partner);
        const quint64 next = held ? held->seq + 1 : 0;
        std::vector<quint64> starts{next, next > 2 ? next - 3 : 0, next + 2, next};
        std::rotate(starts.begin(), starts.begin() + random_.below(4), starts.end());
        for (const quint64 start : starts) {
            auto batch = from.vault->sync().batch(Person::Me, start);
            ASSERT_TRUE(batch);
            if (random_.below(5) == 0 && !batch->records.empty())
                batch->records.pop_back(); // cut: refused as a whole
            if (!batch->records.empty())
                (void)target.receive(batch->records, batch->head);
            (void)target.receiveBodies(*from.vault->sync().bodies(target.lacking(512)));
        }
    }

    TwoVaults two_;
    FixedRandom random_;
    int written_ = 0;
};

class Convergence : public testing::TestWithParam<quint64> {};

TEST_P(Convergence, WhateverTheWireDidBothHoldTheSameAndTheProjectionIsARebuild) {
    Life life(GetParam());
    life.live(90);
    TwoVaults& two = life.settle();
    EXPECT_GT(life.written(), 15);
    EXPECT_EQ(heldRecords(two.sam), heldRecords(two.alex));
    EXPECT_EQ(readApart(two.sam, two.alex), "");
    EXPECT_GT(sharedReading(two.sam, two.alex).size(), 10);
    for (TestVault* vault : {&two.sam, &two.alex}) {
        const auto report = vault->vault->verify();
        ASSERT_TRUE(report);
        for (const Problem& problem : report->problems)
            ADD_FAILURE() << name(problem.what).toStdString() << " " << problem.count;
        const QByteArray before = digestOf(*vault);
        ASSERT_TRUE(vault->vault->rebuild());
        EXPECT_EQ(digestOf(*vault), before);
        EXPECT_TRUE(vault->vault->sync().lacking(512).empty());
    }
}

TEST_P(Convergence, WhomeverTheyLeftAndHoweverTheyPairedAgainBothReadTheSame) {
    Life life(GetParam() + 100);
    for (int round = 0; round < 3; ++round) {
        life.live(30);
        life.partAndMeetAgain();
    }
    life.live(30);
    TwoVaults& two = life.settle();
    EXPECT_EQ(readApart(two.sam, two.alex), "");
    EXPECT_GT(sharedReading(two.sam, two.alex).size(), 10);
    for (TestVault* vault : {&two.sam, &two.alex}) {
        EXPECT_TRUE(vault->vault->verify()->ok());
        EXPECT_TRUE(vault->vault->sync().lacking(512).empty());
        const QByteArray before = digestOf(*vault);
        ASSERT_TRUE(vault->vault->rebuild());
        EXPECT_EQ(digestOf(*vault), before);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Convergence, testing::Range(quint64(1), quint64(13)));

} // namespace
} // namespace mend::vault
