#pragma once
// An introduction as CBOR, as it is sent and as it is signed.

#include "core/record/cbor.h"
#include "core/sync/replica.h"

namespace mend::sync::words {

cbor::Value encode(const Introduction& introduction);
// Nothing if a field is missing or breaks domain's rules (a name that dresses up as something
// else).
std::optional<Introduction> decode(const cbor::Value& value);

} // namespace mend::sync::words
