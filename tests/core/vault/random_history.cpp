#include "tests/core/vault/random_history.h"

#include "tests/support/random_content.h"

namespace mend::vault::test {
namespace {

using mend::test::ContentRefs;
using mend::test::FixedRandom;

// Each kind as often as it makes things meet.
constexpr std::array kinds = {Kind::CheckIn,
                              Kind::CheckIn,
                              Kind::CheckIn,
                              Kind::Commitment,
                              Kind::Commitment,
                              Kind::Outcome,
                              Kind::Outcome,
                              Kind::Outcome,
                              Kind::View,
                              Kind::View,
                              Kind::Consent,
                              Kind::Consent,
                              Kind::Consent,
                              Kind::CommitmentChange,
                              Kind::CommitmentChange,
                              Kind::Note,
                              Kind::Note,
                              Kind::Moment,
                              Kind::Step,
                              Kind::Open,
                              Kind::Withdraw,
                              Kind::Withdraw,
                              Kind::Member,
                              Kind::Pair};

class Generator {
public:
    explicit Generator(quint64 seed)
        : random_(seed), authors_{Author(Person::Me, seed * 8 + 1),
                                  Author(Person::Partner, seed * 8 + 3),
                                  Author(Person::Partner, seed * 8 + 5),
                                  Author(Person::Me, seed * 8 + 7)} {}

    History generate(int records) {
        begin(authors_[0]);
        begin(authors_[1]);
        say(authors_[0], pairWith(authors_[1].log), {.day = {}});
        say(authors_[1], pairWith(authors_[0].log), {.day = {}});
        for (int i = 0; i < records; ++i)
            sayAnything();
        return std::move(history_);
    }

private:
    bool oneIn(quint32 n) { return random_.below(n) == 0; }

    void begin(Author& author) { say(author, member(oneIn(2)), {.day = {}}); }

    void say(Author& author, const Content& content, const How& how) {
        history_.push_back({author.person, author.write(content, how), !oneIn(12)});
        counts_[std::size_t(&author - authors_.data())]++;
    }

    // The partner's second log goes on from the first, once it has begun.
    Author& someAuthor() {
        if (oneIn(2))
            return myLog();
        if (!continued_ && oneIn(20)) {
            continued_ = true;
            const LogHead head = lastOf(authors_[1].log);
            say(authors_[2], member(oneIn(2), {head}), {.day = {}});
        }
        return authors_[continued_ && oneIn(2) ? 2 : 1];
    }

    // From today: one that goes on from none.
    Author& myLog() {
        if (!anew_ && oneIn(25)) {
            anew_ = true;
            begin(authors_[3]);
            say(authors_[3], pairWith(authors_[continued_ ? 2 : 1].log), {.day = {}});
        }
        return authors_[anew_ && !oneIn(4) ? 3 : 0];
    }

    LogHead lastOf(const LogId& log) const {
        for (auto written = history_.rbegin(); written != history_.rend(); ++written)
            if (written->record.header.log == log)
                return written->record.head();
        return {};
    }

    Day someDay() { return sunday.plus(int(random_.below(3))); }

    // Of what there is already, mostly of that kind.
    std::optional<RecordId> someRecord(std::optional<Kind> kind) {
        std::vector<RecordId> found;
        for (const Written& written : history_)
            if (!kind || oneIn(10) || written.record.header.kind == name(*kind))
                found.push_back(written.record.id);
        if (found.empty())
            return std::nullopt;
        return found[random_.below(quint32(found.size()))];
    }

    std::optional<RecordId> aboutFor(Kind kind) {
        if (kind == Kind::Open)
            return someRecord(Kind::CheckIn);
        if (kind == Kind::Withdraw)
            return someRecord(oneIn(2) ? std::optional(Kind::CheckIn) : std::nullopt);
        return someRecord(Kind::Commitment);
    }

    How howFor(Kind kind) {
        How how;
        how.day = needsDay(kind) ? std::optional(someDay()) : std::nullopt;
        if (kind == Kind::CheckIn && !oneIn(3))
            how.seal = record::Seal::Together;
        if (oneIn(2))
            how.replaces = someRecord(kind);
        how.seen = random_.below(40);
        how.at = noonOf(sunday.plus(int(random_.below(8)) - 1)) + 60000 * random_.below(3);
        return how;
    }

    void sayAnything() {
        Author& author = someAuthor();
        if (oneIn(40) && counts_[std::size_t(&author - authors_.data())] > 3)
            author.forgetLast();
        if (oneIn(15)) {
            How how = howFor(Kind::Note);
            how.seal = oneIn(2) ? record::Seal::Together : record::Seal::None;
            history_.push_back(
                {author.person,
                 author.writeRaw(oneIn(3) ? QStringLiteral("note") : QStringLiteral("gratitude"),
                                 QByteArray("\xa0") + char(random_.below(100)), how),
                 !oneIn(3)});
            return;
        }
        const Kind kind = kinds[random_.below(quint32(kinds.size()))];
        const How how = howFor(kind);
        if (kind == Kind::Member || kind == Kind::Pair) {
            sayAffairs(author, kind, how);
            return;
        }
        ContentRefs refs;
        refs.about = aboutFor(kind);
        refs.day = how.day;
        say(author, mend::test::randomContent(kind, random_, refs), how);
    }

    void sayAffairs(Author& author, Kind kind, const How& how) {
        if (kind == Kind::Member) {
            say(author, member(oneIn(2)), how);
            return;
        }
        if (!oneIn(4))
            return;
        const Author& with = author.person == Person::Partner ? authors_[anew_ && oneIn(2) ? 3 : 0]
                             : continued_                     ? authors_[2]
                                                              : authors_[1];
        std::vector<LogHead> closed;
        if (oneIn(3) && with.person == Person::Partner)
            closed = {lastOf(authors_[1].log)};
        say(author, pairWith(with.log, closed), how);
    }

    FixedRandom random_;
    std::array<Author, 4> authors_;
    std::array<int, 4> counts_{};
    bool continued_ = false;
    bool anew_ = false;
    History history_;
};

} // namespace

History randomHistory(quint64 seed, int records) {
    return Generator(seed).generate(records);
}

} // namespace mend::vault::test
