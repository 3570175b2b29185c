#include "tests/core/vault/folded.h"

#include "core/vault/log_writer.h"
#include "core/vault/migrations/migrations.h"

#include <gtest/gtest.h>

namespace mend::vault::test {
namespace {

LogId randomLog(quint64 seed) {
    mend::test::FixedRandom random(seed);
    return random.fixed<LogId>();
}

template <class T, class Fields>
Content made(Fields fields) {
    auto content = T::create(std::move(fields));
    if (!content)
        qFatal("a test's content breaks a rule of domain/");
    return *content;
}

} // namespace

UtcMillis noonOf(Day day) {
    return (qint64(day.epochDays()) * 24 + 12) * 3600 * 1000;
}

Author::Author(Person who, quint64 seed) : person(who), log(randomLog(seed)), random_(seed + 1) {}

record::LogPosition Author::positionFor(const How& how) const {
    record::LogPosition position;
    position.log = log;
    if (!heads_.empty())
        position.head = heads_.back();
    position.seen = how.seen;
    position.at = how.at.value_or(noonOf(how.day.value_or(sunday)));
    return position;
}

record::Record Author::write(const Content& content, const How& how) {
    const auto made =
        record::make({{content, how.replaces}, how.day, how.seal}, positionFor(how), random_);
    EXPECT_TRUE(made.has_value());
    heads_.push_back(made->head());
    return *made;
}

record::Record Author::writeRaw(const QString& kind, const QByteArray& body, const How& how) {
    const record::LogPosition position = positionFor(how);
    record::Record record;
    record.header.log = log;
    record.header.seq = position.head ? position.head->seq + 1 : 0;
    if (position.head)
        record.header.prev = position.head->id;
    record.header.kind = kind;
    record.header.day = how.day;
    record.header.at = position.at;
    record.header.seen = how.seen;
    record.header.seal = how.seal;
    record.header.bodyHash = record::bodyHash(body);
    record.headerBytes = record::encode(record.header);
    record.id = record::recordId(record.headerBytes);
    record.body = body;
    heads_.push_back(record.head());
    return record;
}

void Author::forgetLast() {
    heads_.pop_back();
}

Database::Database() {
    mend::test::FixedRandom random(7);
    auto opened = Connection::open(folder_.filePath(QStringLiteral("vault.db")),
                                   crypto::Key::random(random), Connection::Mode::Create);
    EXPECT_TRUE(opened.has_value());
    connection_ = std::move(*opened);
    // A test's machine doesn't lose power.
    EXPECT_TRUE(connection_->execute("PRAGMA synchronous = OFF").has_value());
    EXPECT_TRUE(migrate(*connection_).has_value());
}

record::Record Folded::take(const Author& author, record::Record record) {
    Transaction transaction(connection());
    auto log = store_.log(author.log);
    if (!log) {
        log = store_.addLog(author.log, author.person, IdentityId());
        store_.makeLive(*log);
    }
    applyRecord(connection(), store_.insert(*log, record));
    EXPECT_TRUE(transaction.commit().has_value());
    return record;
}

record::Record Folded::takeSealed(const Author& author, record::Record record) {
    record::Record sealed = record;
    sealed.body.reset();
    take(author, sealed);
    return record;
}

void Folded::takeBody(const record::Record& record) {
    Transaction transaction(connection());
    const auto row = store_.record(record.id);
    ASSERT_TRUE(row.has_value());
    store_.setBody(row->n, row->kind, *record.body);
    applyRecord(connection(), row->n);
    EXPECT_TRUE(transaction.commit().has_value());
}

ReadStore Folded::read() {
    const QByteArray folded = projection_.digest();
    Transaction transaction(connection());
    EXPECT_TRUE(projection_.rebuild().has_value());
    EXPECT_EQ(folded.toHex(), projection_.digest().toHex());
    EXPECT_TRUE(transaction.commit().has_value());
    return ReadStore(connection());
}

std::vector<TimelineEntry> Folded::timeline(const TimelineFilter& filter) {
    auto page = read().older(filter, {}, 1000);
    EXPECT_TRUE(page.has_value());
    return page ? page->entries : std::vector<TimelineEntry>();
}

TimelineFilter onlyBy(Person person) {
    TimelineFilter filter;
    filter.by = person;
    return filter;
}

TimelineFilter onlyKind(const QString& kind) {
    TimelineFilter filter;
    filter.kinds = {kind};
    return filter;
}

TimelineFilter having(const QString& search) {
    TimelineFilter filter;
    filter.search = search;
    return filter;
}

Content member(bool mayBeAsked, std::vector<LogHead> continued) {
    MemberFields fields;
    fields.name = QStringLiteral("Sam");
    fields.mayBeAsked = mayBeAsked;
    mend::test::FixedRandom random;
    fields.identity = random.fixed<IdentityId>();
    fields.certificate = random.fixed<CertificateHash>();
    fields.sealingKey = random.fixed<SealingKeyId>();
    fields.continues = std::move(continued);
    return made<Member>(fields);
}

Content pairWith(const LogId& log, std::vector<LogHead> closed) {
    PairFields fields;
    mend::test::FixedRandom random;
    fields.identity = random.fixed<IdentityId>();
    fields.certificate = random.fixed<CertificateHash>();
    fields.log = log;
    fields.closes = std::move(closed);
    return made<Pair>(fields);
}

Content note(const QString& text) {
    return made<Note>(NoteFields{NoteKind::Whereabouts, text, {}});
}

Content moment(const QString& text) {
    return made<Moment>(MomentFields{5, {}, text});
}

Content step(const QString& id, StepState state) {
    return made<StepShared>(StepFields{id, state});
}

Content checkIn(const QString& helped, std::optional<int> trust) {
    CheckInFields fields;
    fields.texts.insert(CheckInText::Helped, helped);
    if (trust)
        fields.scales.insert(Scale::Trust, *trust);
    return made<CheckIn>(fields);
}

CommitmentFields promise(const QString& title, Person for_) {
    CommitmentFields fields;
    fields.title = title;
    fields.from = sunday;
    fields.for_ = for_;
    return fields;
}

Content commitment(const CommitmentFields& fields) {
    return made<Commitment>(fields);
}

Content change(const RecordId& id, ChangeKind kind, const std::optional<CommitmentFields>& edited) {
    return made<CommitmentChange>(CommitmentChangeFields{id, kind, edited});
}

Content consent(const RecordId& id, Answer answer, const QString& note) {
    return made<Consent>(ConsentFields{id, answer, note});
}

Content outcome(const RecordId& id, OutcomeState state, const QString& note) {
    return made<Outcome>(OutcomeFields{id, state, note});
}

Content view(const RecordId& id, ViewState state, const QString& note) {
    return made<View>(ViewFields{id, state, note});
}

Content withdrawal(const RecordId& id) {
    return made<Withdraw>(WithdrawFields{id});
}

Content opening(const RecordId& id) {
    return made<Open>(OpenFields{id});
}

} // namespace mend::vault::test
