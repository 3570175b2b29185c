#include "ui/widgets/shard_widget.h"

#include "ui/theme/theme.h"
#include "ui/widgets/wrap_label.h"

#include <QGridLayout>
#include <QPainter>
#include <QStyle>
#include <algorithm>

namespace mend::ui {

ShardWidget::ShardWidget(ShardState state, QWidget* parent)
    : ShardWidget(QList<ShardState>{state}, parent) {}

ShardWidget::ShardWidget(const QList<ShardState>& states, QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setStates(states);
}

void ShardWidget::setStates(const QList<ShardState>& states) {
    m_states = states;
    const QString text = states.size() == 1 ? shardText(states.first()) : shardsText(states);
    setToolTip(text);
    setAccessibleName(text);
    updateGeometry();
    update();
}

QSize ShardWidget::sizeHint() const {
    const int count = std::max(1, int(std::count_if(m_states.begin(), m_states.end(), hasMark)));
    return {count * shardSize + (count - 1) * shardGap, shardSize};
}

void ShardWidget::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    QRect place(0, (height() - shardSize) / 2, shardSize, shardSize);
    for (const ShardState state : m_states) {
        if (!hasMark(state))
            continue;
        paintShard(painter, QStyle::visualRect(layoutDirection(), rect(), place), state, t);
        place.translate(shardSize + shardGap, 0);
    }
}

SeamLegend::SeamLegend(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("What the marks mean"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::oneHalf);
    grid->setVerticalSpacing(space::one);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const ShardState state :
         {ShardState::Confirmed, ShardState::Kept, ShardState::Partly, ShardState::MissedTold,
          ShardState::Differs, ShardState::Excused}) {
        grid->addWidget(new ShardWidget(state, this), row, 0, Qt::AlignCenter);
        grid->addWidget(new WrapLabel(shardText(state), TextRole::Body, this), row, 1);
        ++row;
    }
}

} // namespace mend::ui
