#pragma once
// Stable names of an enum's values, kept in one table a type. Its values count from 0, in the
// table's order.

#include <QLatin1String>
#include <QString>
#include <QStringView>
#include <array>
#include <cstddef>
#include <optional>

namespace mend {

template <std::size_t N>
using Names = std::array<QLatin1String, N>;

// Null for a value outside the enum.
template <std::size_t N, class Enum>
QString nameIn(const Names<N>& names, Enum value) {
    const auto index = static_cast<std::size_t>(value);
    return index < N ? QString(names[index]) : QString();
}

template <class Enum, std::size_t N>
std::optional<Enum> valueIn(const Names<N>& names, QStringView name) {
    for (std::size_t i = 0; i < N; ++i) {
        if (name == names[i])
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace mend
