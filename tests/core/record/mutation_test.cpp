// Damaged and hostile bytes: nothing crashes, and what is still taken is exactly what it says.

#include "core/record/cbor.h"
#include "tests/core/record/frozen_records.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::record;
using namespace mend::test;

namespace {

constexpr int mutations = 24000;

QByteArray mutated(QByteArray bytes, FixedRandom& random) {
    const auto place = [&] {
        return qsizetype(random.below(quint32(std::max<qsizetype>(1, bytes.size()))));
    };
    for (quint32 left = 1 + random.below(3); left > 0 && !bytes.isEmpty(); --left) {
        switch (random.below(6)) {
        case 0:
            bytes[place()] = char(bytes[place()] ^ (1 << random.below(8)));
            break;
        case 1:
            bytes[place()] = char(random.below(256));
            break;
        case 2:
            bytes.truncate(place());
            break;
        case 3:
            bytes.insert(place(), char(random.below(256)));
            break;
        case 4:
            bytes.remove(place(), 1 + random.below(4));
            break;
        default:
            bytes.insert(place(), bytes.mid(place(), 1 + random.below(40)));
        }
    }
    return bytes;
}

// True if the bytes were taken.
bool expectSameHeaderAgain(const QByteArray& bytes) {
    const auto header = decodeHeader(bytes);
    if (!header)
        return false;
    EXPECT_EQ(encode(*header), bytes) << bytes.toHex().toStdString();
    return true;
}

bool expectSameBodyAgain(const QString& kind, const QByteArray& bytes) {
    if (const auto value = cbor::decode(bytes, bodyLimit)) {
        EXPECT_EQ(cbor::encode(*value), bytes) << bytes.toHex().toStdString();
    }
    const auto body = decodeBody(kind, bytes);
    if (!body)
        return false;
    const auto again = decodeBody(kind, *encodeBody(*body, Salt()));
    EXPECT_TRUE(again && again->content == body->content && again->replaces == body->replaces)
        << bytes.toHex().toStdString();
    return true;
}

} // namespace

TEST(Mutations, OfHeadersAreRefusedOrReadAsExactlyThoseBytes) {
    FixedRandom random(11);
    const auto log = frozenLog();
    int taken = 0;
    for (int i = 0; i < mutations / 3; ++i)
        taken +=
            expectSameHeaderAgain(mutated(log[std::size_t(i) % log.size()].headerBytes, random));
    EXPECT_GT(taken, 50);
    EXPECT_LT(taken, mutations / 3);
}

TEST(Mutations, OfBodiesAreRefusedOrMeanOneThing) {
    FixedRandom random(12);
    int taken = 0;
    for (int i = 0; i < mutations * 2 / 3; ++i) {
        const Kind kind = allKinds[std::size_t(i) % allKinds.size()];
        const QByteArray body =
            *encodeBody({randomContent(kind, random), std::nullopt}, random.fixed<Salt>());
        taken += expectSameBodyAgain(name(kind), mutated(body, random));
    }
    EXPECT_GT(taken, 50);
    EXPECT_LT(taken, mutations * 2 / 3);
}

TEST(Mutations, OfOneByteNeverPassForTheRecordItWas) {
    for (const Record& record : frozenLog()) {
        for (qsizetype at = 0; at < record.body->size(); ++at) {
            QByteArray body = *record.body;
            body[at] = char(body[at] ^ 0x20);
            const auto altered = read(record.headerBytes, body);
            ASSERT_FALSE(altered.has_value());
            EXPECT_EQ(int(altered.error()), int(RecordError::BadHash));
        }
        for (qsizetype at = 0; at < record.headerBytes.size(); ++at) {
            QByteArray header = record.headerBytes;
            header[at] = char(header[at] ^ 0x01);
            const auto altered = read(header, std::nullopt);
            EXPECT_TRUE(!altered || altered->id != record.id);
        }
    }
}

TEST(Mutations, CutAnywhereAreRefused) {
    for (const Record& record : frozenLog()) {
        for (qsizetype size = 0; size < record.headerBytes.size(); ++size)
            EXPECT_FALSE(decodeHeader(QByteArrayView(record.headerBytes).first(size)).has_value());
        for (qsizetype size = 0; size < record.body->size(); ++size)
            EXPECT_FALSE(decodeBody(record.header.kind, QByteArrayView(*record.body).first(size))
                             .has_value());
    }
}
