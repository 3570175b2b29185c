// The wire format as it was first released: these bytes lie in people's vaults and never change.

#include "core/record/cbor.h"
#include "tests/core/record/frozen_records.h"

#include <QFile>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::record;
using namespace mend::test;

namespace {

// Of a file in the source tree; empty if it isn't there.
QByteArray fileBytes(const QString& path) {
    QFile file(QStringLiteral(MEND_SOURCE_DIR "/") + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The lines of tests/vectors/records/<name>.hex, as bytes.
QByteArrayList vectorLines(const QString& name) {
    QByteArrayList lines;
    for (const QByteArray& line :
         fileBytes(QStringLiteral("tests/vectors/records/%1.hex").arg(name)).split('\n')) {
        if (!line.isEmpty())
            lines.append(QByteArray::fromHex(line));
    }
    return lines;
}

Salt saltOf(const QByteArray& body) {
    return *Salt::from(*cbor::decode(body, bodyLimit)->at(u"salt")->bytes());
}

class FrozenRecords : public testing::TestWithParam<Kind> {};

std::string testName(const testing::TestParamInfo<Kind>& info) {
    return name(info.param).remove(u'.').toStdString();
}

} // namespace

TEST_P(FrozenRecords, AreReadAsWhatTheySayAndWrittenAsTheSameBytes) {
    const QByteArrayList lines = vectorLines(name(GetParam()));
    ASSERT_EQ(lines.size(), 2);
    const auto record = read(lines[0], lines[1]);
    ASSERT_TRUE(record.has_value());
    EXPECT_EQ(record->header.kind, name(GetParam()));
    EXPECT_EQ(encode(record->header), lines[0]);

    const auto body = decodeBody(record->header.kind, lines[1]);
    ASSERT_TRUE(body.has_value());
    const Draft draft = frozenDrafts()[std::size_t(GetParam())];
    EXPECT_TRUE(body->content == draft.body.content);
    EXPECT_EQ(body->replaces, draft.body.replaces);
    EXPECT_EQ(record->header.day, draft.day);
    EXPECT_EQ(record->header.seal, draft.seal);
    EXPECT_EQ(*encodeBody(*body, saltOf(lines[1])), lines[1]);
}

TEST_P(FrozenRecords, AreMadeAgainFromTheSameWords) {
    const QByteArrayList lines = vectorLines(name(GetParam()));
    ASSERT_EQ(lines.size(), 2);
    const Record made = frozenLog()[std::size_t(GetParam())];
    EXPECT_EQ(made.headerBytes.toHex(), lines[0].toHex());
    EXPECT_EQ(made.body->toHex(), lines[1].toHex());
}

INSTANTIATE_TEST_SUITE_P(Kinds, FrozenRecords, testing::ValuesIn(allKinds), testName);

TEST(FrozenLog, ChainsFromItsMemberToItsLastRecord) {
    std::optional<LogHead> head;
    for (const Kind kind : allKinds) {
        const QByteArrayList lines = vectorLines(name(kind));
        ASSERT_EQ(lines.size(), 2);
        const auto record = read(lines[0], lines[1]);
        ASSERT_TRUE(record.has_value());
        EXPECT_TRUE(checkFollows(logOf(logKey()), head, *record).has_value());
        head = record->head();
    }
}

// id of the last record, its head's signature, an ack's signature, the log's signature by its
// identity
TEST(FrozenSignatures, AreTheSameBytes) {
    const QByteArrayList lines = vectorLines(QStringLiteral("signatures"));
    ASSERT_EQ(lines.size(), 4);
    const LogHead head = frozenLog().back().head();
    const LogHead held{logOf(otherKey()), 41, filled<RecordId>(0x31)};
    EXPECT_EQ(head.id.toByteArray(), lines[0]);
    EXPECT_EQ(signHead(head, logKey()).signature.toByteArray(), lines[1]);
    EXPECT_EQ(signAck(head, held, logKey()).signature.toByteArray(), lines[2]);
    EXPECT_EQ(signedMember()->signature.toByteArray(), lines[3]);
}

TEST(RecordsPage, ShowsBytesThatAreFrozen) {
    const QByteArray page = fileBytes(QStringLiteral("core/record/RECORDS.md"));
    for (const QByteArray& line : vectorLines(name(Kind::Pause)))
        EXPECT_TRUE(page.contains("    " + line.toHex() + "\n"));
    const QByteArrayList signatures = vectorLines(QStringLiteral("signatures"));
    ASSERT_EQ(signatures.size(), 4);
    EXPECT_TRUE(page.contains('`' + signatures[0].toHex() + '`'));
    EXPECT_TRUE(page.contains("    " + signatures[1].toHex() + "\n"));
}

TEST(RecordsPage, NamesEveryKeyOfEveryKind) {
    const QByteArray page = fileBytes(QStringLiteral("core/record/RECORDS.md"));
    for (const Kind kind : allKinds) {
        const qsizetype row = page.indexOf("\n| `" + name(kind).toUtf8() + "` |");
        ASSERT_GE(row, 0) << name(kind).toStdString();
        const QByteArray fields = page.mid(row + 1, page.indexOf('\n', row + 1) - row);
        const auto body = cbor::decode(vectorLines(name(kind)).value(1), bodyLimit);
        ASSERT_TRUE(body && body->map());
        for (const auto& [key, value] : *body->map()) {
            const bool everywhere = key == u"salt" || key == u"replaces";
            EXPECT_TRUE((everywhere ? page : fields).contains('`' + key.toUtf8() + '`'))
                << name(kind).toStdString() << ' ' << key.toStdString();
        }
    }
}
