// Two workspaces over real TLS on this machine: what one writes, the other reads.

#include "core/crypto/system_random.h"
#include "core/vault/bulk.h"
#include "core/vault/vault.h"
#include "tests/core/workspace/sharing_fixture.h"

#include <atomic>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>

using namespace mend;

namespace {

// A vault as another process has it open beside the window.
std::unique_ptr<vault::Vault> opened(const test::OneWorkspace& one, Random& random) {
    const auto passphrase = crypto::Passphrase::fromText(test::OneWorkspace::passphrase());
    const auto store = vault::Store::open(one.opening.folder(), std::cref(*passphrase),
                                          {one.clock, random, crypto::Argon2Cost{1024, 1}});
    return store ? (*store)->connect().value() : nullptr;
}

// Bytes that all TCP connections of this process have sent; each has both its ends here.
quint64 bytesSent() {
    constexpr int mostFiles = 1024;
    quint64 sum = 0;
    for (int file = 0; file < mostFiles; ++file) {
        tcp_info info{};
        socklen_t size = sizeof info;
        if (::getsockopt(file, IPPROTO_TCP, TCP_INFO, &info, &size) == 0)
            sum += info.tcpi_bytes_sent;
    }
    return sum;
}

} // namespace

TEST_F(SharingTest, BothSeeTheSameTimeline) {
    ASSERT_TRUE(two.pair());
    CommitmentFields fields;
    fields.title = QStringLiteral("Home by 18:30");
    fields.from = today.plus(-2);
    const auto id = alex.addCommitment(fields);
    ASSERT_TRUE(id);
    ASSERT_TRUE(alex.setOutcome(*id, today, OutcomeState::Kept));
    ASSERT_TRUE(samSees(QStringLiteral("Home")) || sam.commitments(today, today)->size() == 1);
    ASSERT_TRUE(two.waitFor([&] {
        const auto all = sam.commitments(today, today);
        return all->size() == 1 && all->front().days.front().outcome == OutcomeState::Kept;
    }));
    ASSERT_TRUE(sam.setView(*id, today, ViewState::Confirmed));
    EXPECT_TRUE(two.waitFor([&] {
        return alex.commitments(today, today)->front().days.front().state == DayState::Confirmed;
    }));
    const auto a = alex.older({}, std::nullopt, 50);
    const auto b = sam.older({}, std::nullopt, 50);
    ASSERT_EQ(a->entries.size(), b->entries.size());
    for (std::size_t i = 0; i < a->entries.size(); ++i) {
        EXPECT_EQ(a->entries[i].id, b->entries[i].id);
        EXPECT_EQ(a->entries[i].by, other(b->entries[i].by));
        EXPECT_EQ(a->entries[i].content, b->entries[i].content);
    }
    EXPECT_TRUE(alex.verify()->ok);
    EXPECT_TRUE(sam.verify()->ok);
}

TEST_F(SharingTest, WhatIsPrivateSendsNoByte) {
    ASSERT_TRUE(two.pair());
    ASSERT_TRUE(inStep());
    const auto aSecond = [this] { (void)two.waitFor([] { return false; }, 1); };
    quint64 before = 0;
    ASSERT_TRUE(two.waitFor([&] { // the last words of the meeting are over
        before = bytesSent();
        aSecond();
        return bytesSent() == before;
    }));
    ASSERT_GT(before, 0u);
    ASSERT_TRUE(alex.saveCheckIn(today, words(Role::Betrayer, QStringLiteral("only mine")), {}));
    ASSERT_TRUE(alex.keepMoment(today, {7, Need::Listen, QStringLiteral("only mine")}));
    ASSERT_TRUE(alex.addJournal(today, QStringLiteral("only mine")));
    alex.saveDraft(QStringLiteral("today"), "only mine");
    ASSERT_TRUE(alex.setStep(QStringLiteral("B4"), StepState::Working));
    ASSERT_TRUE(alex.setSetting(QStringLiteral("look"), "dark"));
    aSecond();
    EXPECT_EQ(bytesSent(), before);
    ASSERT_TRUE(alex.shareNote(today, {NoteKind::Plan, QStringLiteral("shared"), {}}));
    EXPECT_TRUE(samSees(QStringLiteral("shared")));
    EXPECT_GT(bytesSent(), before);
}

