#pragma once
// One line of a checklist: how it stands as a mark, the title, and below it the state in words.

#include "core/domain/entry_kinds.h"
#include "ui/theme/tokens.h"

#include <QPushButton>

class QPainter;

namespace mend::ui {

// A ring: not started. Half filled: working on it. Filled, with a tick: done. A dash: not for us.
void paintStepMark(QPainter& painter, const QRectF& rect, StepState state, const Tokens& t);

class StepRow : public QPushButton {
    Q_OBJECT
public:
    StepRow(const QString& id, const QString& title, QWidget* parent = nullptr);

    const QString& id() const { return m_id; }
    void setStepState(StepState state);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect titleRect(int width) const;
    int captionHeight() const;

    QString m_id;
    QString m_title;
    StepState m_state = StepState::None;
};

} // namespace mend::ui
