#pragma once
// What Mend writes to its log while this lives.

#include "core/base/log.h"

#include <QByteArray>
#include <gtest/gtest.h>

namespace mend::test {

class Logged {
public:
    Logged() {
        testing::internal::CaptureStderr();
        log::enable(true);
    }
    ~Logged() { (void)lines(); }
    // All of it; nothing is written to it afterwards.
    QByteArray lines() const {
        if (!std::exchange(over_, true)) {
            log::enable(false);
            lines_ = QByteArray::fromStdString(testing::internal::GetCapturedStderr());
        }
        return lines_;
    }

private:
    mutable bool over_ = false;
    mutable QByteArray lines_;
};

} // namespace mend::test
