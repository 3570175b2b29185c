// Frames: whatever pieces a stream comes in, its messages come out; a length is judged first.

#include "core/sync/frame.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace mend;
using namespace mend::sync;

namespace {

std::vector<QByteArray> fedIn(FrameReader& reader, const QByteArray& stream, qsizetype piece) {
    std::vector<QByteArray> all;
    for (qsizetype at = 0; at < stream.size(); at += piece) {
        const auto got =
            reader.feed(QByteArrayView(stream).sliced(at, std::min(piece, stream.size() - at)));
        if (!got)
            return {};
        all.insert(all.end(), got->begin(), got->end());
    }
    return all;
}

} // namespace

TEST(Frame, IsALengthInFourBytesAndTheMessage) {
    EXPECT_EQ(frame("abc"), QByteArray("\0\0\0\3abc", 7));
    EXPECT_EQ(frame(QByteArray(0x01020304 >> 8, 'x')).first(4), QByteArray("\0\1\2\3", 4));
}

TEST(Frame, PiecesOfEverySizeGiveTheSameMessages) {
    const std::vector<QByteArray> messages{"one", QByteArray(300, 'y'), "3", QByteArray(5, '\0')};
    QByteArray stream;
    for (const QByteArray& message : messages)
        stream += frame(message);
    for (qsizetype piece = 1; piece <= stream.size(); ++piece) {
        FrameReader reader(1000);
        ASSERT_EQ(fedIn(reader, stream, piece), messages) << piece;
    }
}

TEST(Frame, ALengthOverTheLimitIsRefusedByItsFourBytesAlone) {
    FrameReader reader(1000);
    EXPECT_EQ(reader.feed(QByteArray("\0\0\3\xe9", 4)).error(), FrameError::TooLarge);
    FrameReader huge(frameLimit);
    EXPECT_EQ(huge.feed(QByteArray("\xff\xff\xff\xff", 4)).error(), FrameError::TooLarge);
    FrameReader exact(1000);
    EXPECT_EQ(exact.feed(frame(QByteArray(1000, 'z')))->size(), 1u);
}

TEST(Frame, AnEmptyMessageIsRefused) {
    FrameReader reader(1000);
    EXPECT_EQ(reader.feed(QByteArray(4, '\0')).error(), FrameError::Empty);
}

TEST(Frame, AfterAnErrorNothingMoreIsTaken) {
    FrameReader reader(1000);
    ASSERT_FALSE(reader.feed(QByteArray(4, '\0')));
    EXPECT_EQ(reader.feed(frame("good")).error(), FrameError::Empty);
}

RC_GTEST_PROP(Frames, AnyBytesAreCutOrRefused, (const std::vector<char>& noise, quint8 piece)) {
    FrameReader reader(64);
    const QByteArray bytes(noise.data(), qsizetype(noise.size()));
    for (const QByteArray& message : fedIn(reader, bytes, piece + 1)) {
        RC_ASSERT(!message.isEmpty());
        RC_ASSERT(message.size() <= 64);
    }
}
