#pragma once
// Tells when nobody has used Mend for a while: no key, click, wheel or touch in any of its windows,
// and nothing done on its pages. That something is read over the accessibility bus is no use: any
// program may ask there, and a screen reader asks by itself whenever something changes.

#include <QObject>
#include <QTimer>
#include <chrono>

namespace mend::ui {

class IdleLock : public QObject {
    Q_OBJECT
public:
    /// Watches the whole application's input.
    explicit IdleLock(QObject* parent = nullptr);

    /// Zero: never. Counts from now.
    void setTime(std::chrono::milliseconds time);
    std::chrono::milliseconds time() const { return m_timer.intervalAsDuration(); }
    void start();
    void stop();
    bool isRunning() const { return m_timer.isActive(); }
    /// Something was done on a page: by a screen reader it is, without any input.
    void used();

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QTimer m_timer;
};

} // namespace mend::ui
