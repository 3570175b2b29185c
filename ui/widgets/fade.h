#pragma once
// What was on a widget a moment ago, fading away over what is there now. Takes no clicks and no
// focus. Where there is no motion, nothing is ever shown.

#include <QPixmap>
#include <QWidget>

namespace mend::ui {

class Fade : public QWidget {
    Q_OBJECT
public:
    /// Whether `host` is on the screen, and motion is wanted.
    static bool isWanted(const QWidget& host);
    /// Deletes itself when it is through, after 150 ms at most.
    Fade(QWidget& host, QPixmap before);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPixmap m_before;
    double m_opacity = 1;
};

} // namespace mend::ui
