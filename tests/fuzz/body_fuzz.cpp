// A record's body. The input's first byte says of which kind; one that no kind has stands for a
// kind this version doesn't know.

#include "core/record/body.h"
#include "tests/fuzz/require.h"
#include "tests/support/random_content.h"

using namespace mend;
using namespace mend::record;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const bool known = data[0] < test::allKinds.size();
    const QString kind = known ? name(test::allKinds[data[0]]) : QStringLiteral("of.tomorrow");
    const auto body = decodeBody(kind, fuzz::view(data + 1, size - 1));
    if (!body)
        return 0;
    require(known, "a kind nobody knows isn't read");
    require(name(kindOf(body->content)) == kind, "a body is of the kind that was asked for");
    const auto bytes = encodeBody(*body, Salt());
    require(bytes.has_value(), "what was read can be written");
    const auto again = decodeBody(kind, *bytes);
    require(again && again->content == body->content && again->replaces == body->replaces,
            "a body means one thing");
    return 0;
}
