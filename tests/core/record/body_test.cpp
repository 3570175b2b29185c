#include "core/record/body.h"

#include "core/record/cbor.h"
#include "tests/core/record/frozen_records.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::record;
using namespace mend::test;
using namespace Qt::StringLiterals;
using cbor::Array;
using cbor::Map;
using cbor::Value;

namespace {

const Salt salt = filled<Salt>(0x5a);

Draft frozen(Kind kind) {
    return frozenDrafts()[std::size_t(kind)];
}

QByteArray frozenBytes(Kind kind) {
    return *encodeBody(frozen(kind).body, salt);
}

Map mapOf(Kind kind) {
    return *cbor::decode(frozenBytes(kind), bodyLimit)->map();
}

void expectError(Kind kind, const QByteArray& bytes, RecordError error) {
    const auto body = decodeBody(name(kind), bytes);
    ASSERT_FALSE(body.has_value()) << name(kind).toStdString();
    EXPECT_EQ(int(body.error()), int(error)) << name(kind).toStdString();
}

void expectErrorWith(Kind kind, const QString& key, Value value, RecordError error) {
    SCOPED_TRACE(key.toStdString());
    Map map = mapOf(kind);
    map[key] = std::move(value);
    expectError(kind, cbor::encode(map), error);
}

QStringList keysOf(Kind kind) {
    QStringList keys;
    for (const auto& entry : mapOf(kind))
        keys.append(entry.first);
    keys.sort();
    return keys;
}

class Bodies : public testing::TestWithParam<Kind> {};

std::string testName(const testing::TestParamInfo<Kind>& info) {
    return name(info.param).remove(u'.').toStdString();
}

} // namespace

TEST_P(Bodies, ComeBackAsTheyWereWritten) {
    FixedRandom random(7 + quint64(GetParam()));
    for (int i = 0; i < 200; ++i) {
        const Body body{randomContent(GetParam(), random),
                        i % 3 ? std::nullopt : std::optional(random.fixed<RecordId>())};
        const auto bytes = encodeBody(body, random.fixed<Salt>());
        ASSERT_TRUE(bytes.has_value());
        const auto read = decodeBody(name(GetParam()), *bytes);
        ASSERT_TRUE(read.has_value()) << bytes->toHex().toStdString();
        EXPECT_TRUE(read->content == body.content) << bytes->toHex().toStdString();
        EXPECT_EQ(read->replaces, body.replaces);
    }
}

TEST_P(Bodies, AreUnreadableWithoutAFieldTheyNeed) {
    const QStringList optional = {
        u"role"_s,  u"continues"_s, u"closes"_s, u"scales"_s,   u"feelings"_s, u"texts"_s,
        u"ticks"_s, u"by"_s,        u"until"_s,  u"review"_s,   u"step"_s,     u"edited"_s,
        u"note"_s,  u"text"_s,      u"need"_s,   u"replaces"_s, u"salt"_s};
    int needed = 0;
    for (const QString& key : keysOf(GetParam())) {
        const bool roleOfCheckIn = GetParam() == Kind::CheckIn && key == u"role";
        const bool stepOfStep = GetParam() == Kind::Step && key == u"step";
        if (optional.contains(key) && !roleOfCheckIn && !stepOfStep)
            continue;
        Map map = mapOf(GetParam());
        map.erase(key);
        expectError(GetParam(), cbor::encode(map), RecordError::Unreadable);
        ++needed;
    }
    EXPECT_GT(needed, 0);
}

TEST_P(Bodies, AreUnreadableWithAFieldOfAnotherType) {
    for (const QString& key : keysOf(GetParam())) {
        if (key != u"salt")
            expectErrorWith(GetParam(), key, Value(), RecordError::Unreadable);
    }
}

TEST_P(Bodies, IgnoreFieldsOfALaterVersion) {
    Map map = mapOf(GetParam());
    map[u"from.the.future"_s] = Array{1, Value(), QByteArray("x")};
    const auto body = decodeBody(name(GetParam()), cbor::encode(map));
    ASSERT_TRUE(body.has_value());
    EXPECT_TRUE(body->content == frozen(GetParam()).body.content);
}

INSTANTIATE_TEST_SUITE_P(Kinds, Bodies, testing::ValuesIn(allKinds), testName);

// RECORDS.md lists these; a second implementation is written from that list.
TEST(Body, HasTheDocumentedKeysAndNoOthers) {
    const std::vector<std::pair<Kind, QString>> documented = {
        {Kind::Member,
         u"askable certificate continues identity name relation role salt sealing signature"_s},
        {Kind::Pair, u"certificate closes identity log salt"_s},
        {Kind::CheckIn, u"feelings role salt scales texts ticks"_s},
        {Kind::Commitment, u"by for from review salt schedule step title until"_s},
        {Kind::CommitmentChange, u"change commitment edited salt"_s},
        {Kind::Consent, u"about answer note salt"_s},
        {Kind::Outcome, u"commitment note salt state"_s},
        {Kind::View, u"commitment salt state"_s},
        {Kind::Note, u"replaces salt text type until"_s},
        {Kind::Moment, u"need salt strength text"_s},
        {Kind::Step, u"salt state step"_s},
        {Kind::Open, u"about salt"_s},
        {Kind::Withdraw, u"about salt"_s},
        {Kind::Pause, u"paused salt"_s},
    };
    for (const auto& [kind, keys] : documented)
        EXPECT_EQ(keysOf(kind).join(u' '), keys);
}

