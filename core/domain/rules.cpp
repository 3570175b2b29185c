// Who may say what about what (content.h).

#include "core/domain/content.h"

namespace mend {

namespace {

bool mayNameCommitment(const Naming& naming) {
    const bool mine = naming.owner == Person::Me;
    switch (naming.namer) {
    case Kind::Outcome:
        return mine && !naming.proposed;
    case Kind::View:
        return !mine && !naming.proposed;
    case Kind::Consent:
        return mine && !naming.sameAuthor;
    case Kind::CommitmentChange:
        return mine || (naming.sameAuthor && naming.proposed);
    default:
        return false;
    }
}

} // namespace

bool mayName(const Naming& naming) {
    switch (naming.namer) {
    case Kind::Open:
        return naming.sameAuthor && maySealTogether(naming.named);
    case Kind::Withdraw:
        return naming.sameAuthor && mayWithdraw(naming.named);
    default:
        return naming.named == Kind::Commitment && mayNameCommitment(naming);
    }
}

bool mayReplace(Kind kind, Kind replaced, bool sameAuthor) {
    if (kind != replaced || !sameAuthor)
        return false;
    switch (kind) {
    case Kind::Member:
    case Kind::CheckIn:
    case Kind::Consent:
    case Kind::Outcome:
    case Kind::View:
    case Kind::Note:
    case Kind::Moment:
    case Kind::Step:
        return true;
    default:
        return false;
    }
}

bool mayWithdraw(Kind kind) {
    return kind == Kind::CheckIn || kind == Kind::Note || kind == Kind::Moment ||
           kind == Kind::Step;
}

bool maySealTogether(Kind kind) {
    return kind == Kind::CheckIn;
}

bool needsDay(Kind kind) {
    switch (kind) {
    case Kind::Member:
    case Kind::Pair:
    case Kind::Open:
    case Kind::Withdraw:
    case Kind::Pause:
        return false;
    default:
        return true;
    }
}

bool onTimeline(Kind kind) {
    return needsDay(kind); // what is about a day is what people read; the rest runs the log
}

} // namespace mend
