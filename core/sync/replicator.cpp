#include "core/sync/replicator.h"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <utility>

namespace mend::sync {

namespace {

// Beyond it no log can go; what a liar claims must not wrap around.
constexpr quint64 seqLimit = quint64(std::numeric_limits<qint64>::max());

qint64 sizeOf(const Batch& batch) {
    qint64 size = 0;
    for (const record::Record& r : batch.records)
        size += r.headerBytes.size() + (r.body ? r.body->size() : 0);
    return size;
}

} // namespace

Replicator::Replicator(Replica& replica, const Clock& clock)
    : replica_(replica), clock_(clock), limit_(replica, clock), mine_(replica, Person::Me, 0) {}

Replicator::Step Replicator::start() {
    const auto mine = replica_.head(Person::Me);
    const auto theirs = replica_.head(Person::Partner);
    if (!mine || !theirs)
        return ending(stopping(mine ? theirs.error() : mine.error()));
    Step step;
    step.send.push_back(
        Hello{{protocolVersion}, {}, *mine, *theirs, std::max<UtcMillis>(clock_.nowMs(), 0)});
    return step;
}

Replicator::Step Replicator::receive(const Message& message) {
    if (ended_)
        return {};
    const bool greeting =
        std::holds_alternative<Hello>(message) || std::holds_alternative<Bye>(message);
    if (!answered_ && !greeting)
        return ending(stopping(ReplicationStop::BadPeer));
    return ending(std::visit([this](const auto& m) { return take(m); }, message));
}

Replicator::Step Replicator::ending(Step step) {
    ended_ = ended_ || step.stop;
    return step;
}

Replicator::Step Replicator::stopping(ReplicationStop stop) {
    Step step;
    step.stop = stop;
    step.send.emplace_back(byeFor(stop));
    return step;
}

Replicator::Step Replicator::stopping(ReplicaError error) {
    Step step = stopping(stopFor(error));
    step.stored = error == ReplicaError::Forked; // both branches are kept, and shown
    return step;
}

// --- Hello

std::optional<ReplicationStop> Replicator::judgeHead(const Hello& hello) {
    if (!hello.yours)
        return std::nullopt;
    const auto known = replica_.compare(*hello.yours);
    if (!known)
        return stopFor(known.error());
    switch (*known) {
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
        return stopping(ReplicationStop::BadPeer);
    if (std::find(hello.versions.begin(), hello.versions.end(), protocolVersion) ==
        hello.versions.end())
        return stopping(ReplicationStop::NewerVersion);
    if (const auto confirmed = replica_.confirmPairing(); !confirmed)
        return stopping(confirmed.error());
    if (const auto wrong = judgeHead(hello))
        return stopping(*wrong);
    return greet(hello);
}

Replicator::Step Replicator::greet(const Hello& hello) {
    const auto theirs = replica_.head(Person::Partner);
    if (!theirs)
        return stopping(theirs.error());
    answered_ = true;
    // Both from 0 on, so that the difference fits whatever the other says.
    clocksApart_ = std::llabs(hello.at - std::max<UtcMillis>(clock_.nowMs(), 0)) > clocksApartMs;
    // More than I have: I was set back, and go on where my own records, given back, will end.
    theyHold_ = std::min(countOf(hello.yours), seqLimit);
    mine_ = LogSender(replica_, Person::Me, theyHold_);
    const quint64 held = countOf(*theirs);
    theirCount_ = countOf(hello.mine);
    unlimited_ = held == 0;
    if (theirCount_ < held) // rolled back, or starting from nothing: it gets its own words again
        giveBack_.emplace(replica_, Person::Partner, theirCount_, held);
    Step step;
    step.answered = true;
    step.stored = true; // a `pair` record may have been written just now
    give(step);
    askLacking(step);
    return step;
}

// --- Giving

void Replicator::give(Step& step) {
    if (giveBack_)
        giveFrom(*giveBack_, step);
    giveFrom(mine_, step);
}

void Replicator::giveFrom(LogSender& sender, Step& step) {
    if (step.stop)
        return;
    if (const auto filled = sender.fill(step.send); !filled) {
        Step end = stopping(filled.error());
        step.stop = end.stop;
        step.send.push_back(std::move(end.send.front()));
    }
}

Replicator::Step Replicator::localChanged() {
    Step step;
    if (!answered_ || ended_)
        return step;
    give(step);
    // Only what I write makes something of theirs due. A question after each commit would tell the
    // other when something private was written.
    askDue_ = askDue_ || !step.send.empty();
    step.more = askDue_;
    return ending(std::move(step));
}

// One answer to each question, an empty one too: so that the other knows when to ask again.
Replicator::Step Replicator::take(const Lacking& lacking) {
    auto bodies = replica_.bodies(lacking.ids);
    if (!bodies)
        return stopping(bodies.error());
    Step step;
    step.send.push_back(Bodies{std::move(*bodies)});
    return step;
}

// --- Taking

std::optional<ReplicationStop> Replicator::overLimit(qint64 records, qint64 bytes) {
    if (unlimited_)
        return std::nullopt;
    switch (limit_.count(records, bytes)) {
    case DayLimit::Verdict::Fine:
        return std::nullopt;
    case DayLimit::Verdict::TooMuch:
        return ReplicationStop::TooMuch;
    case DayLimit::Verdict::Storage:
        break;
    }
    return ReplicationStop::Storage;
}

Replicator::Step Replicator::take(const Batch& batch) {
    const auto own = replica_.head(Person::Me);
    if (!own)
        return stopping(own.error());
    const bool mine =
        *own && batch.head.head.log == (*own)->log; // nobody else could have signed it
    const auto count = [&] { return overLimit(qint64(batch.records.size()), sizeOf(batch)); };
    if (const auto over = mine ? std::nullopt : count())
        return stopping(*over);
    const auto received = replica_.receive(batch);
    if (!received)
        return stopping(received.error());
    if (mine && *received) // I had lost them: a returning sync
        unlimited_ = true;
    else if (const auto over = mine ? count() : std::nullopt) // again and again what I have
        return stopping(*over);
    if (!mine)
        theirCount_ = std::max(theirCount_, batch.head.head.seq + 1);
    ackDue_ = askDue_ = true;
    Step step;
    step.stored = *received;
    step.more = true;
    return step;
}

Replicator::Step Replicator::goOn() {
    Step step;
    if (ended_)
        return step;
    if (std::exchange(ackDue_, false)) {
        if (auto ack = replica_.ack())
            step.send.emplace_back(*ack);
        // Their record may have made one of mine due; that body goes out with the next batch or
        // when asked.
        give(step);
    }
    if (std::exchange(askDue_, false))
        askLacking(step);
    return ending(std::move(step));
}

Replicator::Step Replicator::take(const record::Ack& ack) {
    if (const auto taken = replica_.receiveAck(ack); !taken)
        return stopping(taken.error());
    mine_.acked(ack.held.seq);
    if (giveBack_)
        giveBack_->acked(ack.mine.seq);
    theyHold_ = std::max(theyHold_, ack.held.seq + 1);
    Step step;
    step.moved = true;
    give(step);
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
    if (!askedOnce_ && ids.size() < std::size_t(lackingLimit)) {
        askedOnce_ = true;
        const auto more = replica_.mayHaveBeenGiven(lackingLimit - int(ids.size()));
        ids.insert(ids.end(), more.begin(), more.end());
    }
    if (ids.empty())
        return;
    asked_ = true;
    step.send.push_back(Lacking{std::move(ids)});
}

Replicator::Step Replicator::take(const Bodies& bodies) {
    qint64 size = 0;
    for (const BodyOf& body : bodies.bodies)
        size += body.second.size();
    if (!asked_)
        return stopping(ReplicationStop::BadPeer);
    if (const auto over = overLimit(0, size))
        return stopping(*over);
    const auto received = replica_.receiveBodies(bodies.bodies);
    if (!received)
        return stopping(received.error());
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
    step.stop = stopFor(bye);
    return step;
}

bool Replicator::inStep() const {
    if (!answered_ || !mine_.nothingOnItsWay() || (giveBack_ && !giveBack_->isDone()))
        return false;
    const auto mine = replica_.head(Person::Me);
    const auto theirs = replica_.head(Person::Partner);
    return mine && theirs && theyHold_ == countOf(*mine) && countOf(*theirs) >= theirCount_;
}

} // namespace mend::sync
