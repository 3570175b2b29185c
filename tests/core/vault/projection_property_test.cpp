// The projection is a function of the records held, whatever order they came in, however often,
// their words with them or after them: random histories, each delivered in several ways.

#include "tests/core/vault/random_history.h"

#include <gtest/gtest.h>

namespace mend::vault::test {
namespace {

using mend::test::FixedRandom;

// One step on the way to what is held in the end.
struct Step {
    enum class What { Record, RecordWithoutWords, Words, WordsGo, Again };
    std::size_t index = 0;
    What what = What::Record;
};

// Delivers in a transaction that is never committed.
class Delivery {
public:
    Delivery(Database& database, const History& history)
        : connection_(database.connection()), transaction_(connection_), store_(connection_),
          projection_(connection_), history_(history) {
        // Logs are known from pairing on, before anything of them is here.
        for (const Written& written : history)
            if (!store_.log(written.record.header.log))
                store_.makeLive(
                    store_.addLog(written.record.header.log, written.author, IdentityId()));
        EXPECT_TRUE(projection_.applyLogs().has_value());
    }

    void run(const std::vector<Step>& steps) {
        for (const Step& step : steps)
            run(step);
    }
    QByteArray digest() { return projection_.digest(); }
    QByteArray rebuiltDigest() {
        EXPECT_TRUE(projection_.rebuild().has_value());
        return projection_.digest();
    }
    qint64 entries() {
        Statement count(connection_, "SELECT count(*) FROM entry");
        return integerOf(count).value_or(0);
    }

private:
    void run(const Step& step) {
        const Written& written = history_[step.index];
        qint64 n = 0;
        if (const auto row = store_.record(written.record.id))
            n = row->n;
        switch (step.what) {
        case Step::What::Record:
        case Step::What::RecordWithoutWords: {
            record::Record record = written.record;
            if (step.what == Step::What::RecordWithoutWords)
                record.body.reset();
            n = store_.insert(logOf(written), record);
            break;
        }
        case Step::What::Words:
            store_.setBody(n, written.record.header.kind, *written.record.body);
            break;
        case Step::What::WordsGo: {
            Statement gone(connection_, "UPDATE record SET body = NULL WHERE n = ?");
            (void)gone.bind(n).run();
            break;
        }
        case Step::What::Again:
            break;
        }
        ASSERT_TRUE(projection_.apply(n).has_value());
    }

    LogRow logOf(const Written& written) {
        const LogId& key = written.record.header.log;
        return *store_.log(key);
    }

    Connection& connection_;
    Transaction transaction_;
    LogStore store_;
    Projection projection_;
    const History& history_;
};

std::vector<Step> inOrder(const History& history) {
    std::vector<Step> steps;
    for (std::size_t i = 0; i < history.size(); ++i)
        steps.push_back(
            {i, history[i].words ? Step::What::Record : Step::What::RecordWithoutWords});
    return steps;
}

void shuffle(std::vector<Step>& steps, FixedRandom& random) {
    for (std::size_t i = steps.size(); i > 1; --i)
        std::swap(steps[i - 1], steps[random.below(quint32(i))]);
}

// Each record in any place, then its words' coming or going and a second look in any place after
// it.
std::vector<Step> inAnyOrder(const History& history, FixedRandom& random) {
    std::vector<Step> steps;
    for (std::size_t i = 0; i < history.size(); ++i)
        steps.push_back({i, Step::What::Record});
    shuffle(steps, random);
    std::vector<Step> later;
    for (Step& step : steps) {
        const bool words = history[step.index].words;
        const bool detour = random.below(3) == 0;
        step.what = words != detour ? Step::What::Record : Step::What::RecordWithoutWords;
        if (detour)
            later.push_back({step.index, words ? Step::What::Words : Step::What::WordsGo});
        if (random.below(4) == 0)
            later.push_back({step.index, Step::What::Again});
    }
    for (const Step& step : later) {
        const auto record = std::find_if(
            steps.begin(), steps.end(), [&](const Step& each) { return each.index == step.index; });
        const auto after = quint32(steps.end() - record);
        steps.insert(record + 1 + random.below(after), step);
    }
    return steps;
}

TEST(ProjectionProperty, AnyOrderOfArrivalGivesTheSameAsFoldingAnew) {
    Database database;
    FixedRandom random(2026);
    qint64 entries = 0;
    for (quint64 seed = 1; seed <= 220 && !testing::Test::HasFailure(); ++seed) {
        const History history = randomHistory(seed, 8 + int(seed % 24));
        QByteArray expected;
        {
            Delivery delivery(database, history);
            delivery.run(inOrder(history));
            expected = delivery.digest();
            entries += delivery.entries();
            EXPECT_EQ(expected.toHex(), delivery.rebuiltDigest().toHex()) << "seed " << seed;
        }
        for (int i = 0; i < 2; ++i) {
            Delivery delivery(database, history);
            delivery.run(inAnyOrder(history, random));
            EXPECT_EQ(expected.toHex(), delivery.digest().toHex()) << "seed " << seed;
            EXPECT_EQ(expected.toHex(), delivery.rebuiltDigest().toHex()) << "seed " << seed;
        }
    }
    EXPECT_GT(entries, 1000); // it was about something
}

} // namespace
} // namespace mend::vault::test
