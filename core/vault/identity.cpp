#include "core/vault/identity.h"

#include "core/crypto/sealing.h"
#include "core/crypto/tls_identity.h"

namespace mend::vault {
namespace {

using crypto::Key;

// Names in the table `meta`.
constexpr std::string_view identityKey = "identity";
constexpr std::string_view tlsKey = "tls.key";
constexpr std::string_view tlsCertificate = "tls.certificate";
constexpr std::string_view sealingKey = "sealing";
constexpr std::string_view incarnationKey = "incarnation";

} // namespace

Own makeIdentity(Connection& connection, Random& random) {
    LogStore store(connection);
    auto identity = crypto::SigningKey::generate(random);
    const auto sealing = crypto::SealingKeyPair::generate(random);
    const auto tls = crypto::TlsIdentity::generate();
    const auto incarnation = random.fixed<Incarnation>();
    store.setValue(identityKey, identity.seed().view());
    store.setValue(sealingKey, sealing.secret().view());
    store.setValue(tlsKey, tls.privateKeyDer().view());
    store.setValue(tlsCertificate, tls.certificateDer());
    store.setValue(incarnationKey, incarnation.view());
    return Own{std::move(identity), crypto::SecretBytes::copyOf(tls.privateKeyDer().span()),
               tls.certificateDer(), sealing.id(), incarnation};
}

void renewIncarnation(Connection& connection, Random& random) {
    LogStore(connection).setValue(incarnationKey, random.fixed<Incarnation>().view());
}

Result<Own, VaultError> readIdentity(Connection& connection) {
    LogStore store(connection);
    const auto identity = Key::from(store.secretValue(identityKey));
    const auto sealing = Key::from(store.secretValue(sealingKey));
    auto tls = store.secretValue(tlsKey);
    const auto certificate = store.value(tlsCertificate);
    const auto incarnation = Incarnation::from(store.value(incarnationKey).value_or(QByteArray()));
    if (!identity || !sealing || tls.isEmpty() || !certificate || !incarnation)
        return fail(VaultError::Damaged);
    return Own{crypto::SigningKey::fromSeed(*identity), std::move(tls), *certificate,
               crypto::SealingKeyPair::fromSecret(*sealing).id(), *incarnation};
}

Result<Member, VaultError> signedMember(MemberFields fields, const Own& own, const LogId& log) {
    fields.identity = IdentityId(own.identity.publicKey());
    fields.certificate = crypto::certificateFingerprint(own.certificateDer);
    fields.sealingKey = own.sealingKey;
    fields.signature = record::signLog(own.identity, log, fields.continues);
    auto member = Member::create(std::move(fields));
    if (!member)
        return fail(VaultError::AgainstRules);
    return std::move(*member);
}

} // namespace mend::vault
