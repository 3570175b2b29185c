#include "core/crypto/passphrase.h"

#include <QString>

namespace mend::crypto {

namespace {

// Writes through the constant pointer on purpose: the other way detaches, and would wipe a copy.
template <class Text>
void wipeText(Text& text) {
    using Unit = std::remove_cvref_t<decltype(*text.constData())>;
    auto* units = const_cast<Unit*>(text.constData());
    wipe(std::as_writable_bytes(std::span(units, std::size_t(text.size()))));
}

} // namespace

Result<Passphrase, CryptoError> Passphrase::fromText(QStringView text) {
    if (text.isEmpty() || text.size() > maxLength || !text.isValidUtf16())
        return fail(CryptoError::BadInput);
    QString own(text.data(), text.size());
    QString normal = own.normalized(QString::NormalizationForm_C);
    QByteArray utf8 = normal.toUtf8();
    Passphrase passphrase(SecretBytes::copyOf(QByteArrayView(utf8)));
    wipeText(utf8);
    wipeText(normal);
    wipeText(own);
    return passphrase;
}

} // namespace mend::crypto
