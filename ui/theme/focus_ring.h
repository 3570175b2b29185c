#pragma once
// The ring around what has the keyboard: 2 px of `you`, 2 px away. Shown when the focus came by
// keyboard; a text field shows its own border besides. One for the whole program.

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace mend::ui {

/// Views and grids that mark their current cell themselves have no ring around the whole.
void setPaintsOwnFocus(QWidget* widget);

class FocusRing : public QObject {
    Q_OBJECT
public:
    explicit FocusRing(QObject* parent);
    ~FocusRing() override;

    /// The widget that wears the ring, or null.
    QWidget* wearer() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(QWidget* focus);

    QPointer<QFocusFrame> m_frame;
    bool m_byKeyboard = false;
};

} // namespace mend::ui
