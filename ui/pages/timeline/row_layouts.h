#pragma once
// Rows of the timeline as they were last laid out. Breaking words into lines is most of what such a
// list costs, and of the rows it holds most stay as they are when others come.

#include "ui/pages/timeline/row_layout.h"

#include <QFont>
#include <map>

namespace mend::ui {

class RowLayouts {
public:
    // The row's layout, made anew only where something of it is another than it was.
    const RowLayout& of(const TimelineRow& row, int width, Qt::LayoutDirection direction);
    // Forgets those of rows that `of` was not asked for since this was called last.
    void forgetOthers();
    std::size_t count() const { return m_kept.size(); }

private:
    struct Look {
        int width = 0;
        Qt::LayoutDirection direction = Qt::LeftToRight;
        QFont font;
        bool operator==(const Look&) const = default;
    };
    struct Kept {
        TimelineRow row;
        RowLayout layout;
        int round;
    };
    Look m_look;
    std::map<RecordId, Kept> m_kept;
    int m_round = 0;
};

} // namespace mend::ui