TEST_F(SharingTest, NobodyGoesFirst) {
    ASSERT_TRUE(two.pair());
    const auto mine =
        alex.saveCheckIn(today, words(Role::Betrayer, QStringLiteral("alpha")), {Share::Together});
    ASSERT_TRUE(mine && *mine);
    ASSERT_TRUE(two.waitFor([&] { return sam.partnerCard(today)->checkIn.has_value(); }));
    EXPECT_TRUE(sam.partnerCard(today)->opensWhenBothShared);
    EXPECT_FALSE(sam.partnerCard(today)->checkIn->content);
    ASSERT_TRUE(
        sam.saveCheckIn(today, words(Role::Hurt, QStringLiteral("beta")), {Share::Together}));
    EXPECT_TRUE(two.waitFor([&] { return sam.partnerCard(today)->checkIn->content.has_value(); }));
    EXPECT_TRUE(two.waitFor([&] {
        const auto card = alex.partnerCard(today);
        return card->checkIn && card->checkIn->content.has_value();
    }));
}

TEST_F(SharingTest, ItsAuthorMayOpenASealedOne) {
    ASSERT_TRUE(two.pair());
    const auto mine =
        alex.saveCheckIn(today, words(Role::Betrayer, QStringLiteral("alpha")), {Share::Together});
    ASSERT_TRUE(alex.openSealed(**mine));
    EXPECT_TRUE(two.waitFor([&] {
        const auto card = sam.partnerCard(today);
        return card->checkIn && card->checkIn->content.has_value();
    }));
}

TEST_F(SharingTest, WithdrawnWordsGoOnBothSides) {
    ASSERT_TRUE(two.pair());
    const auto id = alex.shareNote(today, {NoteKind::Whereabouts, QStringLiteral("wordless"), {}});
    ASSERT_TRUE(samSees(QStringLiteral("wordless")));
    ASSERT_TRUE(alex.withdraw(*id));
    EXPECT_TRUE(two.waitFor([&] { return sam.entry(*id)->seal == SealState::Withdrawn; }));
    EXPECT_FALSE(sam.entry(*id)->content);
}

TEST_F(SharingTest, AskingForCommitmentsIsTheOthersSetting) {
    ASSERT_TRUE(two.pair());
    ASSERT_TRUE(inStep());
    CommitmentFields fields;
    fields.title = QStringLiteral("Call at one");
    fields.from = today;
    fields.for_ = Person::Partner;
    EXPECT_EQ(alex.addCommitment(fields).error(), Problem::NotAsked);
    ASSERT_TRUE(sam.setMayBeAsked(true));
    ASSERT_TRUE(two.waitFor([&] { return alex.partner()->mayBeAsked; }));
    const auto id = alex.addCommitment(fields);
    ASSERT_TRUE(id);
    ASSERT_TRUE(two.waitFor([&] { return sam.commitments(today, today)->size() == 1; }));
    EXPECT_EQ(sam.commitments(today, today)->front().state, CommitmentState::Proposed);
    ASSERT_TRUE(sam.answerProposal(*id, Answer::Yes));
    EXPECT_TRUE(two.waitFor(
        [&] { return alex.commitments(today, today)->front().state == CommitmentState::Active; }));
}

