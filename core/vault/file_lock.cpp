#include "core/vault/file_lock.h"

#include "core/vault/durable_file.h"

#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mend::vault {

namespace {

// Whoever held the lock before may have removed its file: a lock on what is gone keeps nobody out.
bool isStillThere(int file, const QByteArray& path) {
    struct stat held {};
    struct stat named {};
    return ::fstat(file, &held) == 0 && ::lstat(path.constData(), &named) == 0 &&
           held.st_dev == named.st_dev && held.st_ino == named.st_ino;
}

} // namespace

Result<std::unique_ptr<FileLock>, VaultError> FileLock::take(const QString& path, Kind kind) {
    const QByteArray name = QFile::encodeName(path);
    for (;;) {
        const int file = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (file < 0)
            return fail(errorOfErrno(errno));
        std::unique_ptr<FileLock> lock(new FileLock(file));
        if (const auto taken = lock->change(kind); !taken)
            return fail(taken.error());
        if (isStillThere(file, name))
            return lock;
    }
}

FileLock::~FileLock() {
    ::close(file_);
}

Result<void, VaultError> FileLock::change(Kind kind) {
    const int operation = kind == Kind::Shared ? LOCK_SH : LOCK_EX;
    while (::flock(file_, operation | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK)
            return fail(VaultError::InUse);
        if (errno != EINTR)
            return fail(errorOfErrno(errno));
    }
    return {};
}

} // namespace mend::vault
