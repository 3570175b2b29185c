#include "ui/pages/checklist/gesture_ideas.h"

#include "ui/theme/button_kind.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/point.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

constexpr std::size_t atATime = 3;

WrapLabel* words(const QString& text, TextRole role = TextRole::Body) {
    auto* label = new WrapLabel(text, role);
    label->setAccessibleName(text);
    return label;
}

void addIdea(QVBoxLayout& column, const guide::GestureIdea& idea) {
    column.addLayout(point(words(idea.text)));
    if (idea.pace.isEmpty())
        return;
    WrapLabel* pace = words(idea.pace, TextRole::Caption);
    pace->setTone(&Tokens::inkSoft);
    auto* line = new QHBoxLayout;
    line->setSpacing(0);
    line->addSpacing(pointIndent());
    line->addWidget(pace, 1);
    column.addLayout(line);
}

} // namespace

GestureIdeas::GestureIdeas(std::vector<guide::GestureIdea> ideas, QWidget* parent)
    : QWidget(parent), m_ideas(std::move(ideas)), m_column(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("gestureIdeas"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::one);
    showNext();
    if (m_ideas.size() <= atATime)
        return;
    auto* others = new QPushButton(tr("Other ideas"));
    others->setObjectName(QStringLiteral("otherIdeas"));
    setButtonKind(others, ButtonKind::Quiet);
    m_column->addWidget(others, 0, Qt::AlignLeft);
    connect(others, &QPushButton::clicked, this, &GestureIdeas::showNext);
}

// After the last come the first again.
void GestureIdeas::showNext() {
    delete m_shown;
    m_shown = new QWidget;
    auto* column = new QVBoxLayout(m_shown);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    if (m_next >= m_ideas.size())
        m_next = 0;
    const std::size_t end = std::min(m_next + atATime, m_ideas.size());
    for (; m_next < end; ++m_next)
        addIdea(*column, m_ideas[m_next]);
    m_column->insertWidget(0, m_shown);
}

} // namespace mend::ui
