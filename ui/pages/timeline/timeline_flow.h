#pragma once
// Where the rows of the timeline stand. Within a day each person's entries follow one another on
// their own side, so that the two of them stand beside each other on one seam; a day begins below
// everything of the one before.

#include <QRect>
#include <optional>
#include <vector>

namespace mend::ui {

class RowLayout;

struct RowPlace {
    int top = 0;    // where its piece of the seam begins, from the list's own top
    int height = 0; // of that piece; at least a pixel, so that every row has one
    int lift = 0;   // how far above `top` its card stands, beside what is on the other side
    QRect card;     // from the list's own top
    bool startsDay = false;
};

class TimelineFlow {
public:
    void add(const RowLayout& row);
    const std::vector<RowPlace>& places() const { return m_places; }
    // The row whose piece of the seam is at that height, and the one whose card is there.
    std::optional<int> rowAt(int y) const;
    std::optional<int> cardAt(QPoint at) const;
    int greatestLift() const { return m_greatestLift; }

private:
    std::vector<RowPlace> m_places;
    int m_bottom = 0;     // of all so far
    int m_bottomYou = 0;  // of one's own side of the day
    int m_bottomThem = 0; // of the other side
    int m_greatestLift = 0;
};

} // namespace mend::ui
