// pair, unpair, pause, resume.

#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/options.h"
#include "app/cli/values.h"

#include <QEventLoop>
#include <QFile>
#include <QTimer>
#include <cstdio>

namespace mend::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualShowSeconds = 600;
constexpr int usualEnterSeconds = 60;
constexpr int firstTalkSeconds = 20; // For the first conversation after pairing.

QString sentence(PairingProblem problem) {
    switch (problem) {
    case PairingProblem::Cancelled:
        return u"Pairing was stopped here. Nothing was shared."_s;
    case PairingProblem::CancelledThere:
        return u"The other side stopped, or the connection went. Nothing was shared."_s;
    case PairingProblem::TimedOut:
        return u"The time for this code is over. Nothing was shared; show a new one."_s;
    case PairingProblem::NotFound:
        return u"Nobody on this network shows that code. Nothing was sent; try the address: --peer HOST:PORT"_s;
    case PairingProblem::NoNetwork:
        return u"This computer has no network just now. Nothing was sent."_s;
    case PairingProblem::SeveralFound:
        return u"More than one computer answers to these digits, so none was tried and nothing was sent. Use --peer HOST:PORT"_s;
    case PairingProblem::CantReach:
        return u"That address does not answer. Nothing was sent."_s;
    case PairingProblem::CantListen:
        return u"No port could be opened to wait on. Nothing was shared; choose another with --bind."_s;
    case PairingProblem::WrongCode:
        return u"The code was not right, so it can't be used any more. Nothing was shared; show a new one."_s;
    case PairingProblem::NotMend:
        return u"What answered isn't Mend, or was changed on the way. Nothing was shared."_s;
    case PairingProblem::NewerVersion:
        return u"The other's Mend is newer. Update this one first; nothing was shared."_s;
    case PairingProblem::OtherPerson:
        return u"This vault is paired with somebody else. Nothing was touched."_s;
    case PairingProblem::Storage:
    case PairingProblem::None:
        break;
    }
    return u"The pairing could not be stored here. Nothing was shared; try again."_s;
}

int codeOf(PairingProblem problem) {
    using P = PairingProblem;
    const bool reached = problem != P::NotFound && problem != P::NoNetwork &&
                         problem != P::CantReach && problem != P::TimedOut;
    return reached ? CouldNot : NotReached;
}

bool askYes(const PartnerReading& partner, bool sameRoles) {
    tell(u"This is %1 (%2)."_s.arg(partner.name, partner.role == Role::Hurt
                                                     ? u"the one who was hurt"_s
                                                     : u"the one who broke trust"_s));
    if (sameRoles)
        tell(u"You both chose the same role. That can be right: you may have hurt each other."_s);
    QFile terminal(u"/dev/tty"_s);
    if (!terminal.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        tell(u"There is no terminal to ask on; --yes answers beforehand."_s);
        return false;
    }
    terminal.write("Pair? [y/N] ");
    return terminal.readLine(16).trimmed().toLower() == "y";
}

// Follows a pairing to its end. `shown` is set once the code was printed.
int follow(Workspace& workspace, bool yes) {
    using P = PairingReading::Phase;
    QEventLoop loop;
    int code = CouldNot;
    bool shown = false;
    const auto look = [&](const PairingReading& reading) {
        if (reading.phase == P::Showing && !std::exchange(shown, true)) {
            print(u"code %1"_s.arg(reading.code));
            print(u"address %1"_s.arg(reading.address));
        } else if (reading.phase == P::Asking) {
            workspace.confirmPairing(yes || askYes(*reading.partner, reading.sameRoles));
        } else if (reading.phase == P::Failed) {
            tell(sentence(reading.problem));
            code = codeOf(reading.problem);
            loop.quit();
        } else if (reading.phase == P::Done) {
            code = Done;
            loop.quit();
        }
    };
    QObject::connect(&workspace, &Workspace::pairingChanged, &loop, look);
    loop.exec();
    return code;
}

// The first hello makes the pairing whole; a short wait for it saves a `sync`.
void talkOnce(Workspace& workspace) {
    QEventLoop loop;
    QTimer::singleShot(firstTalkSeconds * 1000, &loop, &QEventLoop::quit);
    QObject::connect(&workspace, &Workspace::syncChanged, &loop, [&](const SyncReading& reading) {
        if (reading.phase == SyncReading::Phase::InStep)
            loop.quit();
    });
    loop.exec();
}

