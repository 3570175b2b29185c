#include "core/crypto/system_random.h"
#include "core/workspace/opening.h"
#include "core/workspace/typed_secret.h"

#include <gtest/gtest.h>

using namespace mend;

TEST(TypedSecret, IsWipedFromTheStringItCameIn) {
    QString typed = QStringLiteral("correct horse");
    typed.detach();
    const QChar* place = typed.constData();
    const auto passphrase = takePassphrase(typed);
    ASSERT_TRUE(passphrase);
    EXPECT_TRUE(typed.isEmpty());
    EXPECT_NE(place, nullptr);
    EXPECT_EQ(passphrase->bytes().view(), QByteArrayView("correct horse"));
}

TEST(TypedSecret, SaysWhatIsWrong) {
    QString nothing;
    EXPECT_EQ(takePassphrase(nothing).error(), Problem::Empty);
    QString tooLong(5000, u'a');
    EXPECT_EQ(takePassphrase(tooLong).error(), Problem::BadInput);
    QString noCode = QStringLiteral("12345");
    EXPECT_EQ(takeRecoveryCode(noCode).error(), Problem::BadRecoveryCode);
    crypto::SystemRandom random;
    QString code = crypto::RecoveryCode::random(random).toGroups();
    EXPECT_TRUE(takeRecoveryCode(code));
    EXPECT_TRUE(code.isEmpty());
}
