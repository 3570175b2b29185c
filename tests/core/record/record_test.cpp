#include "core/record/record.h"

#include "tests/core/record/frozen_records.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::record;
using namespace mend::test;
using namespace Qt::StringLiterals;

namespace {

Draft note(const QString& text = u"On my way"_s) {
    return {{*Note::create({NoteKind::Whereabouts, text, std::nullopt}), std::nullopt},
            frozenDay(),
            Seal::None};
}

LogPosition start() {
    return {logOf(logKey()), std::nullopt, 0, 1795348800000};
}

LogPosition after(const Record& record) {
    LogPosition position = start();
    position.head = record.head();
    return position;
}

template <class T>
void expectError(const Result<T, RecordError>& result, RecordError error) {
    ASSERT_FALSE(result.has_value());
    EXPECT_EQ(int(result.error()), int(error));
}

template <class Fixed>
Fixed flipped(Fixed value) {
    value.data()[Fixed::size / 2] ^= 1;
    return value;
}

// `head` with each of its parts changed in turn.
std::vector<LogHead> neighbours(const LogHead& head) {
    return {{flipped(head.log), head.seq, head.id},
            {head.log, head.seq + 1, head.id},
            {head.log, head.seq, flipped(head.id)}};
}

} // namespace

TEST(Record, OpensALogAndGoesOnFromItsHead) {
    FixedRandom random;
    const Record first = *make(note(), start(), random);
    EXPECT_EQ(first.header.seq, 0u);
    EXPECT_FALSE(first.header.prev);
    EXPECT_EQ(first.head(), (LogHead{logOf(logKey()), 0, recordId(first.headerBytes)}));
    const Record second = *make(note(), after(first), random);
    EXPECT_EQ(second.header.seq, 1u);
    EXPECT_EQ(second.header.prev, first.id);
    EXPECT_TRUE(checkFollows(logOf(logKey()), std::nullopt, first).has_value());
    EXPECT_TRUE(checkFollows(logOf(logKey()), first.head(), second).has_value());
}

TEST(Record, WrittenBefore1970ByItsClockIsReadAllTheSame) {
    FixedRandom random;
    LogPosition position = start();
    position.at = -90000;
    const Record record = *make(note(), position, random);
    EXPECT_EQ(record.header.at, 0);
    EXPECT_TRUE(read(record.headerBytes, *record.body).has_value());
}

TEST(Record, CarriesWhatItWasMadeFrom) {
    FixedRandom random;
    LogPosition position = start();
    position.seen = 9;
    position.at += 59999;
    Draft draft{frozenDrafts()[std::size_t(Kind::CheckIn)]};
    draft.body.replaces = filled<RecordId>(4);
    const Record record = *make(draft, position, random);
    EXPECT_EQ(record.header.kind, u"checkin"_s);
    EXPECT_EQ(record.header.day, frozenDay());
    EXPECT_EQ(record.header.seen, 9u);
    EXPECT_EQ(record.header.at, start().at); // rounded down to the minute
    EXPECT_EQ(record.header.seal, Seal::Together);
    const auto body = decodeBody(record.header.kind, *record.body);
    ASSERT_TRUE(body.has_value());
    EXPECT_TRUE(body->content == draft.body.content);
    EXPECT_EQ(body->replaces, draft.body.replaces);
}

TEST(Record, IsSaltedAnewEachTime) {
    FixedRandom random;
    EXPECT_NE(make(note(), start(), random)->header.bodyHash,
              make(note(), start(), random)->header.bodyHash);
}

TEST(Record, IsNotMadeAgainstItsKindsRules) {
    FixedRandom random;
    Draft dayless = note();
    dayless.day = std::nullopt;
    expectError(make(dayless, start(), random), RecordError::AgainstRules);
    Draft sealed = note();
    sealed.seal = Seal::Together;
    expectError(make(sealed, start(), random), RecordError::AgainstRules);
    sealed.seal = Seal::WhenAsked;
    expectError(make(sealed, start(), random), RecordError::AgainstRules);
}

TEST(Record, RulesOfAHeaderPassKindsOfALaterVersion) {
    Header header;
    header.kind = u"apology"_s;
    header.seal = Seal::WhenAsked;
    EXPECT_TRUE(checkRules(header).has_value());
    header.kind = u"checkin"_s;
    expectError(checkRules(header), RecordError::AgainstRules);
    header.seal = Seal::Together;
    expectError(checkRules(header), RecordError::AgainstRules);
    header.day = frozenDay();
    EXPECT_TRUE(checkRules(header).has_value());
    header.kind = u"pair"_s;
    expectError(checkRules(header), RecordError::AgainstRules);
}

TEST(Record, IsReadAsItWasMadeWithItsBodyAndWithout) {
    for (const Record& record : frozenLog()) {
        const auto whole = read(record.headerBytes, *record.body);
        ASSERT_TRUE(whole.has_value());
        EXPECT_TRUE(whole->header == record.header);
        EXPECT_EQ(whole->headerBytes, record.headerBytes);
        EXPECT_EQ(whole->id, record.id);
        EXPECT_EQ(whole->body, record.body);
        const auto sealed = read(record.headerBytes, std::nullopt);
        ASSERT_TRUE(sealed.has_value());
        EXPECT_EQ(sealed->id, record.id);
        EXPECT_FALSE(sealed->body);
    }
}

TEST(Record, WithAnotherBodyIsRefused) {
    FixedRandom random;
    const Record record = *make(note(), start(), random);
    QByteArray other = *record.body;
    other[5] = char(other[5] ^ 1);
    expectError(read(record.headerBytes, other), RecordError::BadHash);
    expectError(read(record.headerBytes, QByteArrayView()), RecordError::BadHash);
}

