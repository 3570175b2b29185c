#pragma once
// Where the Tab key stops: what can be used, in the order in which it is laid out. Qt's own order
// is that in which widgets were made, and puts what is shown later at the end.

#include <QList>

class QWidget;

namespace mend::ui {

/// Those within `root` that are visible, enabled and reached by Tab.
QList<QWidget*> tabStops(QWidget& root);
/// The one after (before) `from`, round the end; one near it if `from` isn't one of them, else the
/// first (last); null where there is none.
QWidget* tabStopBeside(QWidget& root, QWidget* from, bool forward);

} // namespace mend::ui
