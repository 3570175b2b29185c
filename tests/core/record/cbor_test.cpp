#include "core/record/cbor.h"

#include <gtest/gtest.h>

#include <limits>

using namespace mend;
using namespace mend::cbor;

namespace {

constexpr qsizetype roomy = 1024 * 1024;

QByteArray hex(const char* digits) {
    return QByteArray::fromHex(digits);
}

Result<Value, CborError> decodeHex(const char* digits) {
    return decode(hex(digits), roomy);
}

void expectError(const char* digits, CborError error) {
    const auto value = decodeHex(digits);
    ASSERT_FALSE(value.has_value()) << digits;
    EXPECT_EQ(int(value.error()), int(error)) << digits;
}

QString s(const char* utf8) {
    return QString::fromUtf8(utf8);
}

Value nested(int depth) {
    Value value(1);
    for (int i = 0; i < depth; ++i)
        value = i % 2 ? Value(Map{{s("k"), value}}) : Value(Array{value});
    return value;
}

} // namespace

TEST(Cbor, AgreesWithTheExamplesOfRfc8949) {
    Array numbers;
    for (int i = 1; i <= 25; ++i)
        numbers.push_back(i);
    const std::vector<std::pair<const char*, Value>> examples = {
        {"00", 0},
        {"01", 1},
        {"0a", 10},
        {"17", 23},
        {"1818", 24},
        {"1819", 25},
        {"1864", 100},
        {"1903e8", 1000},
        {"1a000f4240", 1000000},
        {"1b000000e8d4a51000", qint64(1000000000000)},
        {"20", -1},
        {"29", -10},
        {"3863", -100},
        {"3903e7", -1000},
        {"f4", false},
        {"f5", true},
        {"f6", Value()},
        {"40", QByteArray("")},
        {"4401020304", QByteArray("\1\2\3\4")},
        {"60", QString()},
        {"6161", s("a")},
        {"6449455446", s("IETF")},
        {"62225c", s("\"\\")},
        {"62c3bc", s("\u00fc")},
        {"63e6b0b4", s("\u6c34")},
        {"64f0908591", s("\U00010151")},
        {"80", Array{}},
        {"83010203", Array{1, 2, 3}},
        {"8301820203820405", Array{1, Array{2, 3}, Array{4, 5}}},
        {"98190102030405060708090a0b0c0d0e0f101112131415161718181819", numbers},
        {"a0", Map{}},
        {"a26161016162820203", Map{{s("a"), 1}, {s("b"), Array{2, 3}}}},
        {"826161a161626163", Array{s("a"), Map{{s("b"), s("c")}}}},
        {"a56161614161626142616361436164614461656145", Map{{s("a"), s("A")},
                                                           {s("b"), s("B")},
                                                           {s("c"), s("C")},
                                                           {s("d"), s("D")},
                                                           {s("e"), s("E")}}},
    };
    for (const auto& [digits, value] : examples) {
        EXPECT_EQ(encode(value).toHex().toStdString(), digits);
        const auto read = decodeHex(digits);
        ASSERT_TRUE(read.has_value()) << digits;
        EXPECT_TRUE(*read == value) << digits;
    }
}

TEST(Cbor, TakesIntegersOf63BitsAndNoMore) {
    EXPECT_EQ(decodeHex("1b7fffffffffffffff")->integer(), std::numeric_limits<qint64>::max());
    EXPECT_EQ(decodeHex("3b7fffffffffffffff")->integer(), std::numeric_limits<qint64>::min());
    EXPECT_EQ(encode(Value(std::numeric_limits<qint64>::min())), hex("3b7fffffffffffffff"));
    for (const char* digits :
         {"1b8000000000000000", "1bffffffffffffffff", "3b8000000000000000", "3bffffffffffffffff"})
        expectError(digits, CborError::Malformed);
}

TEST(Cbor, TakesOnlyTheTypesMendWrites) {
    for (const char* digits : {"f90000", "fa47c35000", "fb3ff199999999999a", "f97e00",   // floats
                               "c11a514b67b0", "d74401020304", "c249010000000000000000", // tags
                               "f7", "f0", "f818", "f8ff", // undefined and simple values
                               "a201020304", "a1410100", "a18000", "ff"})
        expectError(digits, CborError::Malformed);
}

TEST(Cbor, RefusesWhatIsNotInTheOneForm) {
    for (const char* digits : {"1800",
                               "1817",
                               "190018",
                               "1900ff",
                               "1a0000ffff",
                               "1b00000000ffffffff", // long integers
                               "3800",
                               "390000",
                               "580161",
                               "780161",
                               "79000161",
                               "9800",
                               "b800",
                               "98018100",
                               "a2616201616102",
                               "a262626201616100", // order, doubles
                               "a2616101616102",
                               "a26261610161620f",
                               "5f42010243030405ff",
                               "7f657374726561646d696e67ff",
                               "9fff",
                               "bfff",
                               "5fff",
                               "7fff",
                               "9f018202039f0405ffff",
                               "8301820203bf6161019fffff"}) {
        const auto value = decodeHex(digits);
        ASSERT_FALSE(value.has_value()) << digits;
        EXPECT_EQ(int(value.error()), int(CborError::NotDeterministic)) << digits;
    }
}

