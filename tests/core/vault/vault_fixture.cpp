#include "tests/core/vault/vault_fixture.h"

#include "core/vault/statement.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>

namespace mend::test {

using vault::Store;
using vault::VaultError;

crypto::Passphrase passphrase(const QString& text) {
    return *crypto::Passphrase::fromText(text);
}

TestVault::TestVault(const QString& name, quint64 seed, const QString& where)
    : random(seed), folder(where.isEmpty() ? temporary.filePath(QStringLiteral("vault")) : where) {
    auto created =
        Store::create(folder, {name, Role::Hurt, Relation::Partner}, passphrase(), environment);
    if (!created) {
        ADD_FAILURE() << "create: " << int(created.error());
        return;
    }
    store = std::move(created->store);
    code = std::move(created->recoveryCode);
    vault = std::move(*store->connect());
}

Result<std::shared_ptr<Store>, VaultError>
TestVault::tryOpen(const crypto::Passphrase& with) const {
    return Store::open(folder, std::cref(with), environment);
}

void TestVault::close() {
    vault.reset();
    store.reset();
}

void TestVault::open() {
    close();
    auto opened = tryOpen();
    ASSERT_TRUE(opened) << int(opened.error());
    store = std::move(*opened);
    vault = std::move(*store->connect());
}

std::unique_ptr<vault::Connection> TestVault::raw() const {
    const auto slots = vault::KeySlots::read(vault::slotsPath(folder));
    const auto key = slots->unlock(passphrase());
    return std::move(*vault::Connection::open(vault::databasePath(folder), vault::databaseKey(*key),
                                              vault::Connection::Mode::ReadWrite));
}

Result<RecordId, VaultError> TestVault::append(Content content, std::optional<Day> day,
                                               record::Seal seal,
                                               std::optional<RecordId> replaces) {
    if (!day && needsDay(kindOf(content)))
        day = today();
    return vault->append({{std::move(content), replaces}, day, seal});
}

Note note(const QString& text) {
    return *Note::create({NoteKind::Whereabouts, text, {}});
}

CheckIn checkIn(const QString& text, int trust) {
    CheckInFields fields;
    fields.scales.insert(Scale::Trust, trust);
    fields.texts.insert(CheckInText::Hard, text);
    return *CheckIn::create(fields);
}

Commitment commitment(const QString& title, Day from, Person for_) {
    CommitmentFields fields;
    fields.title = title;
    fields.from = from;
    fields.for_ = for_;
    return *Commitment::create(fields);
}

bool copyStoredVault(const char* version, const QString& folder) {
    const QDir from(QStringLiteral(MEND_SOURCE_DIR "/tests/vectors/vault/") +
                    QLatin1String(version));
    const QStringList files = from.entryList(QDir::Files);
    if (!QDir().mkpath(folder) || files.size() != 3) // slots, database, log key
        return false;
    for (const QString& file : files)
        putBytes(folder + QLatin1Char('/') + file, bytesOf(from.filePath(file)));
    return true;
}

int storedSchemaVersion(const QString& folder) {
    const auto dataKey = vault::KeySlots::read(vault::slotsPath(folder))->unlock(passphrase());
    const auto db =
        vault::Connection::open(vault::databasePath(folder), vault::databaseKey(*dataKey),
                                vault::Connection::Mode::ReadWrite);
    vault::Statement version(**db, "PRAGMA user_version");
    return int(vault::integerOf(version).value_or(-1));
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << path.toStdString();
    return file.readAll();
}

void putBytes(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    EXPECT_TRUE(file.open(QIODevice::WriteOnly | QIODevice::Truncate)) << path.toStdString();
    EXPECT_EQ(file.write(bytes), bytes.size());
}

QStringList filesOf(const QString& folder) {
    QStringList files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext())
        files.push_back(all.next());
    return files;
}

} // namespace mend::test
