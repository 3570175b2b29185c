#include "ui/pages/journal/shelf_frame.h"

#include "ui/theme/tokens.h"

#include <QResizeEvent>
#include <QVBoxLayout>
#include <QWidget>

namespace mend::ui {

namespace {
constexpr int listWidth = 280; // Pixels.
constexpr int listNarrow = 200;
constexpr int narrow = 640; // Pixels of shelf below which the list is narrow.
} // namespace

ShelfFrame::ShelfFrame(QWidget* shelf, QWidget* undo, QWidget* list, QWidget* opened)
    : QObject(shelf), m_list(list) {
    auto* whole = new QVBoxLayout(shelf);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(space::two);
    whole->addWidget(undo);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(space::three);
    columns->addWidget(list);
    columns->addWidget(opened, 1);
    whole->addLayout(columns, 1);
    m_list->setFixedWidth(listNarrow);
    shelf->installEventFilter(this);
}

bool ShelfFrame::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize) {
        const int width = static_cast<QResizeEvent*>(event)->size().width();
        m_list->setFixedWidth(width < narrow ? listNarrow : listWidth);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace mend::ui
