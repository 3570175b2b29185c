#include "core/crypto/passphrase.h"

#include <QString>
#include <gtest/gtest.h>

using namespace mend::crypto;

TEST(Passphrase, IsUtf8) {
    EXPECT_EQ(Passphrase::fromText(u"Zürich 7")->bytes().view(), "Z\xc3\xbcrich 7");
}

TEST(Passphrase, IsTheSameHoweverTheKeyboardMakesItsAccents) {
    const auto composed = Passphrase::fromText(u"Z\u00fcrich");
    const auto combining = Passphrase::fromText(u"Zu\u0308rich");
    EXPECT_TRUE(composed->bytes().equals(combining->bytes()));
}

TEST(Passphrase, KeepsWhatTheCallerTyped) {
    const QString typed = QStringLiteral("correct horse");
    const QString before(typed.constData(), typed.size());
    ASSERT_TRUE(Passphrase::fromText(typed));
    EXPECT_EQ(typed, before);
}

TEST(Passphrase, RefusesWhatIsEmptyTooLongOrNotUnicode) {
    const QString longest(Passphrase::maxLength, u'x');
    const char16_t halfAPair[] = {u'a', 0xd800, 0};
    EXPECT_TRUE(Passphrase::fromText(longest));
    EXPECT_EQ(Passphrase::fromText(QString(longest + u'x')).error(), CryptoError::BadInput);
    EXPECT_EQ(Passphrase::fromText(u"").error(), CryptoError::BadInput);
    EXPECT_EQ(Passphrase::fromText(halfAPair).error(), CryptoError::BadInput);
}
