#include "ui/widgets/tab_stops.h"

#include <QAbstractScrollArea>
#include <QLayout>
#include <QScrollArea>
#include <QSet>
#include <QWidget>

namespace mend::ui {

namespace {

class Walk {
public:
    QList<QWidget*> stops;

    void visit(QWidget* widget) {
        if (!widget || widget->isHidden() || widget->isWindow() || seen(widget))
            return;
        if (widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) && !widget->focusProxy())
            stops << widget;
        within(widget);
    }

    void within(QWidget* widget) {
        if (auto* area = qobject_cast<QScrollArea*>(widget))
            return visit(area->widget());
        if (qobject_cast<QAbstractScrollArea*>(widget))
            return;
        if (QLayout* layout = widget->layout())
            visit(layout);
        // What lies on a widget without a layout: a button within a field.
        for (QObject* child : widget->children())
            visit(qobject_cast<QWidget*>(child));
    }

private:
    void visit(QLayout* layout) {
        for (int i = 0; i < layout->count(); ++i) {
            QLayoutItem* item = layout->itemAt(i);
            if (QLayout* inner = item->layout())
                visit(inner);
            else
                visit(item->widget());
        }
    }
    bool seen(QWidget* widget) {
        const bool before = m_seen.contains(widget);
        m_seen.insert(widget);
        return before;
    }

    QSet<QWidget*> m_seen;
};

// What was hidden with the focus in it leaves the focus near: within the closest that holds a stop.
QWidget* nearest(const QWidget& root, QWidget* from, const QList<QWidget*>& stops, bool forward) {
    for (QWidget* above = from; above && above != &root; above = above->parentWidget()) {
        QList<QWidget*> within;
        for (QWidget* stop : stops)
            if (above->isAncestorOf(stop))
                within << stop;
        if (!within.isEmpty())
            return forward ? within.first() : within.last();
    }
    return forward ? stops.first() : stops.last();
}

} // namespace

QList<QWidget*> tabStops(QWidget& root) {
    Walk walk;
    walk.within(&root);
    return walk.stops;
}

QWidget* tabStopBeside(QWidget& root, QWidget* from, bool forward) {
    const QList<QWidget*> stops = tabStops(root);
    if (stops.isEmpty())
        return nullptr;
    const auto at = stops.indexOf(from);
    if (at < 0)
        return nearest(root, from, stops, forward);
    const auto count = stops.size();
    return stops[(at + (forward ? 1 : count - 1)) % count];
}

} // namespace mend::ui
