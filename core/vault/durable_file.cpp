#include "core/vault/durable_file.h"

#include <QFile>
#include <QFileInfo>
#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mend::vault {
namespace {

constexpr mode_t fileMode = 0600;
constexpr mode_t folderMode = 0700;
constexpr qsizetype blockSize = 256 * 1024; // Bytes held at once, of files of any size.

auto lastError() {
    return fail(errorOfErrno(errno));
}

class Descriptor {
public:
    Descriptor(const QString& path, int flags)
        : number_(::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC, fileMode)) {}
    ~Descriptor() {
        if (number_ >= 0)
            ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    explicit operator bool() const { return number_ >= 0; }
    int operator*() const { return number_; }

private:
    int number_;
};

bool writeAll(int file, QByteArrayView bytes) {
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(file, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

bool writeZeros(int file, qint64 count) {
    const QByteArray block(blockSize, '\0');
    for (; count > 0; count -= blockSize)
        if (!writeAll(file, QByteArrayView(block).first(std::min<qint64>(count, blockSize))))
            return false;
    return true;
}

// Like ::read, without its interruptions.
ssize_t readSome(int file, char* out, size_t size) {
    ssize_t count = 0;
    do {
        count = ::read(file, out, size);
    } while (count < 0 && errno == EINTR);
    return count;
}

} // namespace

VaultError errorOfErrno(int number) {
    switch (number) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return VaultError::DiskFull;
    case EROFS:
    case EACCES:
    case EPERM:
        return VaultError::ReadOnly;
    case ENOENT:
    case ENOTDIR:
        return VaultError::NotThere;
    case EEXIST:
        return VaultError::AlreadyThere;
    default:
        return VaultError::Io;
    }
}

Result<void, VaultError> makeFolder(const QString& path) {
    const QByteArray name = QFile::encodeName(path);
    // chmod, because a umask may have taken the owner's own bits.
    if (::mkdir(name.constData(), folderMode) != 0 || ::chmod(name.constData(), folderMode) != 0)
        return lastError();
    return {};
}

Result<void, VaultError> writeNewFile(const QString& path, QByteArrayView bytes) {
    const Descriptor file(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
    if (!file)
        return lastError();
    if (::fchmod(*file, fileMode) != 0 || !writeAll(*file, bytes) || ::fsync(*file) != 0) {
        const VaultError error = errorOfErrno(errno);
        ::unlink(QFile::encodeName(path).constData());
        return fail(error);
    }
    return {};
}

Result<void, VaultError> replaceFile(const QString& path, QByteArrayView bytes) {
    const QString next = path + QStringLiteral(".new");
    if (const auto removed = removeFile(next); !removed)
        return removed;
    if (const auto written = writeNewFile(next, bytes); !written)
        return written;
    if (const auto renamed = renameFile(next, path); !renamed) {
        (void)removeFile(next);
        return renamed;
    }
    return syncFolder(QFileInfo(path).path());
}

Result<QByteArray, VaultError> readFile(const QString& path, qsizetype limit) {
    const Descriptor file(path, O_RDONLY);
    if (!file)
        return lastError();
    QByteArray bytes(limit + 1, Qt::Uninitialized);
    qsizetype size = 0;
    while (size <= limit) {
        const ssize_t count = readSome(*file, bytes.data() + size, size_t(limit + 1 - size));
        if (count < 0)
            return lastError();
        if (count == 0)
            break;
        size += count;
    }
    if (size > limit)
        return fail(VaultError::Damaged);
    bytes.truncate(size);
    return bytes;
}

Result<void, VaultError> syncFile(const QString& path) {
    const Descriptor file(path, O_RDONLY);
    if (!file || ::fsync(*file) != 0)
        return lastError();
    return {};
}

Result<void, VaultError> syncFolder(const QString& path) {
    const Descriptor folder(path, O_RDONLY | O_DIRECTORY);
    if (!folder || ::fsync(*folder) != 0)
        return lastError();
    return {};
}

Result<void, VaultError> renameFile(const QString& from, const QString& to) {
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return lastError();
    return {};
}

Result<void, VaultError> removeFile(const QString& path) {
    if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        return lastError();
    return {};
}

Result<void, VaultError> eraseFile(const QString& path) {
    {
        const Descriptor file(path, O_WRONLY | O_NOFOLLOW);
        struct stat status {};
        // Not being able to overwrite must not keep the file from being removed.
        if (file && ::fstat(*file, &status) == 0 && writeZeros(*file, status.st_size))
            ::fsync(*file);
    }
    return removeFile(path);
}

Result<void, VaultError> copyFile(const QString& from, const QString& to) {
    const Descriptor source(from, O_RDONLY);
    if (!source)
        return lastError();
    if (const auto made = writeNewFile(to, {}); !made)
        return made;
    const Descriptor target(to, O_WRONLY);
    QByteArray block(blockSize, Qt::Uninitialized);
    for (;;) {
        const ssize_t count = readSome(*source, block.data(), size_t(block.size()));
        if (count == 0)
            break;
        if (!target || count < 0 || !writeAll(*target, QByteArrayView(block).first(count)))
            return lastError();
    }
    if (::fsync(*target) != 0)
        return lastError();
    return {};
}

} // namespace mend::vault