TEST_F(SharingTest, OfThePartnerIsToldOnceSomethingOfThemChanged) {
    ASSERT_TRUE(two.pair());
    ASSERT_TRUE(inStep());
    ASSERT_TRUE(two.waitFor([&] { return sam.partner() && !sam.partner()->provisional; }));
    int all = 0;
    int ofPartner = 0;
    QObject::connect(&sam, &Workspace::changed, &sam, [&] { ++all; });
    QObject::connect(&sam, &Workspace::partnerChanged, &sam, [&] { ++ofPartner; });
    ASSERT_TRUE(alex.shareNote(today, {NoteKind::Whereabouts, QStringLiteral("wordless"), {}}));
    ASSERT_TRUE(two.waitFor([&] { return all > 0; }));
    EXPECT_TRUE(samSees(QStringLiteral("wordless")));
    EXPECT_EQ(ofPartner, 0);
    ASSERT_TRUE(alex.setMayBeAsked(true));
    EXPECT_TRUE(two.waitFor([&] { return ofPartner == 1; }));
    EXPECT_TRUE(sam.partner()->mayBeAsked);
    ASSERT_TRUE(sam.leave());
    EXPECT_FALSE(sam.partner());
}

// Pages read what came without waiting for who the other is, and are told once that this changed.
TEST_F(SharingTest, WhoTheOtherIsIsReadOnceWhatCameWasTold) {
    ASSERT_TRUE(two.pair());
    ASSERT_TRUE(inStep());
    ASSERT_TRUE(two.waitFor([&] { return sam.partner() && !sam.partner()->provisional; }));
    std::vector<bool> seen; // at changed(), up to partnerChanged()
    bool told = false;
    QObject::connect(&sam, &Workspace::changed, &sam, [&] {
        if (!told)
            seen.push_back(sam.partner()->mayBeAsked);
    });
    QObject::connect(&sam, &Workspace::partnerChanged, &sam, [&] { told = true; });
    ASSERT_TRUE(alex.setMayBeAsked(true));
    ASSERT_TRUE(two.waitFor([&] { return told; }));
    ASSERT_FALSE(seen.empty());
    EXPECT_FALSE(seen.back());
    EXPECT_TRUE(sam.partner()->mayBeAsked);
}

// A page that has read who the other is reads the same while it is told of a commit.
TEST_F(SharingTest, WhoTheOtherIsStaysWhileACommitIsTold) {
    ASSERT_TRUE(two.pair());
    ASSERT_TRUE(sam.partner());
    std::vector<bool> known; // at changed(), up to partnerChanged()
    QObject::connect(&sam, &Workspace::changed, &sam,
                     [&] { known.push_back(sam.partner().has_value()); });
    ASSERT_TRUE(sam.shareNote(today, {NoteKind::Plan, QStringLiteral("a word"), {}}));
    ASSERT_FALSE(known.empty());
    EXPECT_EQ(std::count(known.begin(), known.end(), false), 0);
}

TEST_F(SharingTest, PausedNothingMovesAndResumedItFlows) {
    ASSERT_TRUE(two.pair());
    ASSERT_TRUE(inStep());
    ASSERT_TRUE(alex.setPaused(true));
    ASSERT_TRUE(two.waitFor([&] { return alex.syncState().phase == SyncReading::Phase::Paused; }));
    ASSERT_TRUE(
        two.waitFor([&] { return sam.syncState().phase == SyncReading::Phase::PausedThere; }));
    ASSERT_TRUE(alex.shareNote(today, {NoteKind::Plan, QStringLiteral("meanwhile"), {}}));
    ASSERT_TRUE(alex.setPaused(false));
    sam.retryNow();
    EXPECT_TRUE(samSees(QStringLiteral("meanwhile")));
}

TEST_F(SharingTest, AVaultThatIsOnlyOpenedTellsHowSharingStands) {
    using P = SyncReading::Phase;
    EXPECT_EQ(sam.syncState().phase, P::NotPaired);
    ASSERT_TRUE(two.pair());
    ASSERT_TRUE(two.waitFor([&] { return sam.syncState().phase == P::InStep; }));
    ASSERT_TRUE(sam.setPaused(true));
    const auto opened = [&] {
        two.second.workspace.reset();
        return *two.second.opening.unlockNow(test::OneWorkspace::passphrase());
    };
    const auto paused = opened();
    EXPECT_EQ(paused->syncState().phase, P::Paused);
    ASSERT_TRUE(paused->setPaused(false));
    EXPECT_EQ(opened()->syncState().phase, P::Looking);
}

