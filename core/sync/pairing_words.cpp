#include "core/sync/pairing_words.h"

#include "core/domain/text.h"

namespace mend::sync::words {

using cbor::Map;
using cbor::Value;
using namespace Qt::StringLiterals;

Value encode(const Introduction& introduction) {
    return Map{{u"identity"_s, introduction.identity.toByteArray()},
               {u"sealing"_s, introduction.sealingKey.toByteArray()},
               {u"name"_s, introduction.name},
               {u"role"_s, mend::name(introduction.role)},
               {u"relation"_s, mend::name(introduction.relation)},
               {u"port"_s, int(introduction.port)}};
}

namespace {
QString textAt(const Value& map, QStringView key) {
    const Value* value = map.at(key);
    return value && value->text() ? *value->text() : QString();
}
template <class Fixed>
std::optional<Fixed> fixedAt(const Value& map, QStringView key) {
    const Value* value = map.at(key);
    return value && value->bytes() ? Fixed::from(*value->bytes()) : std::nullopt;
}
constexpr quint64 noPort = 65536; // one more than the highest
} // namespace

std::optional<Introduction> decode(const Value& value) {
    const auto identity = fixedAt<IdentityId>(value, u"identity");
    const auto sealing = fixedAt<SealingKeyId>(value, u"sealing");
    const QString name = textAt(value, u"name");
    const auto role = roleFromName(textAt(value, u"role"));
    const auto relation = relationFromName(textAt(value, u"relation"));
    const Value* port = value.at(u"port");
    const quint64 number = (port ? port->unsignedInteger() : std::nullopt).value_or(noPort);
    if (!identity || !sealing || checkName(name) || !role || !relation || number >= noPort)
        return std::nullopt;
    return Introduction{*identity, *sealing, name, *role, *relation, quint16(number)};
}

} // namespace mend::sync::words
