#include "ui/widgets/shard_widget.h"

#include "ui/models/day_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wrap_label.h"

#include <QGridLayout>
#include <QPainter>
#include <QStyle>
#include <algorithm>

namespace mend::ui {

ShardWidget::ShardWidget(DayState state, QWidget* parent)
    : ShardWidget(std::vector<DayState>{state}, parent) {}

ShardWidget::ShardWidget(const std::vector<DayState>& states, QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStates(states);
}

void ShardWidget::setStates(const std::vector<DayState>& states) {
    m_states = states;
    const QString text = shardsText(states);
    setToolTip(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ShardWidget::sizeHint() const {
    const int count = std::max(1, int(std::count_if(m_states.begin(), m_states.end(), isMarked)));
    return {count * shardSize + (count - 1) * shardGap, shardSize};
}

void ShardWidget::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    QRect place(0, (height() - shardSize) / 2, shardSize, shardSize);
    for (const DayState state : m_states) {
        if (!isMarked(state))
            continue;
        paintShard(painter, QStyle::visualRect(layoutDirection(), rect(), place), state, t);
        place.translate(shardSize + shardGap, 0);
    }
}

SeamLegend::SeamLegend(const guide::Legend& legend, QWidget* parent) : QWidget(parent) {
    setAccessibleName(legend.title);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::two);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    for (const guide::Mark& mark : legend.marks) {
        const int row = grid->rowCount();
        grid->addWidget(new ShardWidget(mark.state, this), row, 0, Qt::AlignCenter);
        grid->addWidget(
            new WrapLabel(capitalised(stateWords(mark.state)), TextRole::BodyStrong, this), row, 1);
        grid->addWidget(new WrapLabel(mark.text, TextRole::Body, this), row + 1, 1);
        grid->setRowMinimumHeight(row + 2, space::oneHalf);
    }
}

} // namespace mend::ui