TEST(Network, AddressesThatCantBeReadAreNotPossible) {
    EXPECT_TRUE(isPossible({}));
    EXPECT_TRUE(
        isPossible({QStringLiteral("127.0.0.1:4000"), {QStringLiteral("alex:5000")}, true}));
    EXPECT_FALSE(isPossible({QStringLiteral("127.0.0.1:four"), {}, true}));
    EXPECT_FALSE(isPossible({{}, {QStringLiteral("alex:5000"), QStringLiteral("alex")}, true}));
}

TEST_F(SharingTest, LeavingEndsSharingAndKeepsBothCopies) {
    ASSERT_TRUE(two.pair());
    ASSERT_TRUE(alex.shareNote(today, {NoteKind::Plan, QStringLiteral("before"), {}}));
    ASSERT_TRUE(samSees(QStringLiteral("before")));
    ASSERT_TRUE(alex.leave());
    EXPECT_FALSE(alex.partner());
    ASSERT_TRUE(
        two.waitFor([&] { return alex.syncState().phase == SyncReading::Phase::NotPaired; }));
    ASSERT_TRUE(alex.shareNote(today, {NoteKind::Plan, QStringLiteral("after"), {}}));
    EXPECT_EQ(alex.older({}, std::nullopt, 9)->entries.size(), 2u);
    EXPECT_TRUE(samSees(QStringLiteral("before")));
    EXPECT_EQ(alex.setPaused(true).error(), Problem::NotPaired);
}

TEST_F(SharingTest, APauseByAnotherProcessIsHeeded) {
    ASSERT_TRUE(two.pair());
    ASSERT_TRUE(inStep());
    auto cli = two.first.opening.unlockNow(test::OneWorkspace::passphrase());
    ASSERT_TRUE(cli);
    ASSERT_TRUE((*cli)->setPaused(true));
    ASSERT_TRUE((*cli)->shareNote(today, {NoteKind::Plan, QStringLiteral("for later"), {}}));
    ASSERT_TRUE(two.waitFor([&] { return alex.syncState().phase == SyncReading::Phase::Paused; }));
    ASSERT_TRUE(
        two.waitFor([&] { return sam.syncState().phase == SyncReading::Phase::PausedThere; }));
    TimelineFilter later;
    later.search = QStringLiteral("later");
    EXPECT_TRUE(sam.older(later, std::nullopt, 5)->entries.empty());
    ASSERT_TRUE((*cli)->leave());
    EXPECT_TRUE(
        two.waitFor([&] { return alex.syncState().phase == SyncReading::Phase::NotPaired; }));
}

// Sync waits for another process's transaction with patience; how long, one who waits only shortly
// measures.
TEST_F(SharingTest, LockingWaitsForNobodyElsesTransaction) {
    ASSERT_TRUE(two.pair());
    ASSERT_TRUE(inStep());
    crypto::SystemRandom random;
    const auto writer = opened(two.second, random);
    const auto looked = opened(two.second, random);
    ASSERT_TRUE(writer && looked);
    looked->waitOnlyShortly();
    const auto writing = writer->together();
    NoteFields fields;
    fields.text = QStringLiteral("on my way");
    ASSERT_TRUE(alex.shareNote(today, fields));
    two.waitFor([] { return false; }, 1); // it has come, and sync waits to store it
    std::atomic<bool> gaveUp = false;
    std::thread waiting([&] {
        for (int i = 0; i < 2; ++i)
            EXPECT_FALSE(looked->append({{*Note::create(fields), {}}, today}));
        gaveUp = true;
    });
    two.second.workspace.reset();
    EXPECT_FALSE(gaveUp);
    waiting.join();
}
