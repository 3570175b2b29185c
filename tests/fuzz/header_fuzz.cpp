// A record's header: what is taken is written as exactly the bytes it came in.

#include "core/record/record.h"
#include "tests/fuzz/require.h"

using namespace mend;
using namespace mend::record;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
    const QByteArrayView bytes = fuzz::view(data, size);
    const auto header = decodeHeader(bytes);
    const auto whole = read(bytes, std::nullopt);
    require(header.has_value() == whole.has_value(), "a record is as readable as its header");
    if (!header)
        return 0;
    require(bytes.size() <= headerLimit, "a header stays within its limit");
    require(encode(*header) == bytes, "a header has one spelling");
    require(whole->header == *header && whole->id == recordId(bytes), "a record is its header's");
    require((header->seq == 0) == !header->prev, "only the first follows nothing");
    (void)checkRules(*header);
    require(!read(bytes, QByteArrayView("another")), "a body must be the one that is named");
    return 0;
}
