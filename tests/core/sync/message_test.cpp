// The messages of replication: round trips, frozen bytes, every way of being wrong.

#include "core/sync/message.h"

#include "core/record/cbor.h"
#include "core/sync/frame.h"
#include "tests/core/sync/vectors.h"
#include "tests/support/fixed_random.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;
using cbor::Array;
using cbor::Map;
using cbor::Value;

namespace {

template <class Fixed>
Fixed of(char byte) {
    return *Fixed::from(QByteArray(qsizetype(Fixed::size), byte));
}
LogHead head(char byte, quint64 seq) {
    return {of<LogId>(byte), seq, of<RecordId>(char(byte + 1))};
}

// The `pause` of tests/vectors/records, whose bytes are explained in RECORDS.md.
record::Record frozenRecord() {
    QFile file(QStringLiteral(MEND_SOURCE_DIR "/tests/vectors/records/pause.hex"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto lines = file.readAll().split('\n');
    return record::read(QByteArray::fromHex(lines[0]), QByteArray::fromHex(lines[1])).value();
}

Batch frozenBatch() {
    const record::Record full = frozenRecord();
    record::Record bare = full;
    bare.body.reset();
    return {{full, bare}, {full.head(), of<Signature>(0x44)}};
}

const std::vector<std::pair<const char*, Message>>& samples() {
    static const std::vector<std::pair<const char*, Message>> all{
        {"hello", Hello{{1, 2}, {u"files"_s}, head(1, 41), head(3, 7), 1795348800000}},
        {"hello-empty", Hello{{1}, {}, {}, {}, 0}},
        {"batch", frozenBatch()},
        {"ack", record::Ack{head(1, 41), head(3, 7), of<Signature>(5)}},
        {"lacking", Lacking{{of<RecordId>(6), of<RecordId>(7)}}},
        {"bodies", Bodies{{{of<RecordId>(6), "words"}}}},
        {"bodies-none", Bodies{}},
        {"pause", PauseNow{}},
        {"bye-done", Bye{Bye::Why::Done}},
        {"bye-fork", Bye{Bye::Why::Fork}},
        {"bye-too-much", Bye{Bye::Why::TooMuch}},
        {"bye-storage", Bye{Bye::Why::Storage}},
        {"bye-newer-version", Bye{Bye::Why::NewerVersion}},
    };
    return all;
}

Map mapOf(const char* name) {
    for (const auto& [sample, message] : samples())
        if (qstrcmp(sample, name) == 0)
            return *cbor::decode(encode(message), frameLimit)->map();
    return {};
}

std::optional<MessageError> errorOf(const Value& value) {
    const auto read = decode(cbor::encode(value));
    return read ? std::nullopt : std::optional(read.error());
}

} // namespace

class EachMessage : public testing::TestWithParam<std::size_t> {};

TEST_P(EachMessage, IsReadAsItWasWrittenAndInTheBytesOfTheFirstRelease) {
    const auto& [name, message] = samples()[GetParam()];
    const QByteArray bytes = encode(message);
    EXPECT_EQ(bytes.toHex(), syncVectors("messages")[name].value(0)) << name;
    const auto read = decode(bytes);
    ASSERT_TRUE(read) << name;
    EXPECT_EQ(read->index(), message.index());
    EXPECT_EQ(encode(*read), bytes);
}

TEST_P(EachMessage, NeedsEachOfItsFields) {
    const auto& [name, message] = samples()[GetParam()];
    const Map whole = mapOf(name);
    for (const auto& [key, value] : whole) {
        Map without = whole;
        without.erase(key);
        EXPECT_EQ(errorOf(without), MessageError::Malformed) << name << key.toStdString();
        // Of another type.
        Map other = whole;
        other[key] = Value(true);
        EXPECT_EQ(errorOf(other), MessageError::Malformed) << name << key.toStdString();
    }
}

TEST_P(EachMessage, MayHaveFieldsOfALaterVersion) {
    const auto& [name, message] = samples()[GetParam()];
    Map more = mapOf(name);
    more[u"later"_s] = Value(5);
    const auto read = decode(cbor::encode(more));
    ASSERT_TRUE(read) << name;
    EXPECT_EQ(encode(*read), encode(message));
}

TEST_P(EachMessage, ChangedAnywhereIsRefusedOrReadsAsWhatItSays) {
    const QByteArray bytes = encode(samples()[GetParam()].second);
    FixedRandom random(GetParam() + 1);
    for (int i = 0; i < 2000; ++i) {
        QByteArray changed = bytes;
        const int edits = 1 + int(random.below(3));
        for (int e = 0; e < edits; ++e)
            changed[random.below(quint32(changed.size()))] = char(random.below(256));
        const auto read = decode(changed);
        // An unknown reason to say goodbye reads as "done", and so is written as that.
        if (!read || std::holds_alternative<Bye>(*read))
            continue;
        const auto again = decode(encode(*read));
        ASSERT_TRUE(again);
        ASSERT_EQ(encode(*again), encode(*read));
        // Nothing was dropped or made up but a key that this version doesn't know.
        const Map in = *cbor::decode(changed, frameLimit)->map();
        const Map out = *cbor::decode(encode(*read), frameLimit)->map();
        for (const auto& [key, value] : out)
            ASSERT_EQ(in.at(key), value);
    }
}

TEST_P(EachMessage, CutShortIsRefused) {
    const QByteArray bytes = encode(samples()[GetParam()].second);
    for (qsizetype size = 0; size < bytes.size(); ++size)
        ASSERT_EQ(decode(bytes.first(size)).error(), MessageError::NotCbor) << size;
    EXPECT_EQ(decode(bytes + '\0').error(), MessageError::NotCbor);
}

INSTANTIATE_TEST_SUITE_P(
    Message, EachMessage, testing::Range<std::size_t>(0, samples().size()), [](const auto& sample) {
        return QString::fromLatin1(samples()[sample.param].first).remove(u'-').toStdString();
    });

TEST(Message, OfAKindOfLaterVersionsIsUnknown) {
    EXPECT_EQ(errorOf(Map{{u"t"_s, u"want"_s}, {u"hash"_s, QByteArray(32, 'h')}}),
              MessageError::Unknown);
}

TEST(Message, WithoutAKindIsMalformed) {
    EXPECT_EQ(errorOf(Map{}), MessageError::Malformed);
    EXPECT_EQ(errorOf(Array{1}), MessageError::Malformed);
    EXPECT_EQ(errorOf(Map{{u"t"_s, 7}}), MessageError::Malformed);
}

TEST(Message, ThatIsNotDeterministicIsNotCbor) {
    EXPECT_EQ(decode("").error(), MessageError::NotCbor);
    EXPECT_EQ(decode(QByteArray("\xbf\x61t\x65pause\xff", 10)).error(), MessageError::NotCbor);
    EXPECT_EQ(decode(QByteArray(qsizetype(frameLimit) + 1, '\0')).error(), MessageError::NotCbor);
}

TEST(Message, ABatchWithARecordThatIsNoneIsABadRecord) {
    Map batch = mapOf("batch");
    Array records = *batch[u"records"_s].array();
    records[0] = Array{QByteArray("no header"), Value()};
    batch[u"records"_s] = records;
    EXPECT_EQ(errorOf(batch), MessageError::BadRecord);
    // Words that are not those the header names.
    records = *mapOf("batch")[u"records"_s].array();
    records[0] = Array{*(*records[0].array())[0].bytes(), QByteArray("other words")};
    batch[u"records"_s] = records;
    EXPECT_EQ(errorOf(batch), MessageError::BadRecord);
}

TEST(Message, ABatchIsOneTo512Records) {
    Map batch = mapOf("batch");
    batch[u"records"_s] = Array{};
    EXPECT_EQ(errorOf(batch), MessageError::Malformed);
    const Value bare = (*mapOf("batch")[u"records"_s].array())[1];
    batch[u"records"_s] = Array(512, bare);
    EXPECT_EQ(errorOf(batch), std::nullopt);
    batch[u"records"_s] = Array(513, bare);
    EXPECT_EQ(errorOf(batch), MessageError::Malformed);
}

TEST(Message, ListsHaveLimits) {
    Map lacking = mapOf("lacking");
    lacking[u"ids"_s] = Array(512, QByteArray(32, 'i'));
    EXPECT_EQ(errorOf(lacking), std::nullopt);
    lacking[u"ids"_s] = Array(513, QByteArray(32, 'i'));
    EXPECT_EQ(errorOf(lacking), MessageError::Malformed);
    Map bodies = mapOf("bodies");
    bodies[u"bodies"_s] = Array(513, Array{QByteArray(32, 'i'), QByteArray()});
    EXPECT_EQ(errorOf(bodies), MessageError::Malformed);
    Map hello = mapOf("hello");
    hello[u"v"_s] = Array(17, 1);
    EXPECT_EQ(errorOf(hello), MessageError::Malformed);
    hello = mapOf("hello");
    hello[u"can"_s] = Array(65, u"x"_s);
    EXPECT_EQ(errorOf(hello), MessageError::Malformed);
}

TEST(Message, ABodyIsAtMost64KiB) {
    Map bodies = mapOf("bodies");
    bodies[u"bodies"_s] = Array{Array{QByteArray(32, 'i'), QByteArray(64 * 1024, 'b')}};
    EXPECT_EQ(errorOf(bodies), std::nullopt);
    bodies[u"bodies"_s] = Array{Array{QByteArray(32, 'i'), QByteArray(64 * 1024 + 1, 'b')}};
    EXPECT_EQ(errorOf(bodies), MessageError::Malformed);
}

TEST(Message, IdsOfAnotherLengthAreMalformed) {
    EXPECT_EQ(errorOf(Map{{u"t"_s, u"lacking"_s}, {u"ids"_s, Array{QByteArray(31, 'i')}}}),
              MessageError::Malformed);
    Map ack = mapOf("ack");
    ack[u"mine"_s] = Array{QByteArray(32, 'l'), -1, QByteArray(32, 'i')};
    EXPECT_EQ(errorOf(ack), MessageError::Malformed);
    ack[u"mine"_s] = Array{QByteArray(32, 'l'), 1};
    EXPECT_EQ(errorOf(ack), MessageError::Malformed);
}

TEST(Message, AClockBefore1970IsMalformed) {
    Map hello = mapOf("hello");
    hello[u"at"_s] = std::numeric_limits<qint64>::min();
    EXPECT_EQ(errorOf(hello), MessageError::Malformed);
}

TEST(Message, AGoodbyeForAnUnknownReasonIsDone) {
    const auto read = decode(cbor::encode(Map{{u"t"_s, u"bye"_s}, {u"why"_s, u"tired"_s}}));
    ASSERT_TRUE(read);
    EXPECT_EQ(std::get<Bye>(*read), Bye{Bye::Why::Done});
}

RC_GTEST_PROP(Messages, NoiseIsNeverAMessage, (const std::vector<char>& noise)) {
    RC_ASSERT(!decode(QByteArray(noise.data(), qsizetype(noise.size()))));
}
