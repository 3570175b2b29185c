#pragma once
// A passphrase as bytes: UTF-8 of its Unicode form NFC, so that every keyboard's ü is the same ü.

#include "core/crypto/secret_bytes.h"

#include <QStringView>

namespace mend::crypto {

class Passphrase {
public:
    static constexpr qsizetype maxLength = 1024; // UTF-16 units. Longer is a paste by mistake.

    // BadInput: empty, too long, or not valid Unicode. The copies made here are wiped. Not in our
    // hands: what `text` looks at (a widget's text, its undo steps, what the input method saw) and
    // what Qt needs while it normalises.
    static Result<Passphrase, CryptoError> fromText(QStringView text);

    const SecretBytes& bytes() const { return bytes_; }

private:
    explicit Passphrase(SecretBytes bytes) : bytes_(std::move(bytes)) {}
    SecretBytes bytes_;
};

} // namespace mend::crypto