std::optional<BeforePairing> beforeOf(const Invocation& invocation) {
    const QString share = invocation.has("share") ? invocation.value("share") : u"from-today"_s;
    if (share == u"all")
        return BeforePairing::ShareAll;
    if (share == u"from-today")
        return BeforePairing::FromToday;
    wrongUsage(u"--share takes all or from-today. Nothing was sent."_s);
    return std::nullopt;
}

template <class Begin>
int pairWith(const Invocation& invocation, int usualSeconds, Begin begin) {
    const auto before = beforeOf(invocation);
    const auto seconds =
        before ? secondsOf(invocation, usualSeconds, usualShowSeconds) : std::nullopt;
    const auto network = seconds ? networkOf(invocation) : std::nullopt;
    if (!network)
        return WrongUsage;
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    Workspace& w = **workspace;
    if (const auto partner = w.partner(); partner && !partner->provisional)
        return report(Problem::AlreadyPaired); // before anybody is dialled
    w.startSync(*network);
    const Attempt<void> begun = begin(w, *before, *seconds);
    if (!begun)
        return report(begun.error());
    const int code = follow(w, invocation.has("yes"));
    if (code == Done)
        talkOnce(w);
    return code;
}

int show(const Invocation& invocation) {
    return pairWith(invocation, usualShowSeconds,
                    [&](Workspace& w, BeforePairing before, int seconds) {
                        return w.showCode(before, invocation.value("bind"), seconds);
                    });
}

int enter(const Invocation& invocation) {
    const QString code = invocation.words.join(u' ');
    return pairWith(invocation, usualEnterSeconds,
                    [&](Workspace& w, BeforePairing before, int seconds) {
                        return w.enterCode(code, invocation.value("peer"), before, seconds);
                    });
}

int status(const Invocation& invocation) {
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const auto partner = (*workspace)->partner();
    if (invocation.json)
        printJson({{u"paired"_s, partner.has_value()},
                   {u"name"_s, partner ? QJsonValue(partner->name) : QJsonValue()},
                   {u"provisional"_s, partner && partner->provisional},
                   {u"fingerprint"_s, partner ? QJsonValue(partner->fingerprint) : QJsonValue()}});
    else
        print(partner ? u"Paired with %1, %2"_s.arg(partner->name, partner->fingerprint)
                      : u"Not paired"_s);
    return Done;
}

int unpair(const Invocation& invocation) {
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const auto left = (*workspace)->leave();
    if (!left)
        return report(left.error());
    tell(u"Sharing has ended. What is here stays here; what they received stays with them."_s);
    return Done;
}

int setPaused(const Invocation& invocation, bool paused) {
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const auto set = (*workspace)->setPaused(paused);
    return set ? Done : report(set.error());
}
int pause(const Invocation& invocation) {
    return setPaused(invocation, true);
}
int resume(const Invocation& invocation) {
    return setPaused(invocation, false);
}

} // namespace

QList<Command> pairCommands() {
    const QString network =
        u"\n       [--share all|from-today] [--listen ADDR:PORT] [--no-multicast]"_s;
    const QList<QCommandLineOption> common = {valued("timeout", "S"), flag("yes"),
                                              valued("share", "WHAT"),
                                              valued("listen", "ADDR:PORT"), flag("no-multicast")};
    return {
        {u"pair show"_s, u"[--bind ADDR[:PORT]] [--timeout S] [--yes]"_s + network,
         u"Shows a code for the other computer. First line: code 427 186 304"_s,
         common + QList{valued("bind", "ADDR:PORT")}, 0, 0, show},
        {u"pair enter"_s, u"CODE [--peer HOST:PORT] [--timeout S] [--yes]"_s + network,
         u"Takes the code that the other computer shows."_s,
         common + QList{valued("peer", "HOST:PORT")}, 1, 3, enter},
        {u"pair status"_s,
         u""_s,
         u"With whom this vault is paired."_s,
         {},
         0,
         0,
         status,
         Takes::Json},
        {u"unpair"_s, u""_s, u"Ends sharing at once; both copies stay."_s, {}, 0, 0, unpair},
        {u"pause"_s, u""_s, u"Sends and takes nothing until resumed."_s, {}, 0, 0, pause},
        {u"resume"_s, u""_s, u"Shares again what was written meanwhile."_s, {}, 0, 0, resume},
    };
}

} // namespace mend::cli
