#pragma once
// One or more shards in a line, with tooltip and accessible text; and the legend of all of them.

#include "core/guide/pages.h"
#include "ui/widgets/seam_painter.h"

#include <QWidget>

namespace mend::ui {

class ShardWidget : public QWidget {
    Q_OBJECT
public:
    explicit ShardWidget(DayState state, QWidget* parent = nullptr);
    explicit ShardWidget(const std::vector<DayState>& states, QWidget* parent = nullptr);
    void setStates(const std::vector<DayState>& states);
    const std::vector<DayState>& states() const { return m_states; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<DayState> m_states;
};

/// "What the marks mean": every state of a day with its mark, its words and what they mean.
class SeamLegend : public QWidget {
    Q_OBJECT
public:
    explicit SeamLegend(const guide::Legend& legend, QWidget* parent = nullptr);
};

} // namespace mend::ui
