// The CBOR reader that everything else stands on: what it takes, it would write itself.

#include "core/record/cbor.h"
#include "core/record/header.h"
#include "tests/fuzz/require.h"

using namespace mend;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
    const QByteArrayView bytes = fuzz::view(data, size);
    const auto value = cbor::decode(bytes, record::bodyLimit);
    if (!value)
        return 0;
    require(bytes.size() <= record::bodyLimit, "the limit holds");
    require(cbor::encode(*value) == bytes, "a value has one spelling");
    require(!cbor::decode(bytes.first(bytes.size() - 1), record::bodyLimit), "a cut value is none");
    require(!cbor::decode(bytes, bytes.size() - 1), "the limit is the caller's");
    return 0;
}
