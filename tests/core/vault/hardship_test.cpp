// What happens to a vault when the machine is not kind: disks full or read-only, another SQLite in
// SQLCipher's place. Being killed is in killed_test.cpp, failing disks in failing_disk_test.cpp.

#include "tests/core/vault/vault_fixture.h"

#include "core/vault/key_slots.h"

#include <QCoreApplication>
#include <QProcess>
#include <cstdlib>
#include <sys/mount.h>
#include <sys/vfs.h>

namespace mend::vault {
namespace {

using namespace mend::test;

// A small file system of its own, for who may mount one.
class Mounted {
public:
    explicit Mounted(const char* options) : path_(folder_.path().toLocal8Bit()) {
        ok_ = ::mount("tmpfs", path_.constData(), "tmpfs", 0, options) == 0;
    }
    ~Mounted() {
        if (ok_)
            ::umount2(path_.constData(), MNT_DETACH);
    }
    explicit operator bool() const { return ok_; }
    void readOnly() {
        ::mount("tmpfs", path_.constData(), "tmpfs", MS_REMOUNT | MS_RDONLY, nullptr);
    }
    void writable() { ::mount("tmpfs", path_.constData(), "tmpfs", MS_REMOUNT, nullptr); }
    // Room for so many pages beside what is there.
    void leaveRoom(int pages) {
        struct statfs now {};
        ::statfs(path_.constData(), &now);
        const auto used = qint64(now.f_blocks - now.f_bfree);
        const QByteArray size = "size=" + QByteArray::number((used + pages) * qint64(now.f_bsize));
        EXPECT_EQ(::mount("tmpfs", path_.constData(), "tmpfs", MS_REMOUNT, size.constData()), 0);
    }
    QString vault() const { return folder_.filePath(QStringLiteral("vault")); }

private:
    QTemporaryDir folder_;
    QByteArray path_;
    bool ok_ = false;
};

TEST(DiskFull, IsToldAndNothingIsLost) {
    Mounted disk("size=1500k");
    if (!disk)
        GTEST_SKIP() << "may not mount a small disk";
    TestVault sam(QStringLiteral("Sam"), 1, disk.vault());
    ASSERT_TRUE(sam.vault);
    std::optional<VaultError> error;
    quint64 written = 0;
    for (int i = 0; i < 500 && !error; ++i) {
        error = errorIn(sam.append(note(QString(15000, QLatin1Char('x')))));
        written += error ? 0 : 1;
    }
    EXPECT_EQ(error, VaultError::DiskFull);
    const auto report = sam.vault->verify();
    if (report) { // verify may need a page itself
        EXPECT_TRUE(report->ok());
        EXPECT_EQ(report->records, 1 + written);
    }
}

// With a page more of room each time, until there is enough.
TEST(DiskFull, MakingAVaultLeavesNothing) {
    FakeClock clock;
    FixedRandom random;
    int sizes = 0;
    for (std::optional<VaultError> error = VaultError::DiskFull; error; ++sizes) {
        Mounted disk(QByteArray("size=" + QByteArray::number(8 + 4 * sizes) + 'k').constData());
        if (!disk)
            GTEST_SKIP() << "may not mount a small disk";
        error = errorIn(Store::create(disk.vault(), {QStringLiteral("Sam"), {}, {}}, passphrase(),
                                      {clock, random, tinyCost}));
        ASSERT_EQ(error.value_or(VaultError::DiskFull), VaultError::DiskFull) << sizes;
        ASSERT_EQ(QFile::exists(disk.vault()), !error) << sizes;
    }
    EXPECT_GT(sizes, 10);
}

TEST(DiskFull, ANewDataKeyLeavesTheOldSetWhole) {
    Mounted disk("size=4m");
    if (!disk)
        GTEST_SKIP() << "may not mount a small disk";
    TestVault sam(QStringLiteral("Sam"), 1, disk.vault());
    ASSERT_TRUE(sam.append(note(QStringLiteral("kept"))));
    sam.close();
    int pages = 0;
    for (std::optional<VaultError> error = VaultError::DiskFull; error; ++pages) {
        disk.leaveRoom(pages);
        const auto store = sam.tryOpen();
        error = store ? errorIn((*store)->newDataKey(passphrase())) : store.error();
        disk.leaveRoom(1000);
        ASSERT_EQ(error.value_or(VaultError::DiskFull), VaultError::DiskFull) << pages;
        sam.open();
        ASSERT_TRUE(sam.vault) << pages;
        const auto report = sam.vault->verify();
        ASSERT_TRUE(report && report->ok()) << pages;
        EXPECT_EQ(report->records, 2u);
        sam.close();
    }
    EXPECT_GT(pages, 10);
}

TEST(ReadOnly, IsToldAndNothingIsTouched) {
    Mounted disk("size=8m");
    if (!disk)
        GTEST_SKIP() << "may not mount a read-only disk";
    TestVault sam(QStringLiteral("Sam"), 1, disk.vault());
    ASSERT_TRUE(sam.vault);
    sam.close();
    disk.readOnly();
    EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::ReadOnly);
    FixedRandom random;
    const QString other = disk.vault() + QStringLiteral("2");
    EXPECT_EQ(errorIn(Store::create(other, {QStringLiteral("Sam"), {}, {}}, passphrase(),
                                    {sam.clock, random, tinyCost})),
              VaultError::NoFolder);
    disk.writable();
    EXPECT_TRUE(sam.tryOpen());
}

// As under a program that brings the system's plain SQLite with it: this very binary, with the
// library laid before SQLCipher's.
TEST(Preloaded, ThePlainLibraryNeverGetsTheVault) {
    const char* const inner = std::getenv("MEND_TEST_PRELOADED_VAULT");
    if (inner) {
        const auto word = passphrase();
        FakeClock clock;
        FixedRandom random;
        const auto opened =
            Store::open(QString::fromLocal8Bit(inner), std::cref(word), {clock, random, tinyCost});
        EXPECT_EQ(errorIn(opened), VaultError::NotEncrypted);
        return;
    }
    const QString library = QStringLiteral("/usr/lib/x86_64-linux-gnu/libsqlite3.so.0");
    if (!QFile::exists(library))
        GTEST_SKIP() << "no plain SQLite on this machine";
    TestVault sam;
    ASSERT_TRUE(sam.append(note(QStringLiteral("canary-in-the-coal-mine"))));
    sam.close();
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("LD_PRELOAD"), library);
    environment.insert(QStringLiteral("MEND_TEST_PRELOADED_VAULT"), sam.folder);
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--gtest_filter=Preloaded.*")});
    ASSERT_TRUE(process.waitForFinished(30000));
    EXPECT_EQ(process.exitStatus(), QProcess::NormalExit);
    EXPECT_EQ(process.exitCode(), 0) << process.readAll().toStdString();
    for (const QString& file : filesOf(sam.folder))
        EXPECT_FALSE(bytesOf(file).startsWith("SQLite format 3")) << file.toStdString();
    sam.open();
    EXPECT_TRUE(sam.vault->verify()->ok());
}

} // namespace
} // namespace mend::vault
