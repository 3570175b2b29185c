#pragma once
// Damage as it comes: bits flipped, bytes changed, lost, doubled, cut off, or taken from elsewhere.

#include "tests/support/fixed_random.h"

#include <algorithm>

namespace mend::fuzz {

class Mutator {
public:
    explicit Mutator(quint64 seed) : random_(seed) {}

    // `bytes` after one to four accidents; `other` is what pieces are taken from.
    QByteArray mutant(QByteArray bytes, const QByteArray& other) {
        for (quint32 left = 1 + random_.below(4); left > 0; --left)
            damage(bytes, other);
        return bytes;
    }
    quint32 below(quint32 bound) { return random_.below(bound); }

private:
    qsizetype place(const QByteArray& bytes) {
        return qsizetype(random_.below(quint32(std::max<qsizetype>(1, bytes.size()))));
    }
    QByteArray piece(const QByteArray& bytes) {
        return bytes.mid(place(bytes), 1 + random_.below(40));
    }

    void damage(QByteArray& bytes, const QByteArray& other) {
        const qsizetype at = place(bytes);
        switch (bytes.isEmpty() ? 3 : random_.below(7)) {
        case 0:
            bytes[at] = char(bytes[at] ^ (1 << random_.below(8)));
            break;
        case 1:
            bytes[at] = char(random_.below(256));
            break;
        case 2:
            bytes.truncate(at);
            break;
        case 3:
            bytes.insert(at, char(random_.below(256)));
            break;
        case 4:
            bytes.remove(at, 1 + random_.below(4));
            break;
        case 5:
            bytes.insert(at, piece(bytes));
            break;
        default:
            bytes.insert(at, piece(other));
        }
    }

    test::FixedRandom random_;
};

} // namespace mend::fuzz
