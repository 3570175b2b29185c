#pragma once
// Ideas for a gesture, a few at a time, each with what to mind about the other's pace (B16, B23,
// B25).

#include "core/guide/prompts.h"

#include <QWidget>

class QVBoxLayout;

namespace mend::ui {

class GestureIdeas : public QWidget {
    Q_OBJECT
public:
    explicit GestureIdeas(std::vector<guide::GestureIdea> ideas, QWidget* parent = nullptr);

private:
    void showNext();

    std::vector<guide::GestureIdea> m_ideas;
    std::size_t m_next = 0; ///< the first that isn't shown yet
    QVBoxLayout* m_column;
    QWidget* m_shown = nullptr;
};

} // namespace mend::ui
