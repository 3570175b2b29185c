#pragma once
// Where the parts of a timeline's row stand: one seam in the middle, you to its left, the other to
// its right (mirrored where the language is). At most five lines; the rest opens with the row.

#include "ui/models/timeline_model.h"

#include <QRect>
#include <QTextLayout>
#include <memory>

namespace mend::ui {

class RowLayout {
public:
    static constexpr int mostLines = 5; // with the line of remarks

    // `width` in pixels.
    RowLayout(const TimelineRow& row, int width, Qt::LayoutDirection direction);

    int height() const { return height_; }
    QRect heading() const { return heading_; } // null without one
    QRect seam() const { return seam_; }       // below the heading
    QRect seamOfHeading() const { return seamOfHeading_; }
    QRect card() const { return card_; }
    int cardHeight() const; // with the space below it
    bool isOther() const { return other_; }
    QRect bar() const { return bar_; }   // in the author's hue, beside the seam
    QRect foot() const { return foot_; } // remarks and "more"; null without
    bool isCut() const { return cut_; }  // there is more to read than fits
    int lines() const;

    // To where the flow has put it: the card so far up, and the seam's piece so high.
    void moveTo(int lift, int height);

    // Draws title and words where they belong.
    void paintText(QPainter& painter, const QColor& title, const QColor& body) const;

private:
    int lay(QTextLayout& layout, int width, int most, int top);
    void layTexts(const TimelineRow& row, int width);
    void mirror(int width);

    // As they were laid out; a copy that is moved draws the same.
    std::shared_ptr<QTextLayout> title_;
    std::shared_ptr<QTextLayout> body_;
    QRect heading_;
    QRect seam_;
    QRect seamOfHeading_;
    QRect card_;
    QRect bar_;
    QRect foot_;
    QPoint text_; // where title and body start
    int height_ = 0;
    bool cut_ = false;
    bool other_ = false; // on the other's side
};

} // namespace mend::ui
