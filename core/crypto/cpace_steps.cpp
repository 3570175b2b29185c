#include "core/crypto/cpace_steps.h"

#include "core/crypto/raw.h"

#include <algorithm>
#include <sodium.h>

namespace mend::crypto {

static_assert(CpaceShare::size == crypto_core_ristretto255_BYTES);
static_assert(crypto_core_ristretto255_SCALARBYTES == CpaceShare::size);

namespace {

constexpr char dsi[] = "CPaceRistretto255";
constexpr qsizetype blockSize = 128; // Bytes SHA-512 takes in at once (the draft's s_in_bytes).

void appendLengthValue(QByteArray& out, QByteArrayView part) {
    auto length = quint64(part.size());
    for (; length >= 0x80; length >>= 7)
        out.append(char(0x80 | (length & 0x7f)));
    out.append(char(length));
    out.append(part);
}

} // namespace

QByteArray lvCat(Parts parts) {
    QByteArray out;
    for (const QByteArrayView part : parts)
        appendLengthValue(out, part);
    return out;
}

QByteArray transcriptIr(const CpaceShare& ya, QByteArrayView ada, const CpaceShare& yb,
                        QByteArrayView adb) {
    return lvCat({ya.view(), ada, yb.view(), adb});
}

SecretBytes generatorString(QByteArrayView prs, QByteArrayView ci, QByteArrayView sid) {
    const qsizetype taken = lvCat({prs}).size() + lvCat({dsi}).size() + 1;
    const QByteArray padding(std::max<qsizetype>(0, blockSize - taken), '\0');
    QByteArray text = lvCat({dsi, prs, padding, ci, sid});
    SecretBytes result = SecretBytes::copyOf(QByteArrayView(text));
    wipe(std::as_writable_bytes(std::span(text.data(), std::size_t(text.size()))));
    return result;
}

SecretBytes calculateGenerator(QByteArrayView prs, QByteArrayView ci, QByteArrayView sid) {
    const SecretBytes hash = sha512({generatorString(prs, ci, sid).view()});
    SecretBytes generator(crypto_core_ristretto255_BYTES);
    mustSucceed(crypto_core_ristretto255_from_hash(raw(generator.span().data()),
                                                   raw(hash.span().data())) == 0);
    return generator;
}

Result<SecretBytes, CryptoError> scalarMultVfy(const SecretBytes& scalar, QByteArrayView point) {
    if (scalar.size() != crypto_core_ristretto255_SCALARBYTES ||
        point.size() != crypto_core_ristretto255_BYTES)
        return fail(CryptoError::BadInput);
    SecretBytes product(crypto_core_ristretto255_BYTES);
    // Refuses what does not decode, and a product that is the identity; the identity itself is a
    // valid encoding, so asking crypto_core_ristretto255_is_valid_point would not be enough.
    if (crypto_scalarmult_ristretto255(raw(product.span().data()), raw(scalar.span().data()),
                                       raw(point.data())) != 0)
        return fail(CryptoError::BadPoint);
    return product;
}

} // namespace mend::crypto
