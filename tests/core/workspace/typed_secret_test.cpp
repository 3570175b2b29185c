#include "core/crypto/system_random.h"
#include "core/workspace/opening.h"
#include "core/workspace/typed_secret.h"
#include "tests/support/two_workspaces.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace mend;

namespace {

// As typed: nobody else's, and not in the program's constants.
QString typedIn(QStringView words) {
    return QString(words.data(), words.size());
}

// Whether `text`, which held `size` characters at `place`, is empty, and none is left there.
bool isOverwritten(const QString& text, const QChar* place, qsizetype size) {
    // An empty string keeps its memory: what is looked at is still its own.
    return text.isEmpty() && text.constData() == place &&
           std::all_of(place, place + size, [](QChar c) { return c.isNull(); });
}

} // namespace

TEST(TypedSecret, IsOverwrittenInTheStringItCameIn) {
    constexpr auto words = u"correct horse";
    QString typed = typedIn(words);
    const QChar* place = typed.constData();
    const auto passphrase = takePassphrase(typed);
    ASSERT_TRUE(passphrase);
    EXPECT_EQ(passphrase->bytes().view(), QByteArrayView("correct horse"));
    EXPECT_TRUE(isOverwritten(typed, place, QStringView(words).size()));
    QString tooLong(5000, u'a');
    place = tooLong.constData();
    EXPECT_FALSE(takePassphrase(tooLong));
    EXPECT_TRUE(isOverwritten(tooLong, place, 5000));
    crypto::SystemRandom random;
    QString code = crypto::RecoveryCode::random(random).toGroups();
    place = code.constData();
    const qsizetype size = code.size();
    EXPECT_TRUE(takeRecoveryCode(code));
    EXPECT_TRUE(isOverwritten(code, place, size));
}

// As a page hands its own to what opens a vault, and fills it with zeros afterwards.
TEST(TypedSecret, IsItsSharersAloneAfterwards) {
    test::OneWorkspace one{Role::Hurt};
    one.workspace.reset();
    QString typed = typedIn(test::OneWorkspace::passphrase());
    const QChar* place = typed.constData();
    ASSERT_TRUE(one.opening.unlockNow(typed));
    EXPECT_EQ(typed, test::OneWorkspace::passphrase());
    EXPECT_TRUE(typed.isDetached()); // so that this overwrites the very characters
    typed.fill(QChar(0));
    EXPECT_EQ(typed.constData(), place);
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
