#pragma once
// How a shelf of the journal is laid out: what can be undone on top, the list left, narrower where
// the page is, and what was opened right.

#include <QObject>

class QWidget;

namespace mend::ui {

class ShelfFrame : public QObject {
    Q_OBJECT
public:
    /// Lays `shelf` out; belongs to it.
    ShelfFrame(QWidget* shelf, QWidget* undo, QWidget* list, QWidget* opened);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* m_list;
};

} // namespace mend::ui
