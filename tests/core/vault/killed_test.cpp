// A program that is killed in the middle of what it writes.

#include "core/vault/migrations/migrations.h"
#include "tests/core/vault/two_vaults.h"

#include <csignal>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

namespace mend::vault {
namespace {

using namespace mend::test;

// Of each kind; some of the kinds halve it. MEND_KILL_ROUNDS=182 makes it 1,001 kills in all.
const int killRounds = qMax(2, qEnvironmentVariableIntValue("MEND_KILL_ROUNDS") > 0
                                   ? qEnvironmentVariableIntValue("MEND_KILL_ROUNDS")
                                   : 30);

// Runs `work` in another process and kills it a moment after it has `started`.
template <class Work>
void killWhile(Work work, useconds_t afterUs, const std::function<bool()>& started = {}) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        work();
        ::_exit(0);
    }
    constexpr int startLimitMs = 10000;
    for (int waited = 0; started && !started() && waited < startLimitMs; ++waited)
        ::usleep(1000);
    ::usleep(afterUs);
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
}

// When to kill: later where it came before the change, earlier where it came after. So both are
// seen however fast the machine is, and most kills come near the change.
class Moment {
public:
    Moment(quint64 seed, useconds_t first) : random_(seed), spanUs_(first) {}
    useconds_t next() { return random_.below(spanUs_); }
    void came(bool after) {
        ++(after ? after_ : before_);
        constexpr quint32 shortestUs = 100;
        constexpr quint32 longestUs = 5'000'000;
        spanUs_ = std::clamp(after ? spanUs_ * 2 / 3 : spanUs_ * 3 / 2, shortestUs, longestUs);
    }
    bool goesOn(int round, int rounds) const {
        return round < rounds || (round < 20 * rounds && !seenBoth());
    }
    bool seenBoth() const { return before_ > 0 && after_ > 0; }

private:
    FixedRandom random_;
    quint32 spanUs_;
    int before_ = 0;
    int after_ = 0;
};

TEST(Killed, WhileWritingItOpensCleanWithEverythingThatWasConfirmed) {
    TestVault sam;
    sam.close();
    FixedRandom moments(7);
    quint64 before = 1;
    const QString confirmed = sam.temporary.filePath(QStringLiteral("confirmed"));
    for (int round = 0; round < killRounds; ++round) {
        putBytes(confirmed, {});
        killWhile(
            [&] {
                sam.random = FixedRandom(100 + round);
                sam.open();
                QFile file(confirmed);
                (void)file.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
                for (;;)
                    if (sam.append(note(QString(500, QLatin1Char('x')))))
                        file.write("1");
            },
            1000 + moments.below(20000), [&] { return !bytesOf(confirmed).isEmpty(); });
        sam.open();
        const auto report = sam.vault->verify();
        ASSERT_TRUE(report);
        EXPECT_TRUE(report->ok()) << round;
        EXPECT_GE(report->records, before + quint64(bytesOf(confirmed).size())) << round;
        before = report->records;
        sam.close();
    }
    EXPECT_GT(before, quint64(killRounds)); // some writing was going on
}

