#include "core/sync/replicator.h"

#include "core/sync/rendezvous.h"

#include <algorithm>
#include <cstdlib>

namespace mend::sync {

namespace {

quint64 countOf(const std::optional<LogHead>& head) {
    return head ? head->seq + 1 : 0;
}

Bye::Why whyOf(ReplicationStop stop) {
    switch (stop) {
    case ReplicationStop::Fork:
        return Bye::Why::Fork;
    case ReplicationStop::TooMuch:
        return Bye::Why::TooMuch;
    case ReplicationStop::Storage:
        return Bye::Why::Storage;
    case ReplicationStop::NewerVersion:
        return Bye::Why::NewerVersion;
    default:
        return Bye::Why::Done;
    }
}

qint64 sizeOf(const Batch& batch) {
    qint64 size = 0;
    for (const record::Record& r : batch.records)
        size += r.headerBytes.size() + (r.body ? r.body->size() : 0);
    return size;
}

} // namespace

Replicator::Replicator(Replica& replica, const Clock& clock, Taken& taken)
    : replica_(replica), clock_(clock), taken_(taken) {}

Replicator::Step Replicator::start() {
    Step step;
    step.send.push_back(Hello{{protocolVersion},
                              {},
                              replica_.head(Person::Me),
                              replica_.head(Person::Partner),
                              clock_.nowMs()});
    return step;
}

Replicator::Step Replicator::receive(const Message& message) {
    if (ended_)
        return {};
    const bool greeting =
        std::holds_alternative<Hello>(message) || std::holds_alternative<Bye>(message);
    if (!answered_ && !greeting)
        return ending(stopFor(ReplicationStop::BadPeer));
    return ending(std::visit([this](const auto& m) { return take(m); }, message));
}

Replicator::Step Replicator::ending(Step step) {
    ended_ = ended_ || step.stop;
    return step;
}

Replicator::Step Replicator::stopFor(ReplicationStop stop) {
    Step step;
    step.stop = stop;
    step.send.push_back(Bye{whyOf(stop)});
    return step;
}

Replicator::Step Replicator::stopFor(ReplicaError error) {
    switch (error) {
    case ReplicaError::BadRecord:
        return stopFor(ReplicationStop::BadPeer);
    case ReplicaError::Forked: {
        Step step = stopFor(ReplicationStop::Fork);
        step.stored = true; // both branches are kept, and shown
        return step;
    }
    case ReplicaError::Storage:
        break;
    }
    return stopFor(ReplicationStop::Storage);
}

// --- Hello

std::optional<ReplicationStop> Replicator::judgeHead(const Hello& hello) {
    if (!hello.yours)
        return std::nullopt;
    switch (replica_.compare(*hello.yours)) {
    case Replica::Known::Different:
        return ReplicationStop::Fork;
    case Replica::Known::Longer: // I was rolled back: the other gives my own records back, then I
                                 // go on
    case Replica::Known::Mine:
        break;
    }
    return std::nullopt;
}

Replicator::Step Replicator::take(const Hello& hello) {
    if (answered_)
        return stopFor(ReplicationStop::BadPeer);
    if (std::find(hello.versions.begin(), hello.versions.end(), protocolVersion) ==
        hello.versions.end())
        return stopFor(ReplicationStop::NewerVersion);
    if (const auto confirmed = replica_.confirmPairing(); !confirmed)
        return stopFor(confirmed.error());
    if (const auto wrong = judgeHead(hello))
        return stopFor(*wrong);
    return greet(hello);
}

Replicator::Step Replicator::greet(const Hello& hello) {
    answered_ = true;
    clocksApart_ = std::llabs(hello.at - clock_.nowMs()) > clocksApartMs;
    theyHold_ = std::min(countOf(hello.yours), countOf(replica_.head(Person::Me)));
    nextToSend_ = theyHold_;
    const quint64 held = countOf(replica_.head(Person::Partner));
    theirCount_ = countOf(hello.mine);
    unlimited_ = held == 0;
    if (theirCount_ < held) // rolled back, or starting from nothing: it gets its own words again
        giveBackFrom_ = theirCount_;
    Step step;
    step.answered = true;
    step.stored = true; // a `pair` record may have been written just now
    giveBack(step);
    push(step);
    askLacking(step);
    return step;
}

// --- Giving

void Replicator::push(Step& step) {
    while (!step.stop && window_.size() < batchWindow) {
        auto batch = replica_.batch(Person::Me, nextToSend_);
        if (!batch) {
            Step end = stopFor(batch.error());
            step.stop = end.stop;
            step.send.push_back(std::move(end.send.front()));
            return;
        }
        if (batch->records.empty())
            return;
        nextToSend_ = batch->head.head.seq + 1;
        window_.push_back(batch->head.head.seq);
        step.send.push_back(std::move(*batch));
    }
}

void Replicator::giveBack(Step& step) {
    while (giveBackFrom_ && !step.stop) {
        auto batch = replica_.batch(Person::Partner, *giveBackFrom_);
        if (!batch || batch->records.empty()) {
            giveBackFrom_.reset();
            return;
        }
        giveBackFrom_ = batch->head.head.seq + 1;
        step.send.push_back(std::move(*batch));
    }
}

Replicator::Step Replicator::localChanged() {
    Step step;
    if (!answered_ || ended_)
        return step;
    push(step);
    askLacking(step);
    return ending(std::move(step));
}

// One answer to each question, an empty one too: so that the other knows when to ask again.
Replicator::Step Replicator::take(const Lacking& lacking) {
    auto bodies = replica_.bodies(lacking.ids);
    if (!bodies)
        return stopFor(bodies.error());
    Step step;
    step.send.push_back(Bodies{std::move(*bodies)});
    return step;
}

// --- Taking

bool Replicator::overLimit(qint64 records, qint64 bytes) {
    const qint64 today = utcDayOf(clock_.nowMs());
    if (taken_.utcDay != today)
        taken_ = {today, 0, 0, false};
    if (unlimited_ || taken_.allowed)
        return false;
    taken_.records += records;
    taken_.bytes += bytes;
    return taken_.records > recordsADay || taken_.bytes > bytesADay;
}

Replicator::Step Replicator::take(const Batch& batch) {
    const auto own = replica_.head(Person::Me);
    const bool mine = own && batch.head.head.log == own->log; // nobody else could have signed it
    if (!mine && overLimit(qint64(batch.records.size()), sizeOf(batch)))
        return stopFor(ReplicationStop::TooMuch);
    const auto received = replica_.receive(batch);
    if (!received)
        return stopFor(received.error());
    Step step;
    step.stored = *received;
    if (!mine)
        theirCount_ = std::max(theirCount_, countOf(replica_.head(Person::Partner)));
    else if (*received) // I had lost them: a returning sync
        unlimited_ = true;
    sendAck(step);
    // Their record may have made one of mine due; that body goes out with the next batch or when
    // asked.
    push(step);
    askLacking(step);
    return step;
}

void Replicator::sendAck(Step& step) {
    if (auto ack = replica_.ack())
        step.send.push_back(*ack);
}

Replicator::Step Replicator::take(const record::Ack& ack) {
    if (const auto taken = replica_.receiveAck(ack); !taken)
        return stopFor(taken.error());
    std::erase_if(window_, [&](quint64 seq) { return seq <= ack.held.seq; });
    theyHold_ = std::max(theyHold_, ack.held.seq + 1);
    Step step;
    step.moved = true;
    push(step);
    askLacking(step);
    return step;
}

void Replicator::askLacking(Step& step) {
    if (step.stop)
        return;
    askAgain_ = asked_;
    if (asked_)
        return;
    auto ids = replica_.lacking(lackingLimit);
    if (ids.empty())
        return;
    asked_ = true;
    step.send.push_back(Lacking{std::move(ids)});
}

Replicator::Step Replicator::take(const Bodies& bodies) {
    qint64 size = 0;
    for (const BodyOf& body : bodies.bodies)
        size += body.second.size();
    if (overLimit(0, size))
        return stopFor(ReplicationStop::TooMuch);
    const auto received = replica_.receiveBodies(bodies.bodies);
    if (!received)
        return stopFor(received.error());
    Step step;
    step.stored = *received;
    asked_ = false;
    if (*received || askAgain_) // more may be lacking than fits one question
        askLacking(step);
    return step;
}

// --- Ending

Replicator::Step Replicator::pause() {
    Step step;
    step.stop = ReplicationStop::Paused;
    step.send.push_back(PauseNow{});
    return ending(std::move(step));
}

Replicator::Step Replicator::take(const PauseNow&) {
    Step step;
    step.stop = ReplicationStop::Paused;
    return step;
}

Replicator::Step Replicator::take(const Bye& bye) {
    Step step;
    switch (bye.why) {
    case Bye::Why::Fork:
        step.stop = ReplicationStop::ByeFork;
        break;
    case Bye::Why::NewerVersion:
        step.stop = ReplicationStop::NewerVersion;
        break;
    default:
        step.stop = ReplicationStop::Bye;
    }
    return step;
}

bool Replicator::inStep() const {
    return answered_ && window_.empty() && !giveBackFrom_ &&
           theyHold_ >= countOf(replica_.head(Person::Me)) &&
           countOf(replica_.head(Person::Partner)) >= theirCount_;
}

} // namespace mend::sync
