#pragma once
// Frames on a TLS connection: length (4 bytes, big-endian, at most the limit) ‖ one CBOR message.

#include "core/base/result.h"

#include <QByteArray>
#include <vector>

namespace mend::sync {

inline constexpr quint32 frameLimit = 1024 * 1024;      // Bytes. A full batch is half of it.
inline constexpr quint32 pairingFrameLimit = 16 * 1024; // Bytes. Nothing in pairing is longer.

QByteArray frame(QByteArrayView message);

enum class FrameError { TooLarge, Empty };

// Cuts a stream into messages, whatever pieces it comes in. After an error it takes nothing more.
class FrameReader {
public:
    explicit FrameReader(quint32 limit) : limit_(limit) {}
    Result<std::vector<QByteArray>, FrameError> feed(QByteArrayView bytes);

private:
    Result<bool, FrameError> takeOne(std::vector<QByteArray>& out);
    quint32 limit_;
    QByteArray buffer_;
    std::optional<FrameError> failed_;
};

} // namespace mend::sync
