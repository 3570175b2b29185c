// Whatever the wire does to it, replication ends with both logs on both sides.

#include "core/sync/frame.h"
#include "tests/core/sync/replication_fixture.h"

TEST_F(Replication, CutAfterEveryMessageAndResumedBothEndEqual) {
    const auto history = [&](MemoryVault& a, MemoryVault& b) {
        MemoryVault::pair(a, b);
        writeMany(a, 9);
        a.writeSealed(u"mine"_s);
        writeMany(b, 7);
        b.writeSealed(u"theirs"_s);
    };
    history(samsVault, alexsVault);
    connect();
    const int whole = carryAll();
    ASSERT_GT(whole, 10);
    for (int cut = 0; cut <= whole; ++cut) {
        MemoryVault a(u"Sam"_s, 3, clock);
        MemoryVault b(u"Alex"_s, 4, clock);
        history(a, b);
        Side one(a);
        Side two(b);
        one.connect();
        two.connect();
        for (int i = 0; i < cut && (carry(one, two) || carry(two, one)); ++i) {
        }
        one.connect(); // whatever was on its way is gone
        two.connect();
        while (carry(one, two) || carry(two, one)) {
        }
        ASSERT_TRUE(equal(a, b)) << "cut after " << cut;
        ASSERT_TRUE(one.inStep() && two.inStep()) << "cut after " << cut;
        ASSERT_EQ(a.wordsOf(a.theirs), b.mine.records.size()) << "cut after " << cut;
    }
}

namespace {

// Two who are paired, with a seed of their own.
struct Exchange {
    explicit Exchange(quint64 seed)
        : random(seed), a(u"Sam"_s, seed * 2, clock), b(u"Alex"_s, seed * 2 + 1, clock), one(a),
          two(b) {
        MemoryVault::pair(a, b);
    }
    bool endsEqual() {
        while (Replication::carry(one, two) || Replication::carry(two, one)) {
        }
        return equal(a, b) && one.inStep() && two.inStep() && a.lacking(1000).empty() &&
               b.lacking(1000).empty();
    }

    FakeClock clock;
    FixedRandom random;
    MemoryVault a;
    MemoryVault b;
    Side one;
    Side two;
};

// How many of the last `most` records a disk may lose so that none is without words for ever: a
// sealed one that the other holds without words is all there is of it.
std::size_t losable(const MemoryVault& of, const MemoryVault& other, std::size_t most) {
    std::size_t count = 0;
    for (std::size_t at = of.mine.records.size(); at > 0 && count < most; --at, ++count)
        if (at <= other.theirs.records.size() && !other.theirs.records[at - 1].body)
            break;
    return count;
}

} // namespace

// Somebody who was set back and writes before they got their own words again makes a fork, which is
// tested elsewhere: here they wait.
TEST(ReplicationProperty, RandomWritesCutAndSetBackEndEqual) {
    int given = 0; // back to somebody, over all seeds
    for (quint64 seed = 1; seed <= 60; ++seed) {
        Exchange exchange(seed);
        auto& [clock, random, a, b, one, two] = exchange;
        one.connect();
        two.connect();
        for (int i = 0; i < 120; ++i) {
            const bool first = random.below(2);
            Side& side = first ? one : two;
            const MemoryVault& other = first ? b : a;
            const bool whole = side.vault.mine.records.size() >= other.theirs.records.size();
            switch (random.below(11)) {
            case 0:
                if (!whole)
                    break;
                side.vault.write(u"words %1"_s.arg(i));
                side.take(side.replicator->localChanged());
                break;
            case 1:
                if (!whole)
                    break;
                side.vault.writeSealed(u"sealed %1"_s.arg(i));
                side.take(side.replicator->localChanged());
                break;
            case 2:
                clock.advanceDays(1);
                break;
            case 3: // the connection breaks
                one.connect();
                two.connect();
                break;
            case 4: // an older disk is put back; some of it only the other still has
                if (random.below(3) > 0)
                    break;
                side.vault.rollBack(losable(side.vault, other, random.below(5)), random.below(5));
                one.connect();
                two.connect();
                given += side.vault.mine.records.size() < other.theirs.records.size();
                break;
            default:
                Replication::carry(one, two);
                Replication::carry(two, one);
            }
            ASSERT_FALSE(one.stop || two.stop) << "seed " << seed << ", step " << i;
        }
        ASSERT_TRUE(exchange.endsEqual()) << "seed " << seed;
    }
    EXPECT_GT(given, 20);
}

// --- Byte by byte

