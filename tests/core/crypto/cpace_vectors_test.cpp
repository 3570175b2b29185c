// The vectors of draft-irtf-cfrg-cpace-21 for the suite Mend uses
// (tests/vectors/cpace-draft-21.json).

#include "core/crypto/cpace.h"
#include "tests/core/crypto/bytes_of.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::crypto;

namespace {

QByteArray bytes(const QJsonObject& object, const char* name) {
    const QString hex = object.value(QLatin1StringView(name)).toString();
    EXPECT_TRUE(object.contains(QLatin1StringView(name))) << name;
    return QByteArray::fromHex(hex.toLatin1());
}

// Gives out the scalar a vector prescribes.
class Prescribed final : public Random {
public:
    explicit Prescribed(QByteArray scalar) : scalar_(std::move(scalar)) {}
    void fill(std::span<std::byte> out) override {
        ASSERT_EQ(qsizetype(out.size()), scalar_.size());
        std::memcpy(out.data(), scalar_.constData(), out.size());
    }

private:
    QByteArray scalar_;
};

struct CpaceVectors : testing::Test {
    static QJsonObject part(const char* name) {
        QFile file(QStringLiteral(MEND_SOURCE_DIR "/tests/vectors/cpace-draft-21.json"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        const QJsonObject all = QJsonDocument::fromJson(file.readAll()).object();
        EXPECT_TRUE(all.contains(QLatin1StringView(name)));
        return all.value(QLatin1StringView(name)).toObject();
    }
    QJsonObject run = part("run");
    QJsonObject group = part("scalar_mult_vfy");

    QByteArray of(const char* name) const { return bytes(run, name); }

    Cpace start(CpaceRole role, const char* scalar, const char* associated) const {
        Prescribed random(of(scalar));
        return Cpace::start(role, of("PRS"), of("CI"), of("sid"), of(associated), random).value();
    }
    CryptoError finishWith(const QByteArray& share) const {
        CpaceMessage theirs{*CpaceShare::from(share), {}};
        return start(CpaceRole::Initiator, "ya", "ADa").finish(theirs).error();
    }
};

} // namespace

TEST_F(CpaceVectors, Encodings) {
    const QJsonObject encodings = part("encodings");
    const QJsonArray lengths = encodings.value(QLatin1StringView("prepend_len")).toArray();
    EXPECT_EQ(lengths.size(), 4);
    for (const QJsonValue vector : lengths)
        EXPECT_EQ(lvCat({bytes(vector.toObject(), "input")}), bytes(vector.toObject(), "output"));
    EXPECT_EQ(lvCat({"1234", "5", "", "678"}), bytes(encodings, "lv_cat(1234,5,,678)"));
}

TEST_F(CpaceVectors, Generator) {
    EXPECT_EQ(generatorString(of("PRS"), of("CI"), of("sid")).view(), of("generator_string"));
    EXPECT_EQ(calculateGenerator(of("PRS"), of("CI"), of("sid")).view(), of("g"));
}

TEST_F(CpaceVectors, Transcript) {
    EXPECT_EQ(transcriptIr(*CpaceShare::from(of("Ya")), of("ADa"), *CpaceShare::from(of("Yb")),
                           of("ADb")),
              of("transcript_ir"));
}

TEST_F(CpaceVectors, SharedPoint) {
    const SecretBytes ya = SecretBytes::copyOf(QByteArrayView(of("ya")));
    const SecretBytes yb = SecretBytes::copyOf(QByteArrayView(of("yb")));
    EXPECT_EQ(scalarMultVfy(ya, of("Yb"))->view(), of("K"));
    EXPECT_EQ(scalarMultVfy(yb, of("Ya"))->view(), of("K"));
}

TEST_F(CpaceVectors, WholeRun) {
    Cpace a = start(CpaceRole::Initiator, "ya", "ADa");
    Cpace b = start(CpaceRole::Responder, "yb", "ADb");
    EXPECT_EQ(a.message().share.toByteArray(), of("Ya"));
    EXPECT_EQ(b.message().share.toByteArray(), of("Yb"));
    const CpaceMessage toA = b.message();
    const CpaceMessage toB = a.message();
    EXPECT_EQ(std::move(a).finish(toA)->isk().view(), of("ISK_IR"));
    EXPECT_EQ(std::move(b).finish(toB)->isk().view(), of("ISK_IR"));
}

TEST_F(CpaceVectors, ValidPoint) {
    const SecretBytes s = SecretBytes::copyOf(QByteArrayView(bytes(group, "s")));
    EXPECT_EQ(scalarMultVfy(s, bytes(group, "X"))->view(), bytes(group, "result"));
}

TEST_F(CpaceVectors, InvalidPointsAbort) {
    const SecretBytes s = SecretBytes::copyOf(QByteArrayView(bytes(group, "s")));
    for (const char* name : {"Y_i1", "Y_i2"}) {
        EXPECT_EQ(scalarMultVfy(s, bytes(group, name)).error(), CryptoError::BadPoint) << name;
        EXPECT_EQ(finishWith(bytes(group, name)), CryptoError::BadPoint) << name;
    }
}
