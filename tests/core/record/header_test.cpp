#include "core/record/header.h"

#include "core/record/cbor.h"
#include "tests/support/fixed_random.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::record;
using cbor::Array;
using cbor::Value;

namespace {

Header first() {
    test::FixedRandom random;
    Header header;
    header.log = random.fixed<LogId>();
    header.kind = QStringLiteral("member");
    header.at = 60000;
    header.bodyHash = random.fixed<BodyHash>();
    return header;
}

Header later() {
    test::FixedRandom random(2);
    Header header = first();
    header.seq = 700;
    header.prev = random.fixed<RecordId>();
    header.kind = QStringLiteral("commitment.change");
    header.day = Day::fromIso(u"2026-11-22");
    header.seen = 12;
    header.seal = Seal::WhenAsked;
    return header;
}

// later() with one element of its array replaced.
QByteArray with(std::size_t index, Value value) {
    Array array = *cbor::decode(encode(later()), headerLimit)->array();
    array[index] = std::move(value);
    return cbor::encode(array);
}

void expectError(const QByteArray& bytes, RecordError error) {
    const auto header = decodeHeader(bytes);
    ASSERT_FALSE(header.has_value()) << bytes.toHex().toStdString();
    EXPECT_EQ(int(header.error()), int(error)) << bytes.toHex().toStdString();
}

enum Index : std::size_t { Version, Log, Seq, Prev, KindName, DayOf, At, Seen, SealOf, Hash };

} // namespace

TEST(Header, ComesBackAsItWasWritten) {
    for (const Header& header : {first(), later()}) {
        const auto read = decodeHeader(encode(header));
        ASSERT_TRUE(read.has_value());
        EXPECT_TRUE(*read == header);
    }
}

TEST(Header, CarriesKindsItDoesNotKnow) {
    Header header = later();
    header.kind = QString(64, u'z');
    ASSERT_TRUE(decodeHeader(encode(header)).has_value());
    EXPECT_EQ(decodeHeader(encode(header))->kind, header.kind);
}

TEST(Header, FitsItsLimitWithEveryFieldAtItsLargest) {
    Header header = later();
    header.kind = QString(64, u'.');
    header.seq = header.seen = quint64(std::numeric_limits<qint64>::max());
    header.at = std::numeric_limits<qint64>::max() / 60000 * 60000;
    header.day = Day::fromEpochDays(Day::last);
    EXPECT_LE(encode(header).size(), headerLimit);
    EXPECT_TRUE(decodeHeader(encode(header)).has_value());
}

TEST(Header, OverItsLimitIsTooLargeWhateverItHolds) {
    expectError(QByteArray(headerLimit + 1, '\0'), RecordError::TooLarge);
    expectError(with(KindName, QString(2000, u'a')), RecordError::TooLarge);
}

TEST(Header, OfALaterVersionIsToldApartFromNonsense) {
    expectError(with(Version, 2), RecordError::NewerVersion);
    expectError(cbor::encode(Array{3, QStringLiteral("anything")}), RecordError::NewerVersion);
    expectError(with(Version, 0), RecordError::Malformed);
    expectError(with(Version, -1), RecordError::Malformed);
    expectError(with(Version, QStringLiteral("1")), RecordError::Malformed);
}

TEST(Header, IsMalformedWithAFieldOfTheWrongTypeOrRange) {
    const std::vector<std::pair<std::size_t, Value>> wrong = {
        {Log, QByteArray(31, 'a')},
        {Log, Value()},
        {Seq, -1},
        {Seq, QStringLiteral("1")},
        {Prev, QByteArray(33, 'a')},
        {Prev, 0},
        {KindName, QString()},
        {KindName, QString(65, u'a')},
        {KindName, QStringLiteral("Member")},
        {KindName, QStringLiteral("check in")},
        {KindName, QStringLiteral("hörbar")},
        {KindName, QByteArray("member")},
        {DayOf, Day::first - 1},
        {DayOf, Day::last + 1},
        {DayOf, QStringLiteral("2026-11-22")},
        {At, -60000},
        {At, 60001},
        {At, Value()},
        {Seen, -1},
        {Seen, Value()},
        {SealOf, 3},
        {SealOf, -1},
        {SealOf, Value()},
        {Hash, QByteArray(31, 'a')},
        {Hash, Value()},
    };
    for (const auto& [index, value] : wrong)
        expectError(with(index, value), RecordError::Malformed);
}

TEST(Header, OnlyTheFirstOfALogFollowsNothing) {
    expectError(with(Seq, 0), RecordError::Malformed);
    expectError(with(Prev, Value()), RecordError::Malformed);
}

TEST(Header, IsMalformedUnlessItIsOneArrayOfTen) {
    Array array = *cbor::decode(encode(later()), headerLimit)->array();
    array.push_back(1);
    expectError(cbor::encode(array), RecordError::Malformed);
    array.resize(9);
    expectError(cbor::encode(array), RecordError::Malformed);
    expectError(cbor::encode(Array{}), RecordError::Malformed);
    expectError(cbor::encode(cbor::Map{}), RecordError::Malformed);
    expectError(QByteArray(), RecordError::Malformed);
    expectError(encode(later()) + '\0', RecordError::Malformed);
    expectError(encode(later()).chopped(1), RecordError::Malformed);
}

TEST(Header, IsMalformedInAnyOtherThanTheShortestForm) {
    QByteArray bytes = encode(later());
    bytes.replace(0, 2, QByteArray::fromHex("8a1801"));
    expectError(bytes, RecordError::Malformed);
}

TEST(Header, IdAndBodyHashAreNeverTheSameForTheSameBytes) {
    const QByteArray bytes = encode(later());
    EXPECT_NE(recordId(bytes).toByteArray(), bodyHash(bytes).toByteArray());
    EXPECT_EQ(recordId(bytes), recordId(bytes));
    EXPECT_NE(recordId(bytes), recordId(encode(first())));
}