TEST(Record, OverALimitIsTooLargeBeforeAnythingElse) {
    const Record record = frozenLog().front();
    expectError(read(QByteArray(headerLimit + 1, '\0'), std::nullopt), RecordError::TooLarge);
    expectError(read(record.headerBytes, QByteArray(bodyLimit + 1, '\0')), RecordError::TooLarge);
    expectError(read(QByteArray("junk"), QByteArray(bodyLimit + 1, '\0')), RecordError::TooLarge);
    expectError(read(QByteArray("junk"), std::nullopt), RecordError::Malformed);
}

TEST(Record, OfAnotherLogDoesNotFollow) {
    FixedRandom random;
    const Record first = *make(note(), start(), random);
    const Record second = *make(note(), after(first), random);
    expectError(checkFollows(logOf(otherKey()), std::nullopt, first), RecordError::WrongLog);
    expectError(checkFollows(logOf(otherKey()), first.head(), second), RecordError::WrongLog);
    LogHead elsewhere = first.head();
    elsewhere.log = logOf(otherKey());
    expectError(checkFollows(logOf(logKey()), elsewhere, second), RecordError::WrongLog);
}

TEST(Record, ThatSkipsRepeatsOrForksDoesNotFollow) {
    FixedRandom random;
    const Record first = *make(note(), start(), random);
    const Record second = *make(note(), after(first), random);
    const Record third = *make(note(), after(second), random);
    const Record otherSecond = *make(note(), after(first), random);
    const LogId log = logOf(logKey());
    expectError(checkFollows(log, std::nullopt, second), RecordError::BrokenChain);
    expectError(checkFollows(log, first.head(), first), RecordError::BrokenChain);
    expectError(checkFollows(log, first.head(), third), RecordError::BrokenChain);
    expectError(checkFollows(log, otherSecond.head(), third), RecordError::BrokenChain);
}

TEST(Head, CountsOnlyWithItsLogsSignatureOverAllOfIt) {
    const LogHead head = frozenLog().back().head();
    const SignedHead good = signHead(head, logKey());
    EXPECT_TRUE(verify(good));
    for (const LogHead& other : neighbours(head))
        EXPECT_FALSE(verify(SignedHead{other, good.signature}));
    EXPECT_FALSE(verify(SignedHead{head, flipped(good.signature)}));
    EXPECT_FALSE(verify(signHead(head, otherKey())));
}

TEST(Ack, CountsOnlyWithItsLogsSignatureOverBothHeads) {
    const LogHead mine = frozenLog().back().head();
    const LogHead held{logOf(otherKey()), 3, filled<RecordId>(9)};
    const Ack good = signAck(mine, held, logKey());
    EXPECT_TRUE(verify(good));
    for (const LogHead& other : neighbours(mine))
        EXPECT_FALSE(verify(Ack{other, held, good.signature}));
    for (const LogHead& other : neighbours(held))
        EXPECT_FALSE(verify(Ack{mine, other, good.signature}));
    EXPECT_FALSE(verify(Ack{held, mine, good.signature}));
    EXPECT_FALSE(verify(Ack{mine, held, flipped(good.signature)}));
    EXPECT_FALSE(verify(signAck(mine, held, otherKey())));
}

TEST(Signatures, OfOneKindAreNeverTakenForAnother) {
    const LogHead mine = frozenLog().back().head();
    const SignedHead head = signHead(mine, logKey());
    EXPECT_FALSE(verify(Ack{mine, mine, head.signature}));
    EXPECT_FALSE(verifyLog(IdentityId(logKey().publicKey()), mine.log, {}, head.signature));
}

TEST(Log, BelongsToAnIdentityOnlyByItsSignature) {
    const LogId log = logOf(logKey());
    const IdentityId identity(identityKey().publicKey());
    const std::vector<LogHead> heads = {{filled<LogId>(1), 7, filled<RecordId>(2)},
                                        {filled<LogId>(3), 8, filled<RecordId>(4)}};
    const Signature good = signLog(identityKey(), log, heads);
    EXPECT_TRUE(verifyLog(identity, log, heads, good));
    EXPECT_FALSE(verifyLog(identity, flipped(log), heads, good));
    EXPECT_FALSE(verifyLog(flipped(identity), log, heads, good));
    EXPECT_FALSE(verifyLog(identity, log, heads, flipped(good)));
    EXPECT_FALSE(verifyLog(identity, log, {}, good));
    EXPECT_FALSE(verifyLog(identity, log, std::vector{heads[1], heads[0]}, good));
    EXPECT_FALSE(verifyLog(identity, log, std::vector{heads[0]}, good));
    for (const LogHead& other : neighbours(heads[0]))
        EXPECT_FALSE(verifyLog(identity, log, std::vector{other, heads[1]}, good));
}

TEST(Log, IsOpenedOnlyByAMemberSignedForIt) {
    const Member member = signedMember();
    EXPECT_TRUE(verifyMember(logOf(logKey()), member));
    EXPECT_FALSE(verifyMember(logOf(otherKey()), member));
    MemberFields forged = member.fields();
    forged.identity = IdentityId(otherKey().publicKey());
    EXPECT_FALSE(verifyMember(logOf(logKey()), *Member::create(forged)));
    MemberFields cut = member.fields();
    cut.continues.clear();
    EXPECT_FALSE(verifyMember(logOf(logKey()), *Member::create(cut)));
}