TEST(Body, SaysNothingAboutWhatIsNotSet) {
    MomentFields fields;
    fields.strength = 3;
    const Body body{*Moment::create(fields), std::nullopt};
    const auto map = cbor::decode(*encodeBody(body, salt), bodyLimit);
    EXPECT_EQ(map->map()->size(), 2u);
    EXPECT_FALSE(map->at(u"need"));
    EXPECT_FALSE(map->at(u"text"));
}

TEST(Body, OfAnUnknownKindIsNotRead) {
    const auto body = decodeBody(u"telepathy", frozenBytes(Kind::Note));
    ASSERT_FALSE(body.has_value());
    EXPECT_EQ(int(body.error()), int(RecordError::UnknownKind));
}

TEST(Body, OverItsLimitIsTooLargeInBothDirections) {
    expectError(Kind::Note, QByteArray(bodyLimit + 1, '\0'), RecordError::TooLarge);
    const auto over = decodeBody(u"telepathy", QByteArray(bodyLimit + 1, '\0'));
    EXPECT_EQ(int(over.error()), int(RecordError::TooLarge));
}

TEST(Body, OfMoreValuesThanAnyNeedsIsUnreadable) {
    Map map = mapOf(Kind::Note);
    const auto others = bodyValues - 1 - 2 * qsizetype(map.size()) - 2;
    map[u"zz"_s] = Array(std::size_t(others));
    EXPECT_TRUE(decodeBody(u"note", cbor::encode(map)));
    map[u"zz"_s] = Array(std::size_t(others) + 1);
    expectError(Kind::Note, cbor::encode(map), RecordError::Unreadable);
}

TEST(Body, OfTheLongestMemberHasRoomForALaterVersion) {
    MemberFields fields = std::get<Member>(frozen(Kind::Member).body.content).fields();
    fields.continues.assign(64, {filled<LogId>(1), 1, filled<RecordId>(2)});
    const auto member = Member::create(std::move(fields));
    ASSERT_TRUE(member);
    const auto bytes = encodeBody({*member, filled<RecordId>(3)}, salt);
    EXPECT_TRUE(cbor::decode(*bytes, bodyLimit, bodyValues * 2 / 3));
    EXPECT_TRUE(decodeBody(u"member", *bytes));
}

TEST(Body, WithoutASaltIsMalformed) {
    Map map = mapOf(Kind::Pause);
    map.erase(u"salt"_s);
    expectError(Kind::Pause, cbor::encode(map), RecordError::Malformed);
    expectErrorWith(Kind::Pause, u"salt"_s, QByteArray(15, 'a'), RecordError::Malformed);
    expectErrorWith(Kind::Pause, u"salt"_s, u"sixteen letters."_s, RecordError::Malformed);
}

TEST(Body, ThatIsNoMapOrNotDeterministicIsMalformed) {
    expectError(Kind::Pause, QByteArray(), RecordError::Malformed);
    expectError(Kind::Pause, cbor::encode(Array{1}), RecordError::Malformed);
    expectError(Kind::Pause, frozenBytes(Kind::Pause) + '\0', RecordError::Malformed);
    expectError(Kind::Pause, frozenBytes(Kind::Pause).chopped(1), RecordError::Malformed);
    Value deep(1);
    for (int i = 0; i < 8; ++i)
        deep = Array{deep};
    expectErrorWith(Kind::Pause, u"deep"_s, deep, RecordError::Malformed);
}

TEST(Body, WithNamesThisVersionDoesNotKnowIsUnreadable) {
    expectErrorWith(Kind::Outcome, u"state"_s, u"forgotten"_s, RecordError::Unreadable);
    expectErrorWith(Kind::View, u"state"_s, u"kept"_s, RecordError::Unreadable);
    expectErrorWith(Kind::Consent, u"answer"_s, u"maybe"_s, RecordError::Unreadable);
    expectErrorWith(Kind::CommitmentChange, u"change"_s, u"forget"_s, RecordError::Unreadable);
    expectErrorWith(Kind::Note, u"type"_s, u"song"_s, RecordError::Unreadable);
    expectErrorWith(Kind::Moment, u"need"_s, u"silence"_s, RecordError::Unreadable);
    expectErrorWith(Kind::Step, u"state"_s, u"halfway"_s, RecordError::Unreadable);
    expectErrorWith(Kind::Member, u"role"_s, u"judge"_s, RecordError::Unreadable);
    expectErrorWith(Kind::Member, u"relation"_s, u"boss"_s, RecordError::Unreadable);
    expectErrorWith(Kind::Commitment, u"for"_s, u"everyone"_s, RecordError::Unreadable);
    expectErrorWith(Kind::CheckIn, u"feelings"_s, Array{u"smug"_s}, RecordError::Unreadable);
    expectErrorWith(Kind::CheckIn, u"scales"_s, Map{{u"power"_s, 3}}, RecordError::Unreadable);
    expectErrorWith(Kind::CheckIn, u"texts"_s, Map{{u"gossip"_s, u"x"_s}}, RecordError::Unreadable);
}

