#include "core/base/random.h"

namespace mend {

quint32 Random::below(quint32 bound) {
    const quint32 limit =
        quint32(-bound) % bound; // 2^32 mod bound: values below it would be biased
    for (;;) {
        quint32 value = 0;
        fill(std::as_writable_bytes(std::span(&value, 1)));
        if (value >= limit)
            return value % bound;
    }
}

QByteArray Random::bytes(qsizetype count) {
    QByteArray result(count, Qt::Uninitialized);
    fill(std::as_writable_bytes(std::span(result.data(), std::size_t(count))));
    return result;
}

} // namespace mend
