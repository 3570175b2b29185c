#include "ui/pages/timeline/row_layouts.h"

#include "ui/theme/type.h"

#include <utility>

namespace mend::ui {

const RowLayout& RowLayouts::of(const TimelineRow& row, int width, Qt::LayoutDirection direction) {
    // All sizes of text grow together.
    Look look{width, direction, font(TextRole::Body)};
    if (m_look != look) {
        m_kept.clear();
        m_look = std::move(look);
    }
    const auto found = m_kept.find(row.id);
    if (found != m_kept.end() && found->second.row == row) {
        found->second.round = m_round;
        return found->second.layout;
    }
    Kept made{row, RowLayout(row, width, direction), m_round};
    return m_kept.insert_or_assign(row.id, std::move(made)).first->second.layout;
}

void RowLayouts::forgetOthers() {
    std::erase_if(m_kept, [this](const auto& each) { return each.second.round != m_round; });
    ++m_round;
}

} // namespace mend::ui