namespace {

// A connection as TCP gives it: bytes in order, until it is cut.
struct Wire {
    Side& to;
    FrameReader reader = FrameReader(frameLimit);
    QByteArray bytes = {};
    void take(Side& from) {
        while (!from.out.empty()) {
            bytes += frame(from.out.front());
            from.out.pop_front();
        }
    }
    // Hands over at most `most` bytes, one at a time. How many those were.
    qsizetype deliver(qsizetype most) {
        const qsizetype count = std::min(most, bytes.size());
        for (qsizetype i = 0; i < count; ++i) {
            const auto messages = reader.feed(bytes.sliced(i, 1));
            for (const QByteArray& message : messages.value())
                to.take(to.replicator->receive(*decode(message)));
        }
        bytes.remove(0, count);
        return count;
    }
};

// Connects both and lets `most` bytes through, in turns of `turn`. How many went.
qsizetype converse(Side& one, Side& two, qsizetype most, qsizetype turn) {
    one.connect();
    two.connect();
    Wire there{two};
    Wire back{one};
    qsizetype went = 0;
    for (qsizetype before = -1; went != before && went < most;) {
        before = went;
        there.take(one);
        went += there.deliver(std::min(turn, most - went));
        back.take(two);
        went += back.deliver(std::min(turn, most - went));
    }
    return went;
}

struct Kept {
    explicit Kept(MemoryVault& of) : vault(of), mine(of.mine), theirs(of.theirs) {}
    void restore() {
        vault.mine = mine;
        vault.theirs = theirs;
        vault.provisional = true;
    }
    MemoryVault& vault;
    MemoryVault::Log mine;
    MemoryVault::Log theirs;
};

} // namespace

TEST_F(Replication, CutAtEveryByteAndResumedBothEndEqual) {
    constexpr qsizetype everything = 1 << 30;
    constexpr qsizetype turn = 97; // bytes; no message's length
    samsVault.batchSize = 2;
    writeMany(samsVault, 2);
    writeMany(alexsVault, 1);
    samsVault.writeSealed(u"mine"_s);
    alexsVault.writeSealed(u"theirs"_s);
    Kept sams(samsVault);
    Kept alexs(alexsVault);
    const qsizetype whole = converse(sam, alex, everything, turn);
    ASSERT_TRUE(agree());
    ASSERT_GT(whole, 2000);
    for (qsizetype cut = 0; cut < whole; ++cut) {
        sams.restore();
        alexs.restore();
        ASSERT_EQ(converse(sam, alex, cut, turn), cut);
        ASSERT_FALSE(sam.stop || alex.stop) << "cut after byte " << cut;
        converse(sam, alex, everything, turn);
        ASSERT_TRUE(agree()) << "cut after byte " << cut;
        ASSERT_EQ(alexsVault.wordsOf(alexsVault.theirs), 4u) << "cut after byte " << cut;
        ASSERT_EQ(samsVault.wordsOf(samsVault.theirs), 3u) << "cut after byte " << cut;
    }
}

// TLS keeps order, and nobody can double what is in it. Should a program at the other end do so all
// the same, it may cost the connection, but never a record, and never a wrong one.
TEST(ReplicationProperty, DoubledSwappedAndOldMessagesCostAtMostTheConnection) {
    int stops = 0;
    for (quint64 seed = 1; seed <= 40; ++seed) {
        Exchange exchange(seed);
        auto& [clock, random, a, b, one, two] = exchange;
        std::vector<QByteArray> old[2]; // of earlier connections too, by sender
        const auto again = [&exchange] {
            exchange.one.connect();
            exchange.two.connect();
        };
        again();
        for (int i = 0; i < 150; ++i) {
            const bool first = random.below(2) == 0;
            Side& from = first ? one : two;
            Side& to = first ? two : one;
            std::vector<QByteArray>& said = old[first ? 0 : 1];
            switch (random.below(8)) {
            case 0:
                from.vault.write(u"words %1"_s.arg(i));
                from.take(from.replicator->localChanged());
                break;
            case 1:
                from.vault.writeSealed(u"sealed %1"_s.arg(i));
                from.take(from.replicator->localChanged());
                break;
            case 2:
                if (from.out.size() >= 2)
                    std::swap(from.out[0], from.out[1]);
                break;
            case 3:
                if (!from.out.empty())
                    from.out.push_front(from.out.front());
                break;
            case 4:
                if (!said.empty())
                    from.out.push_front(said[random.below(quint32(said.size()))]);
                break;
            default:
                if (!from.out.empty())
                    said.push_back(from.out.front());
                Replication::carry(from, to);
            }
            ASSERT_FALSE(a.forked || b.forked) << "seed " << seed << ", step " << i;
            if (one.stop || two.stop) {
                ++stops;
                again();
            }
        }
        again();
        ASSERT_TRUE(exchange.endsEqual()) << "seed " << seed;
    }
    EXPECT_GT(stops, 0);
}
