// sync, sync status.

#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/options.h"
#include "app/cli/values.h"

#include <QEventLoop>
#include <QTimer>

namespace mend::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualSeconds = 60; // How long `sync --once` looks for the other.
constexpr int settleMs = 500;    // In step for this long: the other has had its turn, too.
constexpr int daySeconds = 24 * 3600;

int codeOf(SyncReading::Stop stop) {
    switch (stop) {
    case SyncReading::Stop::Fork:
        return report(Problem::Forked);
    case SyncReading::Stop::NewerVersion:
        tell(u"The other's Mend is newer. Update this one; nothing is lost."_s);
        return CouldNot;
    case SyncReading::Stop::TooMuch:
        tell(u"The other sends far more than a day's worth, so this stopped. Nothing is lost."_s);
        return CouldNot;
    case SyncReading::Stop::Refused:
        tell(
            u"The other sent something that breaks the rules of sharing, so this stopped. Nothing of it was kept."_s);
        return DamagedVault;
    case SyncReading::Stop::Storage:
    case SyncReading::Stop::None:
        break;
    }
    return report(Problem::Io);
}

// Ends the loop when both hold the same, when sharing stops, or when the time is over.
class Watch {
public:
    Watch(Workspace& workspace, bool once, int seconds) : once_(once) {
        QObject::connect(&workspace, &Workspace::syncChanged, &loop_,
                         [this](const SyncReading& r) { look(r); });
        QObject::connect(&settle_, &QTimer::timeout, &loop_, [this] { end(Done); });
        settle_.setSingleShot(true);
        if (seconds > 0)
            QTimer::singleShot(seconds * 1000, &loop_, [this] {
                if (once_)
                    tell(whyNotReached() + u" What you wrote is kept and will be shared later."_s);
                end(once_ ? NotReached : Done);
            });
    }
    int wait() {
        if (!ended_)
            loop_.exec();
        return code_;
    }

private:
    static QString cantListen() {
        return u"The address or port of --listen can't be used; another program may have it."_s;
    }
    QString whyNotReached() const {
        if (last_.noNetwork)
            return u"This computer has no network just now."_s;
        if (last_.cantListen)
            return cantListen();
        return last_.noMulticast
                   ? u"This network lets the two not find each other; name the other's address with --peer HOST:PORT."_s
                   : u"The other computer was not reached in time."_s;
    }
    void look(const SyncReading& reading) {
        using P = SyncReading::Phase;
        if (ended_)
            return; // told already
        if (reading.cantListen && !last_.cantListen && !once_)
            tell(cantListen() + u" The other can still be dialled from here."_s);
        last_ = reading;
        if (reading.phase == P::InStep && once_ && !settle_.isActive())
            settle_.start(settleMs);
        else if (reading.phase != P::InStep)
            settle_.stop();
        wasInStep_ |= reading.phase == P::InStep;
        if (reading.phase == P::Looking && once_ && wasInStep_ && reading.counts.waiting() == 0)
            end(Done); // the other was done first, and left
        if (reading.phase == P::NotPaired)
            end(report(Problem::NotPaired));
        else if (reading.phase == P::Stopped)
            end(codeOf(reading.stop));
        else if (reading.phase == P::Elsewhere)
            end(report(Problem::InUse));
        else if (reading.phase == P::Paused && once_) {
            tell(u"Sharing is paused here. Nothing was sent; go on with: mend-cli resume"_s);
            end(CouldNot);
        }
    }
    void end(int code) {
        code_ = code;
        ended_ = true;
        loop_.quit();
    }
    bool once_;
    bool wasInStep_ = false;
    SyncReading last_;
    bool ended_ = false;
    int code_ = CouldNot;
    QEventLoop loop_;
    QTimer settle_;
};

int sync(const Invocation& invocation) {
    const bool once = invocation.has("once");
    const auto seconds =
        secondsOf(invocation, once ? std::optional(usualSeconds) : std::nullopt, daySeconds);
    auto network = seconds ? networkOf(invocation) : std::nullopt;
    if (!network)
        return WrongUsage;
    network->peers = invocation.values("peer");
    if (!isPossible(*network))
        return report(Problem::BadAddress);
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    Workspace& w = **workspace;
    if (!w.partner())
        return report(Problem::NotPaired);
    Watch watch(w, once, *seconds);
    w.startSync(*network);
    return watch.wait();
}

int status(const Invocation& invocation) {
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const SyncReading reading = (*workspace)->syncState();
    if (invocation.json)
        printJson(toJson(reading));
    else
        print(u"%1 of yours, %2 of theirs, %3 waiting to be shared"_s.arg(reading.counts.mine)
                  .arg(reading.counts.theirs)
                  .arg(reading.counts.waiting()));
    return Done;
}

} // namespace

QList<Command> syncCommands() {
    return {
        {u"sync"_s,
         u"[--once] [--peer HOST:PORT] [--listen ADDR:PORT] [--timeout S] [--no-multicast]"_s,
         u"Shares with the partner; --once ends when both hold the same."_s,
         {flag("once"), valued("peer", "HOST:PORT"), valued("listen", "ADDR:PORT"),
          valued("timeout", "S"), flag("no-multicast")},
         0,
         0,
         sync},
        {u"sync status"_s, u""_s, u"How far sharing has come."_s, {}, 0, 0, status, Takes::Json}};
}

} // namespace mend::cli
