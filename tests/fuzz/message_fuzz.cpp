// The messages of replication: what is taken can be said again, and stays within its limits.

#include "core/sync/frame.h"
#include "core/sync/message.h"
#include "tests/fuzz/require.h"

using namespace mend;
using namespace mend::sync;
using fuzz::require;

namespace {

bool equal(const Batch& a, const Batch& b) {
    const auto same = [](const record::Record& x, const record::Record& y) {
        return x.id == y.id && x.headerBytes == y.headerBytes && x.body == y.body;
    };
    return a.head.head == b.head.head && a.head.signature == b.head.signature &&
           std::equal(a.records.begin(), a.records.end(), b.records.begin(), b.records.end(), same);
}
bool equal(const record::Ack& a, const record::Ack& b) {
    return a.mine == b.mine && a.held == b.held && a.signature == b.signature;
}
template <class M>
bool equal(const M& a, const M& b) {
    return a == b;
}

void check(const Batch& batch) {
    require(!batch.records.empty() && batch.records.size() <= std::size_t(record::batchRecordLimit),
            "a batch has records, and not too many");
}
void check(const Lacking& lacking) {
    require(lacking.ids.size() <= std::size_t(lackingLimit), "a question has a limit");
}
void check(const Bodies& bodies) {
    require(bodies.bodies.size() <= std::size_t(lackingLimit), "an answer has a limit");
    for (const BodyOf& body : bodies.bodies)
        require(body.second.size() <= record::bodyLimit, "a body has a limit");
}
void check(const Hello& hello) {
    require(hello.at >= 0, "a clock begins in 1970");
}
template <class M>
void check(const M&) {}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
    const QByteArrayView bytes = fuzz::view(data, size);
    const auto message = decode(bytes);
    if (!message)
        return 0;
    require(bytes.size() <= qsizetype(frameLimit), "a message fits a frame");
    std::visit([](const auto& m) { check(m); }, *message);
    const auto again = decode(encode(*message));
    require(again && again->index() == message->index(), "what was read can be said again");
    std::visit(
        [&](const auto& m) {
            require(equal(m, std::get<std::decay_t<decltype(m)>>(*again)), "and says the same");
        },
        *message);
    return 0;
}
