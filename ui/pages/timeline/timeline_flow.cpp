#include "ui/pages/timeline/timeline_flow.h"

#include "ui/pages/timeline/row_layout.h"

#include <algorithm>

namespace mend::ui {

void TimelineFlow::add(const RowLayout& row) {
    RowPlace place;
    place.top = m_bottom;
    place.startsDay = !row.heading().isNull();
    if (place.startsDay) {
        m_bottomYou = m_bottomThem = m_bottom + row.card().top();
        place.height = row.height();
    }
    int& side = row.isOther() ? m_bottomThem : m_bottomYou;
    const int cardTop = side;
    side += row.cardHeight();
    if (!place.startsDay) {
        place.height = std::max(1, side - m_bottom);
        place.lift = place.top - cardTop;
    }
    place.card = row.card();
    place.card.moveTop(cardTop);
    m_bottom = place.top + place.height;
    m_greatestLift = std::max(m_greatestLift, place.lift);
    m_places.push_back(place);
}

std::optional<int> TimelineFlow::rowAt(int y) const {
    const auto after =
        std::upper_bound(m_places.begin(), m_places.end(), y,
                         [](int height, const RowPlace& place) { return height < place.top; });
    if (after == m_places.begin() || y >= m_bottom)
        return std::nullopt;
    return int(after - m_places.begin()) - 1;
}

// A card reaches above its row's piece of the seam, never below it.
std::optional<int> TimelineFlow::cardAt(QPoint at) const {
    const auto first = rowAt(at.y());
    if (!first)
        return std::nullopt;
    for (auto row = std::size_t(*first); row < m_places.size(); ++row) {
        if (row > std::size_t(*first) && m_places[row].startsDay)
            break;
        if (m_places[row].card.contains(at))
            return int(row);
    }
    return std::nullopt;
}

} // namespace mend::ui
