#include "core/crypto/recovery_code.h"

#include "tests/support/fixed_random.h"

#include <gtest/gtest.h>

using namespace mend::crypto;
using mend::test::FixedRandom;

namespace {

// The bytes 00 01 … 0f; computed apart from this code, with Python's int and hashlib.blake2b.
const QString known = QStringLiteral("000G4-0R40M-30E20-9185G-R38E1-X0F6G");

CryptoError errorOf(const QString& text) {
    return RecoveryCode::parse(text).error();
}

} // namespace

TEST(RecoveryCode, ReadsAndWritesAKnownCode) {
    const auto code = RecoveryCode::parse(known);
    ASSERT_TRUE(code);
    EXPECT_EQ(code->secret().view().toByteArray().toHex(), "000102030405060708090a0b0c0d0e0f");
    EXPECT_EQ(code->toGroups(), known);
}

TEST(RecoveryCode, ComesBackFromPaper) {
    FixedRandom random;
    for (int i = 0; i < 500; ++i) {
        const RecoveryCode code = RecoveryCode::random(random);
        const auto again = RecoveryCode::parse(code.toGroups());
        ASSERT_TRUE(again) << code.toGroups().toStdString();
        EXPECT_TRUE(again->secret().equals(code.secret()));
    }
}

TEST(RecoveryCode, ForgivesHowPeopleType) {
    for (const QString& text :
         {known.toLower(), QString(known).remove(u'-'), QString(known).replace(u'-', u' '),
          QString(known).replace(u'0', u'o'), QString(known).replace(u'1', u'l'),
          QString(known).replace(u'1', u'I'), QString(known).replace(u'-', QChar(0x2013)),
          QString(u' ' + known + u'\n')})
        EXPECT_TRUE(RecoveryCode::parse(text)) << text.toStdString();
}

TEST(RecoveryCode, CatchesEveryWrongCharacterAndEverySwap) {
    const QString plain = QString(known).remove(u'-');
    const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    for (qsizetype i = 0; i < plain.size(); ++i) {
        for (const QChar other : alphabet) {
            QString typed = plain;
            typed[i] = other;
            if (other != plain[i]) {
                EXPECT_EQ(errorOf(typed), CryptoError::Mistyped) << typed.toStdString();
            }
        }
        if (i + 1 < plain.size() && plain[i] != plain[i + 1]) {
            QString typed = plain;
            std::swap(typed[i], typed[i + 1]);
            EXPECT_EQ(errorOf(typed), CryptoError::Mistyped) << typed.toStdString();
        }
    }
}

TEST(RecoveryCode, TellsWhatIsNoCodeAtAll) {
    for (const QString& text :
         {QString(), QStringLiteral("000G4"), known.chopped(1), QString(known + u'0'),
          QString(known).replace(u'G', u'U'), QString(known).replace(u'G', u'!'),
          QString(known).replace(u'G', QChar(0x0413)), known + known})
        EXPECT_EQ(errorOf(text), CryptoError::Malformed) << text.toStdString();
}
