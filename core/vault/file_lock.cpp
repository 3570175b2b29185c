#include "core/vault/file_lock.h"

#include "core/vault/durable_file.h"

#include <QFile>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace mend::vault {

Result<std::unique_ptr<FileLock>, VaultError> FileLock::take(const QString& path, Kind kind) {
    const int file = ::open(QFile::encodeName(path).constData(),
                            O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return fail(errorOfErrno(errno));
    std::unique_ptr<FileLock> lock(new FileLock(file));
    if (const auto taken = lock->change(kind); !taken)
        return fail(taken.error());
    return lock;
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
