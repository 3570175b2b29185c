#pragma once
// Replication over one open, mutually proven connection, as a state machine without a socket
// (PROTOCOL.md, Replicating): hello, then each sends what the other lacks of both logs; ack after
// commit; lacking and bodies for what was sealed. The connection counts only once a hello was
// answered.

#include "core/base/clock.h"
#include "core/sync/day_limit.h"
#include "core/sync/log_sender.h"
#include "core/sync/replication_stop.h"

namespace mend::sync {

inline constexpr qint64 clocksApartMs = 10 * 60 * 1000; // Told to both; changes nothing else.

class Replicator {
public:
    struct Step {
        std::vector<Message> send;
        std::optional<ReplicationStop> stop; // send first, then close
        bool answered = false;               // this was the first hello: the connection counts
        bool stored = false;                 // records or bodies were committed here
        bool moved = false;                  // what the other holds has changed
        bool more = false;                   // goOn(), once this is sent and told
    };

    Replicator(Replica& replica, const Clock& clock);

    Step start();
    Step receive(const Message& message);
    // My log has grown, or a body may have become due.
    Step localChanged();
    // What follows from a step and that nobody waits for: an answer, and questions.
    Step goOn();
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
    static Step stopping(ReplicationStop stop);
    static Step stopping(ReplicaError error);
    Step greet(const Hello& hello);
    std::optional<ReplicationStop> overLimit(qint64 records, qint64 bytes);
    std::optional<ReplicationStop> judgeHead(const Hello& hello);
    // What there is to send of both logs, as far as the windows let it; `step.stop` on an error.
    void give(Step& step);
    void giveFrom(LogSender& sender, Step& step);
    void askLacking(Step& step);

    Replica& replica_;
    const Clock& clock_;
    DayLimit limit_;
    bool answered_ = false;
    bool ended_ = false;
    bool ackDue_ = false;    // goOn() says that it was received
    bool askDue_ = false;    // goOn() asks for what is lacking
    bool askedOnce_ = false; // for what may have been given
    bool asked_ = false;     // a `lacking` of mine is not answered yet
    bool askAgain_ = false;  // and something has changed since
    bool unlimited_ = false; // a first or returning sync
    bool clocksApart_ = false;
    quint64 theyHold_ = 0; // count of mine; more than I have while I wait for my own records
    quint64 theirCount_ = 0;
    LogSender mine_;
    std::optional<LogSender> giveBack_; // the other's own records, if they were set back
};

} // namespace mend::sync
