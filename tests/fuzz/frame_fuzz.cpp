// Frames: however a stream is cut, the same messages come out, none over the limit.

#include "core/sync/frame.h"
#include "tests/fuzz/require.h"

using namespace mend;
using namespace mend::sync;
using fuzz::require;

namespace {

// A stream as it comes in: pieces of one size, to the end or the first error.
struct Read {
    std::vector<QByteArray> messages;
    bool failed = false;
};
Read readInPieces(QByteArrayView stream, qsizetype piece) {
    FrameReader reader(pairingFrameLimit);
    Read read;
    for (qsizetype at = 0; at < stream.size() && !read.failed; at += piece) {
        auto some = reader.feed(stream.sliced(at, std::min(piece, stream.size() - at)));
        read.failed = !some;
        if (some)
            read.messages.insert(read.messages.end(), some->begin(), some->end());
    }
    require(!read.failed || !reader.feed(frame("more")), "after an error nothing is taken");
    return read;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const QByteArrayView stream = fuzz::view(data, size).sliced(1);
    const Read byByte = readInPieces(stream, 1);
    const Read inPieces = readInPieces(stream, 1 + data[0]);
    require(byByte.failed == inPieces.failed, "an error is one however it comes");
    require(byByte.failed || byByte.messages == inPieces.messages, "pieces don't matter");
    QByteArray again;
    for (const QByteArray& message : byByte.messages) {
        require(!message.isEmpty() && message.size() <= qsizetype(pairingFrameLimit),
                "a message is within its limit");
        again += frame(message);
    }
    require(stream.startsWith(again), "what was read is what was sent");
    return 0;
}
