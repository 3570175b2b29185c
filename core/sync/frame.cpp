#include "core/sync/frame.h"

#include <QtEndian>

namespace mend::sync {

namespace {
constexpr qsizetype lengthSize = 4; // Bytes.
}

QByteArray frame(QByteArrayView message) {
    QByteArray result(lengthSize, '\0');
    qToBigEndian(quint32(message.size()), result.data());
    return result.append(message);
}

Result<std::vector<QByteArray>, FrameError> FrameReader::feed(QByteArrayView bytes) {
    if (failed_)
        return fail(*failed_);
    buffer_.append(bytes);
    std::vector<QByteArray> out;
    for (;;) {
        const auto took = takeOne(out);
        if (!took) {
            failed_ = took.error();
            buffer_.clear();
            return fail(*failed_);
        }
        if (!*took)
            return out;
    }
}

Result<bool, FrameError> FrameReader::takeOne(std::vector<QByteArray>& out) {
    if (buffer_.size() < lengthSize)
        return false;
    const quint32 length = qFromBigEndian<quint32>(buffer_.constData());
    if (length > limit_)
        return fail(FrameError::TooLarge);
    if (length == 0)
        return fail(FrameError::Empty);
    if (buffer_.size() - lengthSize < qsizetype(length))
        return false;
    out.push_back(buffer_.sliced(lengthSize, length));
    buffer_.remove(0, lengthSize + length);
    return true;
}

} // namespace mend::sync
