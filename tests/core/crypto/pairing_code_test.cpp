#include "core/crypto/pairing_code.h"

#include "tests/support/fixed_random.h"

#include <gtest/gtest.h>
#include <set>

using namespace mend::crypto;
using mend::test::FixedRandom;

namespace {

CryptoError errorOf(const QString& text) {
    return PairingCode::parse(text).error();
}

} // namespace

TEST(PairingCode, HasThreeParts) {
    // Damm's own example is that 572 takes the check digit 4; zeros in front change nothing.
    const auto code = PairingCode::parse(u"000005724");
    ASSERT_TRUE(code);
    EXPECT_EQ(code->text(), QStringLiteral("000 005 724"));
    EXPECT_EQ(code->nameplate(), 0);
    EXPECT_EQ(code->prs(), "00000572");
}

TEST(PairingCode, ComesBackFromTheOtherScreen) {
    FixedRandom random;
    std::set<QByteArray> seen;
    for (int i = 0; i < 500; ++i) {
        const PairingCode code = PairingCode::random(random);
        const auto typed = PairingCode::parse(code.text());
        ASSERT_TRUE(typed);
        EXPECT_EQ(*typed, code);
        EXPECT_EQ(code.text().size(), 11);
        EXPECT_EQ(code.nameplate(), code.prs().left(2).toInt());
        seen.insert(code.prs());
    }
    EXPECT_GT(seen.size(), 490u);
}

TEST(PairingCode, TakesBlanksAnywhere) {
    EXPECT_EQ(PairingCode::parse(u" 00 0005\t724\n").value(),
              PairingCode::parse(u"000005724").value());
}

TEST(PairingCode, CatchesEveryWrongDigitAndEverySwapOfNeighbours) {
    FixedRandom random;
    for (int round = 0; round < 50; ++round) {
        const QString right = PairingCode::random(random).text().remove(u' ');
        for (qsizetype i = 0; i < right.size(); ++i) {
            for (QChar other = u'0'; other <= u'9'; ++other.unicode()) {
                QString typed = right;
                typed[i] = other;
                if (other != right[i]) {
                    EXPECT_EQ(errorOf(typed), CryptoError::Mistyped) << typed.toStdString();
                }
            }
            QString typed = right;
            if (i + 1 < right.size() && right[i] != right[i + 1]) {
                std::swap(typed[i], typed[i + 1]);
                EXPECT_EQ(errorOf(typed), CryptoError::Mistyped) << typed.toStdString();
            }
        }
    }
}

TEST(PairingCode, TellsWhatIsNoCodeAtAll) {
    for (const QString& text :
         {QString(), QStringLiteral("00000572"), QStringLiteral("0000057240"),
          QStringLiteral("00000572x"), QStringLiteral("000-005-724"),
          QStringLiteral("\u0660\u0660\u0660\u0660\u0660\u0665\u0667\u0662\u0664")})
        EXPECT_EQ(errorOf(text), CryptoError::Malformed) << text.toStdString();
}