TEST(Killed, WhileChangingThePassphraseOneOfTheTwoOpensIt) {
    TestVault sam;
    sam.close();
    Moment moment(8, 20'000);
    const std::array words{QStringLiteral("correct horse"), QStringLiteral("battery staple")};
    for (int round = 0; moment.goesOn(round, killRounds); ++round) {
        const auto opens = [&](int i) {
            return sam.tryOpen(passphrase(words[std::size_t(i)])).has_value();
        };
        const int now = opens(0) ? 0 : 1;
        killWhile(
            [&] {
                sam.random = FixedRandom(200 + round);
                const auto store = sam.tryOpen(passphrase(words[std::size_t(now)]));
                for (int i = 1;; ++i)
                    (void)(*store)->changePassphrase(passphrase(words[std::size_t(now + i) % 2]));
            },
            moment.next());
        EXPECT_NE(opens(0), opens(1)) << round;
        moment.came(!opens(now));
    }
    EXPECT_TRUE(moment.seenBoth());
}

TEST(Killed, WhileMakingANewDataKeyTheOldOrTheNewSetOpensWhole) {
    TestVault sam;
    ASSERT_TRUE(sam.append(note(QStringLiteral("kept"))));
    sam.close();
    Moment moment(9, 60'000);
    for (int round = 0; moment.goesOn(round, killRounds / 2); ++round) {
        const QByteArray slotsBefore = bytesOf(slotsPath(sam.folder));
        killWhile(
            [&] {
                sam.random = FixedRandom(300 + round);
                const auto store = sam.tryOpen();
                for (;;)
                    (void)(*store)->newDataKey(passphrase());
            },
            moment.next());
        sam.open();
        ASSERT_TRUE(sam.vault) << round;
        moment.came(bytesOf(slotsPath(sam.folder)) != slotsBefore);
        const auto report = sam.vault->verify();
        ASSERT_TRUE(report);
        EXPECT_TRUE(report->ok()) << round;
        EXPECT_EQ(report->records, 2u);
        EXPECT_EQ(
            sam.vault->append({{note(QStringLiteral("x")), {}}, sam.today().plus(9), {}}).error(),
            VaultError::AgainstRules); // its log key came along
        sam.close();
    }
    EXPECT_TRUE(moment.seenBoth());
}

TEST(Killed, WhileReceivingTheRestComesWithTheNextSync) {
    TwoVaults two;
    Moment moment(11, 6000);
    const QString taken = two.sam.temporary.filePath(QStringLiteral("taken"));
    for (int round = 0; moment.goesOn(round, killRounds); ++round) {
        for (int i = 0; i < 6; ++i)
            ASSERT_TRUE(two.sam.append(note(QString(500, QLatin1Char('x')))));
        const auto held = *two.alex.vault->sync().head(Person::Partner);
        const auto batches = batchesOf(two.sam, held ? held->seq + 1 : 0);
        two.alex.close();
        putBytes(taken, {});
        killWhile(
            [&] {
                two.alex.open();
                putBytes(taken, "1");
                for (const OutBatch& batch : batches)
                    (void)two.alex.vault->sync().receive(batch.records, batch.head);
            },
            moment.next(), [&] { return !bytesOf(taken).isEmpty(); });
        two.alex.open();
        ASSERT_TRUE(two.alex.vault->verify()->ok()) << round;
        moment.came(heldRecords(two.alex).size() == heldRecords(two.sam).size());
        two.exchange();
        ASSERT_EQ(heldRecords(two.alex, true), heldRecords(two.sam, true)) << round;
    }
    EXPECT_TRUE(moment.seenBoth());
}

TEST(Killed, WhileBeingMadeThereIsAVaultOrThereIsNone) {
    QTemporaryDir temporary;
    Moment moment(10, 25'000);
    FakeClock clock;
    for (int round = 0; moment.goesOn(round, killRounds); ++round) {
        const QString folder = temporary.filePath(QString::number(round));
        FixedRandom random(400 + quint64(round));
        const Environment environment{clock, random, tinyCost};
        killWhile(
            [&] {
                (void)Store::create(folder, {QStringLiteral("Sam"), {}, {}}, passphrase(),
                                    environment);
            },
            moment.next());
        const auto word = passphrase();
        const auto opened = Store::open(folder, std::cref(word), environment);
        moment.came(Store::exists(folder));
        if (Store::exists(folder)) {
            ASSERT_TRUE(opened) << round << " " << int(opened.error());
            EXPECT_TRUE((*(*opened)->connect())->verify()->ok());
        } else {
            EXPECT_EQ(errorIn(opened), VaultError::NotThere);
            EXPECT_TRUE(
                Store::create(folder, {QStringLiteral("Sam"), {}, {}}, passphrase(), environment));
        }
    }
    EXPECT_TRUE(moment.seenBoth());
}

TEST(Killed, WhileMigratingItIsOfOneVersionOrTheNextAndWhole) {
    Moment moment(12, 15'000);
    FakeClock clock;
    for (int round = 0; moment.goesOn(round, killRounds); ++round) {
        QTemporaryDir temporary;
        const QString folder = temporary.filePath(QStringLiteral("vault"));
        ASSERT_TRUE(copyStoredVault("v1", folder));
        FixedRandom random(500 + quint64(round));
        const Environment environment{clock, random, tinyCost};
        const auto word = passphrase();
        killWhile([&] { (void)Store::open(folder, std::cref(word), environment); }, moment.next());
        moment.came(storedSchemaVersion(folder) == schemaVersion);
        const auto opened = Store::open(folder, std::cref(word), environment);
        ASSERT_TRUE(opened) << round << " " << int(opened.error());
        const auto report = (*(*opened)->connect())->verify();
        ASSERT_TRUE(report && report->ok()) << round;
        EXPECT_EQ(report->records, 8u);
    }
    EXPECT_TRUE(moment.seenBoth());
}

} // namespace
} // namespace mend::vault
