#include "ui/models/sentences.h"

#include <QSet>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;

namespace {

constexpr int problems = int(Problem::PairingRunning) + 1;
constexpr int pairingProblems = int(PairingProblem::Storage) + 1;
constexpr int phases = int(SyncReading::Phase::Elsewhere) + 1;
constexpr int stops = int(SyncReading::Stop::Storage) + 1;

SyncReading reading(SyncReading::Phase phase, SyncReading::Stop stop = SyncReading::Stop::None) {
    SyncReading sync;
    sync.phase = phase;
    sync.stop = stop;
    return sync;
}

// What waits makes a difference to those phases in which it can.
SyncReading withSomethingWaiting(SyncReading::Phase phase) {
    SyncReading sync = reading(phase);
    sync.counts.mine = phase == SyncReading::Phase::InStep ? 0 : 1;
    return sync;
}

std::vector<QString> all() {
    std::vector<QString> words;
    for (int i = 0; i < problems; ++i)
        words.push_back(sentence(Problem(i)));
    for (const Problem problem :
         {Problem::DiskFull, Problem::ReadOnly, Problem::InUse, Problem::Io})
        words.push_back(draftTrouble(problem));
    for (int i = 1; i < pairingProblems; ++i)
        words.push_back(sentence(PairingProblem(i)));
    for (int i = 0; i < phases; ++i)
        words.push_back(
            sharingSentence(withSomethingWaiting(SyncReading::Phase(i)), QStringLiteral("Sam")));
    for (int i = 1; i < stops; ++i)
        words.push_back(sharingSentence(reading(SyncReading::Phase::Stopped, SyncReading::Stop(i)),
                                        QStringLiteral("Sam")));
    return words;
}

} // namespace

TEST(Sentences, EveryKindHasOneOfItsOwn) {
    const auto words = all();
    QSet<QString> seen;
    for (const QString& text : words) {
        EXPECT_FALSE(text.isEmpty());
        EXPECT_FALSE(seen.contains(text)) << text.toStdString();
        seen.insert(text);
    }
}

TEST(Sentences, SpeakCalmly) {
    for (const QString& text : all()) {
        EXPECT_TRUE(text.endsWith(u'.')) << text.toStdString();
        EXPECT_LT(text.size(), 260) << text.toStdString();
        for (const char* word : {"!", "error", "fail", "invalid", "illegal", "sorry", "please"})
            EXPECT_FALSE(text.contains(QLatin1String(word), Qt::CaseInsensitive))
                << text.toStdString();
    }
}

TEST(Sentences, SayWhatIsSafe) {
    // The wrong passphrase tells nothing but this.
    EXPECT_EQ(sentence(Problem::WrongPassphrase),
              QStringLiteral("That isn’t it. Nothing is lost."));
    for (int i = 1; i < pairingProblems; ++i)
        EXPECT_TRUE(sentence(PairingProblem(i)).contains(QStringLiteral("Nothing"))) << i;
    EXPECT_TRUE(sentence(PairingProblem::None).isEmpty());
}

// Somebody may be made to choose; they must know that it can't be changed.
TEST(Sentences, PromiseNothingOfARoleThatIsNotSo) {
    EXPECT_TRUE(
        sentence(Problem::NoRole).contains(QStringLiteral("You can change it later in Settings")));
}

TEST(Sentences, NameThePartnerAndNeverTheRole) {
    const auto name = QStringLiteral("Sam %1");
    const QString words = sharingSentence(reading(SyncReading::Phase::Looking), name);
    EXPECT_TRUE(words.contains(name));
    for (const QString& text : all())
        EXPECT_FALSE(text.contains(QStringLiteral("betray"), Qt::CaseInsensitive));
}

TEST(Sentences, TellWhyTheOtherCannotBeReached) {
    SyncReading sync = withSomethingWaiting(SyncReading::Phase::Looking);
    const QString usual = sharingSentence(sync, QStringLiteral("Sam"));
    sync.cantListen = true;
    const QString taken = sharingSentence(sync, QStringLiteral("Sam"));
    EXPECT_TRUE(taken.contains(QStringLiteral("port")));
    EXPECT_NE(usual, taken);
    sync.cantListen = false;
    sync.noMulticast = true;
    const QString narrow = sharingSentence(sync, QStringLiteral("Sam"));
    sync.noNetwork = true;
    const QString alone = sharingSentence(sync, QStringLiteral("Sam"));
    EXPECT_TRUE(narrow.contains(QStringLiteral("address")));
    EXPECT_TRUE(alone.contains(QStringLiteral("no network")));
    EXPECT_NE(usual, narrow);
    EXPECT_NE(narrow, alone);
}

// Guidance: no "last active". Whoever keeps this page open learns nothing of the other's comings
// and goings.
TEST(Sentences, DoNotTellWhetherTheOtherHasMendOpen) {
    using Phase = SyncReading::Phase;
    const auto name = QStringLiteral("Sam");
    const QString there = sharingSentence(reading(Phase::InStep), name);
    EXPECT_EQ(there, sharingSentence(reading(Phase::Looking), name));
    EXPECT_EQ(there, sharingSentence(reading(Phase::Connecting), name));
    EXPECT_EQ(there, sharingSentence(reading(Phase::Exchanging), name)) << "every hello is one";
    EXPECT_NE(there, sharingSentence(withSomethingWaiting(Phase::Looking), name));
}

TEST(Sentences, SaySharingOnlyWhileSomethingOfOnesOwnGoesOrMuchComes) {
    using Phase = SyncReading::Phase;
    const auto name = QStringLiteral("Sam");
    const QString now = sharingSentence(withSomethingWaiting(Phase::Exchanging), name);
    EXPECT_NE(now, sharingSentence(reading(Phase::Exchanging), name));
    SyncReading much = reading(Phase::Exchanging);
    much.progressTotal = 4000;
    EXPECT_EQ(sharingSentence(much, name), now);
    much.progressTotal = 3;
    EXPECT_NE(sharingSentence(much, name), now);
}

TEST(Sentences, AddThatTheClocksAreApart) {
    SyncReading sync = reading(SyncReading::Phase::InStep);
    const QString together = sharingSentence(sync, QStringLiteral("Sam"));
    sync.clocksApart = true;
    const QString apart = sharingSentence(sync, QStringLiteral("Sam"));
    EXPECT_TRUE(apart.startsWith(together));
    EXPECT_TRUE(apart.contains(QStringLiteral("clocks")));
}
