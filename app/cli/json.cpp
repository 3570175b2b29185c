#include "app/cli/json.h"

#include "app/cli/console.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace mend::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonValue orNull(const std::optional<Day>& day) {
    return day ? QJsonValue(day->toIso()) : QJsonValue();
}
QJsonValue orNull(const std::optional<TimeOfDay>& time) {
    return time ? QJsonValue(time->text()) : QJsonValue();
}

// Each kind's fields, mostly under the names they have in records (RECORDS.md): a note's `type` is
// `note` here, and who a commitment is for is told by `commit list`.
struct ToJson {
    QJsonObject operator()(const Member& m) const { return {{u"name"_s, m->name}}; }
    QJsonObject operator()(const Pair& p) const { return {{u"log"_s, p->log.toHex()}}; }
    QJsonObject operator()(const CheckIn& c) const {
        QJsonObject scales;
        for (auto it = c->scales.begin(); it != c->scales.end(); ++it)
            scales[name(it.key())] = it.value();
        QJsonArray feelings;
        for (const Feeling feeling : c->feelings)
            feelings.append(name(feeling));
        QJsonObject texts;
        for (auto it = c->texts.begin(); it != c->texts.end(); ++it)
            texts[name(it.key())] = it.value();
        return {{u"role"_s, name(c->role)},
                {u"scales"_s, scales},
                {u"feelings"_s, feelings},
                {u"texts"_s, texts},
                {u"ticks"_s, QJsonArray::fromStringList(c->ticks)}};
    }
    QJsonObject operator()(const CommitmentFields& c) const {
        return {{u"title"_s, c.title},
                {u"schedule"_s, text(c.schedule)},
                {u"by"_s, orNull(c.by)},
                {u"from"_s, c.from.toIso()},
                {u"until"_s, orNull(c.until)},
                {u"review"_s, orNull(c.review)},
                {u"step"_s, c.step}};
    }
    QJsonObject operator()(const Commitment& c) const { return (*this)(c.fields()); }
    QJsonObject operator()(const CommitmentChange& c) const {
        QJsonObject object{{u"change"_s, name(c->change)}};
        if (c->edited)
            object[u"edited"_s] = (*this)(*c->edited);
        return object;
    }
    QJsonObject operator()(const Consent& c) const {
        return {{u"answer"_s, name(c->answer)}, {u"note"_s, c->note}};
    }
    QJsonObject operator()(const Outcome& o) const {
        return {{u"state"_s, name(o->state)}, {u"note"_s, o->note}};
    }
    QJsonObject operator()(const View& v) const {
        return {{u"state"_s, name(v->state)}, {u"note"_s, v->note}};
    }
    QJsonObject operator()(const Note& n) const {
        return {{u"note"_s, name(n->note)}, {u"text"_s, n->text}, {u"until"_s, orNull(n->until)}};
    }
    QJsonObject operator()(const Moment& m) const {
        return {{u"strength"_s, m->strength},
                {u"need"_s, m->need ? QJsonValue(name(*m->need)) : QJsonValue()},
                {u"text"_s, m->text}};
    }
    QJsonObject operator()(const StepShared& s) const {
        return {{u"step"_s, s->step}, {u"state"_s, name(s->state)}};
    }
    QJsonObject operator()(const Open& o) const { return {{u"about"_s, o->about.toHex()}}; }
    QJsonObject operator()(const Withdraw& w) const { return {{u"about"_s, w->about.toHex()}}; }
    QJsonObject operator()(const Pause& p) const { return {{u"paused"_s, p->paused}}; }
};

} // namespace

QJsonObject toJson(const TimelineEntry& entry) {
    QJsonObject object{{u"id"_s, entry.id.toHex()},
                       {u"kind"_s, entry.kind},
                       {u"day"_s, entry.day.toIso()},
                       {u"at"_s, entry.at},
                       {u"by"_s, name(entry.by)},
                       {u"body"_s, entry.content ? QJsonValue(std::visit(ToJson{}, *entry.content))
                                                 : QJsonValue()},
                       {u"seal"_s, name(entry.seal)},
                       {u"edited"_s, entry.edited},
                       {u"late"_s, entry.late}};
    if (entry.commitment)
        object[u"commitment"_s] = entry.commitment->toHex();
    return object;
}

QJsonObject toJson(const CommitmentReading& commitment) {
    QJsonArray days;
    for (const CommitmentDay& day : commitment.days)
        days.append(QJsonObject{{u"day"_s, day.day.toIso()},
                                {u"state"_s, name(day.state)},
                                {u"note"_s, day.outcomeNote}});
    const CommitmentFields& now = commitment.now;
    return {{u"id"_s, commitment.id.toHex()},
            {u"title"_s, now.title},
            {u"owner"_s, name(commitment.owner)},
            {u"state"_s, name(commitment.state)},
            {u"schedule"_s, text(now.schedule)},
            {u"by"_s, orNull(now.by)},
            {u"until"_s, orNull(now.until)},
            {u"review"_s, orNull(now.review)},
            {u"days"_s, days}};
}

QJsonObject toJson(const SyncReading& sync) {
    using P = SyncReading::Phase;
    const SharingCounts& counts = sync.counts;
    return {{u"paired"_s, sync.phase != P::NotPaired},
            {u"connected"_s, sync.connected},
            {u"in_step"_s, sync.phase == P::InStep || (!sync.connected && counts.waiting() == 0)},
            {u"mine"_s, QJsonObject{{u"records"_s, qint64(counts.mine)}}},
            {u"theirs"_s, QJsonObject{{u"records"_s, qint64(counts.theirs)}}},
            {u"sealed"_s, qint64(counts.sealed)},
            {u"fork"_s, sync.stop == SyncReading::Stop::Fork},
            {u"paused"_s, sync.phase == P::Paused}};
}

QJsonObject toJson(const VerifyReading& report) {
    QJsonArray problems;
    for (const auto& [what, count] : report.problems)
        problems.append(QJsonObject{{u"problem"_s, what}, {u"count"_s, count}});
    return {
        {u"ok"_s, report.ok}, {u"records"_s, qint64(report.records)}, {u"problems"_s, problems}};
}

void printJson(const QJsonObject& object) {
    print(QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

} // namespace mend::cli