TEST(Cbor, RefusesWhatEndsTooEarlyOrTooLate) {
    for (const char* digits :
         {"", "18", "19ff", "1b00000000ffffff", "6261", "4401", "58", "82", "8201", "a1", "a16161",
          "a2616101", "0000", "f6f6", "8000", "a000", "6161ff", "f814"})
        expectError(digits, CborError::Malformed);
}

TEST(Cbor, RefusesLengthsThatCanNotBeThereBeforeMakingRoom) {
    for (const char* digits :
         {"5b7fffffffffffffff", "7b7fffffffffffffff", "9b7fffffffffffffff", "bb7fffffffffffffff",
          "5bffffffffffffffff", "7bffffffffffffffff", "9bffffffffffffffff", "bbffffffffffffffff",
          "5a7fffffff00", "7a7fffffff00", "9a7fffffff00", "ba7fffffff00", "bb400000000000000000",
          "815b7fffffffffffffff", "a161617b7fffffffffffffff", "8342000000", "a36161016162026163"})
        expectError(digits, CborError::Malformed);
}

TEST(Cbor, RefusesTextThatIsNotUtf8) {
    for (const char* digits : {"61ff", "62c328", "62c080", "63eda080", "64f4908080", "6180", "61c3",
                               "a161ff00", "a1616163eda080"})
        expectError(digits, CborError::Malformed);
}

TEST(Cbor, KeepsNulAndLongStringsWhole) {
    for (const qsizetype size : {1, 23, 24, 255, 256, 16384, 65535, 65536, 300000}) {
        const Value bytes(QByteArray(size, '\0'));
        const Value text(QString(size, QChar(0x6c34)));
        const auto readBytes = decode(encode(bytes), roomy);
        const auto readText = decode(encode(text), roomy);
        ASSERT_TRUE(readBytes && readText) << size;
        EXPECT_TRUE(*readBytes == bytes) << size;
        EXPECT_TRUE(*readText == text) << size;
    }
    const auto nul = decodeHex("6100");
    ASSERT_TRUE(nul.has_value());
    EXPECT_EQ(nul->text()->size(), 1);
}

TEST(Cbor, GoesEightLevelsDeepAndNoDeeper) {
    const auto deepest = decode(encode(nested(depthLimit)), roomy);
    ASSERT_TRUE(deepest.has_value());
    EXPECT_TRUE(*deepest == nested(depthLimit));
    const auto deeper = decode(encode(nested(depthLimit + 1)), roomy);
    ASSERT_FALSE(deeper.has_value());
    EXPECT_EQ(int(deeper.error()), int(CborError::TooDeep));
    const auto abyss = decode(QByteArray(100000, '\x81'), roomy);
    ASSERT_FALSE(abyss.has_value());
    EXPECT_EQ(int(abyss.error()), int(CborError::TooDeep));
}

TEST(Cbor, LooksAtTheLimitBeforeAnythingElse) {
    const QByteArray nonsense(11, '\xff');
    const auto over = decode(nonsense, 10);
    ASSERT_FALSE(over.has_value());
    EXPECT_EQ(int(over.error()), int(CborError::TooLarge));
    EXPECT_TRUE(decode(hex("83010203"), 4).has_value());
}

TEST(Cbor, TakesNoMoreValuesThanItIsTold) {
    const QByteArray five =
        encode(Map{{QStringLiteral("a"), Array{1, 2}}}); // map, key, array and its two
    EXPECT_TRUE(decode(five, roomy, 5));
    EXPECT_EQ(decode(five, roomy, 4).error(), CborError::TooMany);
    const QByteArray keys = encode(Map{{QStringLiteral("a"), 1}, {QStringLiteral("b"), 2}});
    EXPECT_TRUE(decode(keys, roomy, 5));
    EXPECT_EQ(decode(keys, roomy, 3).error(), CborError::TooMany); // the second key
}

TEST(Cbor, SortsKeysByTheirEncodedBytes) {
    const KeyLess less;
    EXPECT_TRUE(less(s("b"), s("aa")));
    EXPECT_FALSE(less(s("aa"), s("b")));
    EXPECT_TRUE(less(s("a"), s("b")));
    EXPECT_FALSE(less(s("a"), s("a")));
    EXPECT_TRUE(less(s("zz"), s("\u6c34"))); // three bytes though one letter
    const Map map{{s("aa"), 1}, {s("b"), 2}, {s(""), 3}};
    EXPECT_EQ(encode(map).toHex().toStdString(), "a3600361620262616101");
}

TEST(Cbor, GivesEachValueOnlyAsItsType) {
    const Value number(-5);
    EXPECT_EQ(number.integer(), -5);
    EXPECT_FALSE(number.unsignedInteger());
    EXPECT_FALSE(number.boolean() || number.bytes() || number.text() || number.array() ||
                 number.map());
    EXPECT_FALSE(number.at(u"a"));
    EXPECT_EQ(Value(quint64(7)).unsignedInteger(), 7u);
    EXPECT_EQ(Value(true).boolean(), true);
    EXPECT_FALSE(Value(true).integer());
    EXPECT_TRUE(Value().isNull());
    EXPECT_FALSE(number.isNull());
    const Value map(Map{{s("a"), 1}});
    ASSERT_TRUE(map.at(u"a"));
    EXPECT_EQ(map.at(u"a")->integer(), 1);
    EXPECT_FALSE(map.at(u"b"));
}
