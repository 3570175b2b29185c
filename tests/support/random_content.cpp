#include "tests/support/random_content.h"

#include <QStringList>

namespace mend::test {

namespace {

bool coin(FixedRandom& random) {
    return random.below(2) == 0;
}

template <class T, std::size_t N>
T oneOf(FixedRandom& random, const std::array<T, N>& values) {
    return values[random.below(N)];
}

template <class Make>
auto sometimes(FixedRandom& random, Make make) {
    return coin(random) ? std::optional(make()) : std::nullopt;
}

QString sometimesText(FixedRandom& random) {
    return coin(random) ? randomText(random) : QString();
}

QString randomStep(FixedRandom& random) {
    return QStringLiteral("B%1").arg(1 + random.below(30));
}

Role randomRole(FixedRandom& random) {
    return oneOf(random, std::array{Role::Betrayer, Role::Hurt});
}

TimeOfDay randomTime(FixedRandom& random) {
    return *TimeOfDay::fromMinutes(random.below(24 * 60));
}

std::vector<LogHead> randomHeads(FixedRandom& random) {
    std::vector<LogHead> heads(random.below(4));
    for (LogHead& head : heads)
        head = {random.fixed<LogId>(), random.below(100000), random.fixed<RecordId>()};
    return heads;
}

Schedule randomSchedule(FixedRandom& random, Day from) {
    switch (random.below(4)) {
    case 0:
        return Once{from.plus(int(random.below(60)))};
    case 1: {
        OnWeekdays on{{1 + int(random.below(7))}};
        for (int weekday = 1; weekday <= 7; ++weekday) {
            if (coin(random))
                on.weekdays.insert(weekday);
        }
        return on;
    }
    case 2:
        return TimesAWeek{1 + int(random.below(7))};
    default:
        return Daily{};
    }
}

// Fills one kind; `refs` is complete.
class Writer {
public:
    Writer(FixedRandom& random, RecordId about, Day day, Role role)
        : random_(random), about_(about), day_(day), role_(role) {}

    MemberFields member() {
        MemberFields f;
        f.name = QStringLiteral("Sam ") + QString::number(random_.below(1000));
        f.role = sometimes(random_, [&] { return role_; });
        f.relation = oneOf(random_, std::array{Relation::Partner, Relation::Friend,
                                               Relation::Family, Relation::Colleague});
        f.mayBeAsked = coin(random_);
        f.identity = random_.fixed<IdentityId>();
        f.certificate = random_.fixed<CertificateHash>();
        f.sealingKey = random_.fixed<SealingKeyId>();
        f.continues = randomHeads(random_);
        f.signature = random_.fixed<Signature>();
        return f;
    }
    PairFields pair() {
        return {random_.fixed<IdentityId>(), random_.fixed<LogId>(),
                random_.fixed<CertificateHash>(), randomHeads(random_)};
    }
    CheckInFields checkIn() {
        CheckInFields f;
        f.role = role_;
        for (const Scale scale : scalesOf(role_)) {
            if (coin(random_))
                f.scales.insert(scale, int(random_.below(11)));
        }
        for (int feeling = int(Feeling::Calm); feeling <= int(Feeling::Relieved); ++feeling) {
            if (random_.below(4) == 0)
                f.feelings.prepend(Feeling(feeling));
        }
        f.texts.insert(CheckInText(random_.below(5)), randomText(random_));
        if (coin(random_))
            f.texts.insert(CheckInText(random_.below(5)), randomText(random_));
        if (coin(random_))
            f.ticks.append(randomStep(random_));
        return f;
    }
    CommitmentFields commitment() {
        CommitmentFields f;
        f.title = QStringLiteral("Home by ") + QString::number(random_.below(24));
        f.schedule = randomSchedule(random_, day_);
        f.by = sometimes(random_, [&] { return randomTime(random_); });
        f.from = day_;
        f.until = sometimes(random_, [&] { return day_.plus(60 + int(random_.below(300))); });
        f.review = sometimes(random_, [&] { return day_.plus(1 + int(random_.below(180))); });
        f.step = coin(random_) ? randomStep(random_) : QString();
        f.for_ = coin(random_) || isForOwnerOnly(f.step) ? Person::Me : Person::Partner;
        return f;
    }
    CommitmentChangeFields change() {
        CommitmentChangeFields f{about_, ChangeKind(random_.below(4)), std::nullopt};
        if (f.change == ChangeKind::Edit)
            f.edited = commitment();
        return f;
    }
    ConsentFields consent() { return {about_, Answer(random_.below(3)), sometimesText(random_)}; }
    OutcomeFields outcome() {
        return {about_, OutcomeState(random_.below(4)), sometimesText(random_)};
    }
    ViewFields view() { return {about_, ViewState(random_.below(4)), sometimesText(random_)}; }
    NoteFields note() {
        return {NoteKind(random_.below(3)), randomText(random_),
                sometimes(random_, [&] { return randomTime(random_); })};
    }
    MomentFields moment() {
        return {int(random_.below(11)), sometimes(random_, [&] { return Need(random_.below(4)); }),
                sometimesText(random_)};
    }
    StepFields step() { return {randomStep(random_), StepState(random_.below(4))}; }
    RecordId about() const { return about_; }

private:
    FixedRandom& random_;
    RecordId about_;
    Day day_;
    Role role_;
};

Content contentOf(Kind kind, Writer writer, bool paused) {
    switch (kind) {
    case Kind::Member:
        return *Member::create(writer.member());
    case Kind::Pair:
        return *Pair::create(writer.pair());
    case Kind::CheckIn:
        return *CheckIn::create(writer.checkIn());
    case Kind::Commitment:
        return *Commitment::create(writer.commitment());
    case Kind::CommitmentChange:
        return *CommitmentChange::create(writer.change());
    case Kind::Consent:
        return *Consent::create(writer.consent());
    case Kind::Outcome:
        return *Outcome::create(writer.outcome());
    case Kind::View:
        return *View::create(writer.view());
    case Kind::Note:
        return *Note::create(writer.note());
    case Kind::Moment:
        return *Moment::create(writer.moment());
    case Kind::Step:
        return *StepShared::create(writer.step());
    case Kind::Open:
        return *Open::create({writer.about()});
    case Kind::Withdraw:
        return *Withdraw::create({writer.about()});
    case Kind::Pause:
        break;
    }
    return *Pause::create({paused});
}

} // namespace

QString randomText(FixedRandom& random, quint32 length) {
    static const QStringList pieces = {QStringLiteral("we talked "), QStringLiteral("für dich "),
                                       QStringLiteral("水"),         QStringLiteral("🌱"),
                                       QStringLiteral("שלום "),      QStringLiteral("\n"),
                                       QStringLiteral("é"),          QStringLiteral("<b>no</b> ")};
    QString text = QStringLiteral("a");
    const quint32 wanted = 1 + random.below(length);
    while (true) {
        const QString& piece = pieces[qsizetype(random.below(quint32(pieces.size())))];
        if (text.size() + piece.size() > qsizetype(wanted))
            return text;
        text += piece;
    }
}

Day randomDay(FixedRandom& random) {
    return Day::fromIso(u"2026-01-01")->plus(int(random.below(365)));
}

Content randomContent(Kind kind, FixedRandom& random, const ContentRefs& refs) {
    const RecordId about = refs.about ? *refs.about : random.fixed<RecordId>();
    const Day day = refs.day ? *refs.day : randomDay(random);
    const Role role = refs.role ? *refs.role : randomRole(random);
    return contentOf(kind, Writer(random, about, day, role), coin(random));
}

} // namespace mend::test
