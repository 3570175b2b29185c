#pragma once
// "Withdrawn. Undo" for ten seconds; waits while it is pointed at or has the focus.

#include "ui/widgets/notice.h"

#include <QTimer>

class QPushButton;

namespace mend::ui {

class WrapLabel;

class UndoBar : public Notice {
    Q_OBJECT
public:
    static constexpr int time = 10'000; ///< milliseconds

    explicit UndoBar(QWidget* parent = nullptr);

    /// Shows the bar; an offer that was still open expires first.
    void offer(const QString& text, int milliseconds = time);
    /// Takes the offer as expired now (the page closes, the vault locks).
    void expire();
    bool isOpen() const { return m_open; }

Q_SIGNALS:
    void undone();
    void expired();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void pauseOrGoOn();
    void close(bool undo);

    WrapLabel* m_text;
    QPushButton* m_undo;
    QTimer m_timer;
    int m_left = 0; ///< milliseconds, while paused
    bool m_open = false;
};

} // namespace mend::ui
