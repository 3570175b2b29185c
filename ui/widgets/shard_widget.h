#pragma once
// One or more shards in a line, with tooltip and accessible text; and the legend of all of them.

#include "ui/widgets/seam_painter.h"

#include <QWidget>

namespace mend::ui {

class ShardWidget : public QWidget {
    Q_OBJECT
public:
    explicit ShardWidget(ShardState state, QWidget* parent = nullptr);
    explicit ShardWidget(const QList<ShardState>& states, QWidget* parent = nullptr);
    void setStates(const QList<ShardState>& states);
    const QList<ShardState>& states() const { return m_states; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QList<ShardState> m_states;
};

/// "What the marks mean": every state that has a mark, with its sentence.
class SeamLegend : public QWidget {
    Q_OBJECT
public:
    explicit SeamLegend(QWidget* parent = nullptr);
};

} // namespace mend::ui
