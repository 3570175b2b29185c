#include "tests/core/record/frozen_records.h"

#include "core/crypto/process.h"

namespace mend::test {

namespace {

using namespace Qt::StringLiterals;
using record::Draft;

constexpr UtcMillis noon = 1795348800000; // 2026-11-22 12:00 UTC

CheckIn checkIn() {
    CheckInFields f;
    f.role = Role::Hurt;
    f.scales = {{Scale::Safety, 6}, {Scale::Trust, 0}};
    f.feelings = {Feeling::Tired, Feeling::Hopeful};
    f.texts = {{CheckInText::Helped, u"You called before I asked."_s},
               {CheckInText::True, u"Ich habe Angst. 水"_s}};
    f.ticks = {u"H6"_s};
    return *CheckIn::create(f);
}

CommitmentFields commitment() {
    CommitmentFields f;
    f.title = u"Home by six"_s;
    f.schedule = OnWeekdays{{1, 3, 5}};
    f.by = TimeOfDay::fromMinutes(18 * 60);
    f.from = frozenDay();
    f.until = frozenDay().plus(90);
    f.review = frozenDay().plus(28);
    f.step = u"B9"_s;
    f.for_ = Person::Me;
    return f;
}

CommitmentFields edited() {
    CommitmentFields f;
    f.title = u"Home by seven"_s;
    f.schedule = TimesAWeek{4};
    f.from = frozenDay();
    f.for_ = Person::Partner;
    return f;
}

Draft draft(Content content, bool dated = true) {
    return {{std::move(content), std::nullopt},
            dated ? std::optional(frozenDay()) : std::nullopt,
            record::Seal::None};
}

} // namespace

crypto::SigningKey keyOf(unsigned char byte) {
    static const bool ready = crypto::initialise();
    if (!ready)
        qFatal("no libsodium");
    return crypto::SigningKey::fromSeed(*crypto::Key::from(
        crypto::SecretBytes::copyOf(QByteArrayView(QByteArray(32, char(byte))))));
}

LogId logOf(const crypto::SigningKey& key) {
    return LogId(key.publicKey());
}

Member signedMember() {
    MemberFields f;
    f.name = u"Sam Ünal"_s;
    f.role = Role::Betrayer;
    f.relation = Relation::Friend;
    f.mayBeAsked = true;
    f.identity = IdentityId(identityKey().publicKey());
    f.certificate = filled<CertificateHash>(0x11);
    f.sealingKey = filled<SealingKeyId>(0x12);
    f.continues = {{filled<LogId>(0x13), 300, filled<RecordId>(0x14)}};
    f.signature = record::signLog(identityKey(), logOf(logKey()), f.continues);
    return *Member::create(f);
}

Day frozenDay() {
    return *Day::fromIso(u"2026-11-22");
}

std::vector<Draft> frozenDrafts() {
    const auto about = filled<RecordId>(0x21);
    std::vector<Draft> drafts = {
        draft(signedMember(), false),
        draft(*Pair::create({filled<IdentityId>(0x15),
                             filled<LogId>(0x16),
                             filled<CertificateHash>(0x17),
                             {{filled<LogId>(0x18), 5, filled<RecordId>(0x19)}}}),
              false),
        draft(checkIn()),
        draft(*Commitment::create(commitment())),
        draft(*CommitmentChange::create({about, ChangeKind::Edit, edited()})),
        draft(*Consent::create({about, Answer::Change, u"Only on weekdays."_s})),
        draft(*Outcome::create({about, OutcomeState::Missed, u"The train."_s})),
        draft(*View::create({about, ViewState::Noticed, QString()})),
        draft(*Note::create(
            {NoteKind::Whereabouts, u"At the office"_s, TimeOfDay::fromMinutes(1095)})),
        draft(*Moment::create({8, Need::Listen, u"That song."_s})),
        draft(*StepShared::create({u"S1"_s, StepState::NotForUs})),
        draft(*Open::create({about}), false),
        draft(*Withdraw::create({about}), false),
        draft(*Pause::create({true}), false),
    };
    drafts[2].seal = record::Seal::Together;
    drafts[8].body.replaces = filled<RecordId>(0x22);
    return drafts;
}

std::vector<record::Record> frozenLog() {
    FixedRandom random;
    std::vector<record::Record> log;
    record::LogPosition position{logOf(logKey()), std::nullopt, 0, noon};
    for (const Draft& next : frozenDrafts()) {
        log.push_back(*record::make(next, position, random));
        position.head = log.back().head();
        position.seen += 3;
        position.at += 61000;
    }
    return log;
}

} // namespace mend::test
