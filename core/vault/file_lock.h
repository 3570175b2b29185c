#pragma once
// A lock on a file of the vault's folder, between processes and between Stores of one process
// (flock: it ends with its holder, so a crash leaves none behind).

#include "core/vault/vault_error.h"

#include <QString>
#include <memory>

namespace mend::vault {

class FileLock {
public:
    enum class Kind { Shared, Exclusive };
    // Makes the file if needed. InUse at once if somebody holds it otherwise; ReadOnly, Io.
    static Result<std::unique_ptr<FileLock>, VaultError> take(const QString& path, Kind kind);
    ~FileLock();
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;

    // InUse if another holds it: then this one may have lost its own and is to be given up.
    Result<void, VaultError> change(Kind kind);

private:
    explicit FileLock(int file) : file_(file) {}
    int file_; // descriptor
};

} // namespace mend::vault
