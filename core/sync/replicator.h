#pragma once
// Replication over one open, mutually proven connection, as a state machine without a socket
// (PROTOCOL.md, Replicating): hello, then each sends what the other lacks of both logs; ack after
// commit; lacking and bodies for what was sealed. The connection counts only once a hello was
// answered.

#include "core/base/clock.h"
#include "core/sync/message.h"
#include "core/sync/replica.h"

namespace mend::sync {

inline constexpr int batchWindow = 4; // Batches on their way without an ack.
inline constexpr qint64 recordsADay =
    20'000; // More, outside a first or returning sync: stop and ask.
inline constexpr qint64 bytesADay = 256LL * 1024 * 1024; // Likewise.
inline constexpr qint64 clocksApartMs = 10 * 60 * 1000;  // Told to both; changes nothing else.

// What came from the partner today, over all connections; kept by whoever owns the connections.
struct Taken {
    qint64 utcDay = 0;
    qint64 records = 0;
    qint64 bytes = 0;
    bool allowed = false; // the person said that this much is fine today
};

enum class ReplicationStop {
    Fork,         // a log has two futures
    NewerVersion, // the other speaks only later versions
    TooMuch,      // over the day's limits: the person decides
    BadPeer,      // malformed, or records that break their rules
    Storage,      // my vault could not take it
    Bye,          // the other ended it
    ByeFork,      // the other ended it for a fork
    Paused,       // the other paused
};

class Replicator {
public:
    struct Step {
        std::vector<Message> send;
        std::optional<ReplicationStop> stop; // send first, then close
        bool answered = false;               // this was the first hello: the connection counts
        bool stored = false;                 // records or bodies were committed here
        bool moved = false;                  // what the other holds has changed
    };

    Replicator(Replica& replica, const Clock& clock, Taken& taken);

    Step start();
    Step receive(const Message& message);
    // My log has grown, or a body may have become due.
    Step localChanged();
    Step pause(); // I pause: tells the other and ends

    bool answered() const { return answered_; }
    // It has said `stop`: whatever still comes in or changes here leads to nothing.
    bool ended() const { return ended_; }
    // Both hold the same, as far as both have said.
    bool inStep() const;
    bool clocksApart() const { return clocksApart_; }
    // Records of the other's log announced at hello or since, to show progress.
    quint64 theirCount() const { return theirCount_; }

private:
    Step ending(Step step);
    Step take(const Hello& hello);
    Step take(const Batch& batch);
    Step take(const record::Ack& ack);
    Step take(const Lacking& lacking);
    Step take(const Bodies& bodies);
    Step take(const PauseNow&);
    Step take(const Bye& bye);
    Step stopFor(ReplicationStop stop);
    Step stopFor(ReplicaError error);
    Step greet(const Hello& hello);
    bool overLimit(qint64 records, qint64 bytes);
    std::optional<ReplicationStop> judgeHead(const Hello& hello);
    // Fills the window with batches; `step.stop` on a storage error.
    void push(Step& step);
    void giveBack(Step& step);
    void askLacking(Step& step);
    void sendAck(Step& step);

    Replica& replica_;
    const Clock& clock_;
    Taken& taken_;
    bool answered_ = false;
    bool ended_ = false;
    bool asked_ = false;     // a `lacking` of mine is not answered yet
    bool askAgain_ = false;  // and something has changed since
    bool unlimited_ = false; // a first or returning sync
    bool clocksApart_ = false;
    quint64 nextToSend_ = 0;              // seq in my log
    quint64 theyHold_ = 0;                // count of mine
    std::optional<quint64> giveBackFrom_; // seq in their log, while giving back
    quint64 theirCount_ = 0;
    std::vector<quint64> window_; // last seq of each batch of mine that is not acked
};

} // namespace mend::sync