TEST(Body, WithValuesOutOfTheirTypesRangeIsUnreadable) {
    expectErrorWith(Kind::Commitment, u"from"_s, Day::last + 1, RecordError::Unreadable);
    expectErrorWith(Kind::Commitment, u"by"_s, 1440, RecordError::Unreadable);
    expectErrorWith(Kind::Commitment, u"by"_s, -1, RecordError::Unreadable);
    expectErrorWith(Kind::Moment, u"strength"_s, qint64(1) << 32, RecordError::Unreadable);
    expectErrorWith(Kind::Moment, u"strength"_s, -(qint64(1) << 32), RecordError::Unreadable);
    expectErrorWith(Kind::Outcome, u"commitment"_s, QByteArray(31, 'a'), RecordError::Unreadable);
    expectErrorWith(Kind::Note, u"replaces"_s, QByteArray(33, 'a'), RecordError::Unreadable);
    expectErrorWith(Kind::CommitmentChange, u"edited"_s, Map{}, RecordError::Unreadable);
}

TEST(Body, TakesASchedulesOneSpellingOnly) {
    expectErrorWith(Kind::Commitment, u"schedule"_s, u"fri,wed,mon"_s, RecordError::Unreadable);
    expectErrorWith(Kind::Commitment, u"schedule"_s, u"mon,mon"_s, RecordError::Unreadable);
    expectErrorWith(Kind::Commitment, u"schedule"_s, u"hourly"_s, RecordError::Unreadable);
    expectErrorWith(Kind::Commitment, u"schedule"_s, u""_s, RecordError::Unreadable);
}

TEST(Body, TakesHeadsOfThreePartsOnly) {
    const QByteArray id(32, 'a');
    const std::vector<Value> wrong = {Array{id, 1},    Array{id, 1, id, 1}, Array{id, -1, id},
                                      Array{1, 1, id}, Array{id, 1, 1},     1};
    for (const Value& head : wrong)
        expectErrorWith(Kind::Pair, u"closes"_s, Array{head}, RecordError::Unreadable);
}

TEST(Body, ThatBreaksARuleOfTheDomainIsToldApart) {
    expectErrorWith(Kind::Moment, u"strength"_s, 11, RecordError::AgainstRules);
    expectErrorWith(Kind::CheckIn, u"scales"_s, Map{{u"trust"_s, 11}}, RecordError::AgainstRules);
    expectErrorWith(Kind::CheckIn, u"scales"_s, Map{{u"honesty"_s, 3}}, RecordError::AgainstRules);
    expectErrorWith(Kind::CheckIn, u"ticks"_s, Array{u"Z9"_s}, RecordError::AgainstRules);
    expectErrorWith(Kind::CheckIn, u"feelings"_s, Array{u"calm"_s, u"calm"_s},
                    RecordError::AgainstRules);
    expectErrorWith(Kind::Note, u"text"_s, u"bell \a"_s, RecordError::AgainstRules);
    expectErrorWith(Kind::Note, u"text"_s, QString(20000, u'a'), RecordError::AgainstRules);
    expectErrorWith(Kind::Commitment, u"title"_s, u"two\nlines"_s, RecordError::AgainstRules);
    expectErrorWith(Kind::Commitment, u"until"_s, Day::first, RecordError::AgainstRules);
    expectErrorWith(Kind::CommitmentChange, u"change"_s, u"end"_s, RecordError::AgainstRules);
    expectErrorWith(Kind::Step, u"step"_s, u"X"_s, RecordError::AgainstRules);
    expectErrorWith(Kind::Open, u"about"_s, QByteArray(32, '\0'), RecordError::AgainstRules);
    expectErrorWith(Kind::Member, u"name"_s, u" "_s, RecordError::AgainstRules);
}

TEST(Body, HashTellsNothingAboutTheSameWordsTwice) {
    const Body body = frozen(Kind::Pause).body;
    FixedRandom random;
    const QByteArray once = *encodeBody(body, random.fixed<Salt>());
    const QByteArray again = *encodeBody(body, random.fixed<Salt>());
    EXPECT_NE(bodyHash(once), bodyHash(again));
    EXPECT_TRUE(decodeBody(u"pause", once)->content == decodeBody(u"pause", again)->content);
}
