// What a passphrase costs in the programs themselves.

#include "core/crypto/argon2.h"
#include "core/record/cbor.h"
#include "core/workspace/opening.h"
#include "tests/support/fake_clock.h"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

using namespace mend;

// On a machine on which the full cost takes half of the time aimed at.
TEST(FullCost, OfANewPassphraseIsWhatTheMachineCanBear) {
    class FastMachine final : public Clock {
    public:
        UtcMillis nowMs() const override { return clock.nowMs(); }
        Day today() const override { return clock.today(); }
        qint64 monotonicMs() const override { return now_ += crypto::aimedDerivationMs / 2; }

    private:
        test::FakeClock clock;
        mutable qint64 now_ = 0;
    } fast;
    const QTemporaryDir folder;
    const QString vault = folder.filePath(QStringLiteral("vault"));
    const auto made = Opening(vault, fast, KeyCost::Small)
                          .createNow({QStringLiteral("Sam"), Role::Hurt, Relation::Partner},
                                     QStringLiteral("seven quiet boats"));
    ASSERT_TRUE(made);
    Opening later(vault, fast, KeyCost::Full);
    ASSERT_TRUE(later.recoverNow(made->recoveryCode, QStringLiteral("nine loud trains")));
    QFile keys(vault + QStringLiteral("/vault.keys"));
    ASSERT_TRUE(keys.open(QIODevice::ReadOnly));
    const auto file = cbor::decode(keys.readAll(), 4096);
    ASSERT_TRUE(file);
    // [ [ version, [ slot, … ] ], check ]; slot: [ [ version, kind, KiB, passes, salt ], … ]
    const cbor::Array& slot = *(*(*(*file->array())[0].array())[1].array())[0].array();
    const cbor::Array& header = *slot[0].array();
    const auto cost = crypto::costFor(crypto::aimedDerivationMs / 2);
    EXPECT_GT(cost.passes, crypto::fullCost.passes);
    EXPECT_EQ(header[2].unsignedInteger(), cost.memoryKiB);
    EXPECT_EQ(header[3].unsignedInteger(), cost.passes);
}
