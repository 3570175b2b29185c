#include "core/vault/encryption_check.h"

#include <QFile>
#include <QtEndian>

namespace mend::vault {
namespace {

constexpr QByteArrayView plainHeader("SQLite format 3\0", 16);

// The WAL's own format (sqlite.org/fileformat2.html, section 4): a header, which stays plain, then
// frames.
constexpr qint64 walHeaderSize = 32;      // Bytes.
constexpr qint64 walPageSizeOffset = 8;   // Bytes; big-endian, 32 bits.
constexpr qint64 walFrameHeaderSize = 24; // Bytes, before each page image.
constexpr qint64 smallestPage = 512;      // Bytes.
constexpr qint64 largestPage = 65536;     // Bytes.
constexpr qint64 usualPage = 4096;        // Bytes; SQLCipher's.

bool isPlainAt(QFile& file, qint64 offset) {
    return file.seek(offset) && file.read(plainHeader.size()) == plainHeader;
}

Result<void, VaultError> checkWal(QFile& wal) {
    const QByteArray header = wal.read(walHeaderSize);
    if (header.size() < walHeaderSize)
        return {}; // empty, or never used
    // A cut of power may leave the log as long as it was to be and empty: it is on disk before
    // anything in it counts, and SQLite passes over it. Any other header that makes no sense was
    // one of a log that counted.
    const bool empty = header == QByteArray(walHeaderSize, '\0');
    const qint64 page =
        empty ? usualPage : qFromBigEndian<quint32>(header.constData() + walPageSizeOffset);
    if (page < smallestPage || page > largestPage)
        return fail(VaultError::Damaged);
    const qint64 frame = walFrameHeaderSize + page;
    for (qint64 at = walHeaderSize; at + frame <= wal.size(); at += frame)
        if (isPlainAt(wal, at + walFrameHeaderSize))
            return fail(VaultError::NotEncrypted);
    return {};
}

} // namespace

Result<void, VaultError> checkEncrypted(const QString& database) {
    QFile file(database);
    if (!file.exists())
        return fail(VaultError::Damaged);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(VaultError::Io);
    if (isPlainAt(file, 0))
        return fail(VaultError::NotEncrypted);
    if (file.size() < smallestPage)
        return fail(VaultError::Damaged);
    QFile wal(database + QStringLiteral("-wal"));
    if (!wal.exists())
        return {};
    if (!wal.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return fail(VaultError::Io);
    return checkWal(wal);
}

} // namespace mend::vault
