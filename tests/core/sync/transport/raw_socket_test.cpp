// What is read of a socket below Qt, on a pair of connected ones.

#include "core/sync/transport/raw_socket.h"

#include <array>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace mend::sync;

namespace {

struct RawSocket : testing::Test {
    std::array<int, 2> ends{-1, -1};
    QByteArray got;

    void SetUp() override { ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0); }
    void TearDown() override {
        for (const int end : ends)
            if (end >= 0)
                raw::close(end);
    }
    void say(const char* words) {
        ASSERT_EQ(::write(ends[1], words, std::strlen(words)), ssize_t(std::strlen(words)));
    }
    void leave() { raw::close(std::exchange(ends[1], -1)); }
    raw::Read read(qsizetype most = 64) { return raw::readNow(ends[0], most, got); }
};

} // namespace

TEST_F(RawSocket, NothingThereIsNoEnd) {
    EXPECT_EQ(read(), raw::Read::Nothing);
    EXPECT_TRUE(got.isEmpty());
}

TEST_F(RawSocket, WhatIsThereIsAppendedAndNoMoreThanWasAsked) {
    say("preamble");
    EXPECT_EQ(read(3), raw::Read::Some);
    EXPECT_EQ(got, "pre");
    EXPECT_EQ(read(5), raw::Read::Some);
    EXPECT_EQ(got, "preamble");
    EXPECT_EQ(read(), raw::Read::Nothing);
}

TEST_F(RawSocket, WhoLeftIsTheEndOnceTheirLastWordsAreRead) {
    say("bye");
    leave();
    EXPECT_EQ(read(), raw::Read::Some);
    EXPECT_EQ(read(), raw::Read::Closed);
    EXPECT_EQ(got, "bye");
}

TEST_F(RawSocket, ABrokenOneIsTheEndToo) {
    EXPECT_EQ(raw::readNow(-1, 64, got), raw::Read::Closed);
    EXPECT_TRUE(got.isEmpty());
}
