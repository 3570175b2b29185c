#pragma once
// Two replicators, each over a log in memory, and the wire between them.

// Replication between two vaults in memory, message by message.

#include "core/sync/replicator.h"

#include "core/sync/rendezvous.h"
#include "tests/core/sync/memory_vault.h"

#include <deque>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;

// One end of a connection; what it sends goes through bytes.
struct Side {
    explicit Side(MemoryVault& itsVault) : vault(itsVault) {}
    void connect() {
        replicator.emplace(vault, vault.clock);
        out.clear();
        stop.reset();
        take(replicator->start());
    }
    void take(Replicator::Step step) {
        for (const Message& message : step.send)
            out.push_back(encode(message));
        stop = step.stop ? step.stop : stop;
        answered += step.answered;
        stored += step.stored;
        moved += step.moved;
        if (step.more)
            take(replicator->goOn());
    }
    template <class M>
    std::size_t waiting() const {
        return std::size_t(std::count_if(out.begin(), out.end(), [](const QByteArray& bytes) {
            return std::holds_alternative<M>(*decode(bytes));
        }));
    }
    bool inStep() const { return replicator->inStep(); }

    MemoryVault& vault;
    std::optional<Replicator> replicator;
    std::deque<QByteArray> out;
    std::optional<ReplicationStop> stop;
    int answered = 0;
    int stored = 0;
    int moved = 0;
};

struct Replication : testing::Test {
    FakeClock clock;
    MemoryVault samsVault{u"Sam"_s, 1, clock};
    MemoryVault alexsVault{u"Alex"_s, 2, clock};
    Side sam{samsVault};
    Side alex{alexsVault};

    Replication() { MemoryVault::pair(samsVault, alexsVault); }

    static bool carry(Side& from, Side& to) {
        if (from.out.empty() || to.stop)
            return false;
        const QByteArray bytes = from.out.front();
        from.out.pop_front();
        to.take(to.replicator->receive(*decode(bytes)));
        return true;
    }
    int carryAll() {
        int count = 0;
        while (carry(sam, alex) || carry(alex, sam))
            ++count;
        return count;
    }
    void connect() {
        sam.connect();
        alex.connect();
    }
    void meet() {
        connect();
        carryAll();
    }
    void writeMany(MemoryVault& vault, int count) {
        for (int i = 0; i < count; ++i)
            vault.write(u"words %1"_s.arg(i));
    }
    bool agree() { return equal(samsVault, alexsVault) && sam.inStep() && alex.inStep(); }
};
