#include "ui/pages/timeline/row_layout.h"

#include "ui/theme/type.h"
#include "ui/widgets/seam_painter.h"

#include <QFontMetrics>
#include <QPainter>
#include <algorithm>

namespace mend::ui {
namespace {

constexpr int padding = space::oneHalf; // of a card
constexpr int barWidth = 3;
// Characters. More than five lines of a card ever hold; laying out a whole page for them is waste.
constexpr int longestLaid = 1200;

// Above and below the words: a quiet line has no card around it.
int paddingOf(const TimelineRow& row) {
    return row.text.quiet ? space::half : padding;
}

int lineHeightOf(TextRole role) {
    return qRound(font(role).pixelSize() * lineHeight(role));
}

std::shared_ptr<QTextLayout> layoutOf(QString text, TextRole role, Qt::LayoutDirection direction) {
    text.truncate(longestLaid);
    text.replace(u'\n', QChar::LineSeparator);
    auto layout = std::make_shared<QTextLayout>(text, font(role));
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // Each text reads its own way; where it doesn't say, the language's.
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LayoutDirectionAuto);
    option.setAlignment(direction == Qt::RightToLeft ? Qt::AlignRight | Qt::AlignAbsolute
                                                     : Qt::AlignLeft | Qt::AlignAbsolute);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    return layout;
}

} // namespace

RowLayout::RowLayout(const TimelineRow& row, int width, Qt::LayoutDirection direction) {
    const int side = (width - seamWidth) / 2;
    const int inner = side - 2 * padding;
    title_ =
        layoutOf(row.text.title, row.text.quiet ? TextRole::Body : TextRole::BodyStrong, direction);
    body_ = layoutOf(row.text.body, TextRole::Body, direction);
    int top = 0;
    if (!row.heading.isEmpty()) {
        const int headingHeight = lineHeightOf(TextRole::Card);
        seamOfHeading_ = QRect(side, 0, seamWidth, headingHeight + space::three);
        heading_ = QRect(0, space::two, width, headingHeight);
        top = seamOfHeading_.height() + (row.shards.empty() ? 0 : space::half);
    }
    other_ = row.by == mend::Person::Partner;
    card_ = QRect(other_ ? side + seamWidth : 0, top, side, 0);
    text_ = card_.topLeft() + QPoint(padding, paddingOf(row));
    layTexts(row, inner);
    const int cardBottom = card_.bottom() + 1;
    const int shardsBottom = top + (row.shards.empty() ? 0 : seamHeight(row.shards) + space::half);
    height_ = std::max(cardBottom, shardsBottom) + space::one;
    const int seamTop = heading_.isNull() ? 0 : seamOfHeading_.bottom() + 1;
    seam_ = QRect(side, seamTop, seamWidth, height_ - seamTop);
    bar_ = QRect(other_ ? card_.left() : card_.right() + 1 - barWidth, card_.top() + padding,
                 barWidth, card_.height() - 2 * padding);
    if (direction == Qt::RightToLeft)
        mirror(width);
}

// Title, then words, then the line of remarks: never more than five.
void RowLayout::layTexts(const TimelineRow& row, int width) {
    const bool remarks = !remarksLine(row.text).isEmpty();
    const auto layAll = [&](int most) {
        cut_ = row.text.body.size() > longestLaid || !row.text.held.isEmpty();
        int top = lay(*title_, width, std::min(most, 3), 0);
        const int left = most - title_->lineCount();
        if (!row.text.body.isEmpty() && left > 0)
            top = lay(*body_, width, left, top);
        return top;
    };
    int top = layAll(remarks ? mostLines - 1 : mostLines);
    if (cut_ && !remarks)
        top = layAll(mostLines - 1); // room for "more"
    card_.setHeight(top + 2 * paddingOf(row));
    if (remarks || cut_) {
        const int footHeight = lineHeightOf(TextRole::Caption);
        foot_ = QRect(text_.x(), text_.y() + top, width, footHeight);
        card_.setHeight(card_.height() + footHeight);
    }
}

// Lays out at most `most` lines from `top` on; the height below them is given back.
int RowLayout::lay(QTextLayout& layout, int width, int most, int top) {
    const double leading = layout.font().pixelSize() * lineHeight(TextRole::Body);
    layout.clearLayout();
    layout.beginLayout();
    double y = top;
    for (int i = 0; i <= most; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        if (i == most) { // one too many: it only tells that there is more
            line.setPosition({-100000.0, 0.0});
            cut_ = true;
            break;
        }
        line.setPosition({0.0, y + (leading - line.height()) / 2});
        y += leading;
    }
    layout.endLayout();
    return qCeil(y);
}

void RowLayout::mirror(int width) {
    const auto mirrored = [width](QRect rect) {
        return rect.isNull()
                   ? rect
                   : QRect(width - rect.right() - 1, rect.top(), rect.width(), rect.height());
    };
    const int inset = text_.x() - card_.left();
    for (QRect* rect : {&heading_, &seam_, &seamOfHeading_, &card_, &bar_, &foot_})
        *rect = mirrored(*rect);
    text_.setX(card_.left() + inset);
}

int RowLayout::cardHeight() const {
    return card_.height() + space::one;
}

void RowLayout::moveTo(int lift, int height) {
    for (QRect* rect : {&card_, &bar_})
        rect->translate(0, -lift);
    if (!foot_.isNull())
        foot_.translate(0, -lift);
    text_.ry() -= lift;
    height_ = height;
    seam_.setHeight(height_ - seam_.top());
}

int RowLayout::lines() const {
    const auto shown = [](const QTextLayout& layout) {
        int count = 0;
        for (int i = 0; i < layout.lineCount(); ++i)
            count += layout.lineAt(i).x() >= -1000.0 ? 1 : 0;
        return count;
    };
    return shown(*title_) + shown(*body_) + (foot_.isNull() ? 0 : 1);
}

void RowLayout::paintText(QPainter& painter, const QColor& title, const QColor& body) const {
    const auto paint = [&](const QTextLayout& layout, const QColor& color) {
        painter.setPen(color);
        for (int i = 0; i < layout.lineCount(); ++i)
            if (const QTextLine line = layout.lineAt(i); line.x() >= -1000.0)
                line.draw(&painter, text_);
    };
    paint(*title_, title);
    paint(*body_, body);
}

} // namespace mend::ui
