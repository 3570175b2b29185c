#pragma once
// When a draft is due: a second after the first keystroke since the last one, so that somebody who
// never stops typing is safe, too.

#include <QTimer>
#include <functional>

namespace mend::ui {

class DraftPause {
public:
    explicit DraftPause(std::function<void()> due) : m_due(std::move(due)) {
        m_timer.setSingleShot(true);
        m_timer.setInterval(length);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] { m_due(); });
    }
    void keystroke() {
        if (!m_timer.isActive())
            m_timer.start();
    }
    bool isDue() const { return m_timer.isActive(); }
    /// Nothing is due any more: it was saved, or is gone.
    void stop() { m_timer.stop(); }
    /// What is due is due now.
    void flush() {
        if (!m_timer.isActive())
            return;
        m_timer.stop();
        m_due();
    }

private:
    // Milliseconds. A crash loses at most two seconds of typing; the vault needs a part of them.
    static constexpr int length = 1000;

    std::function<void()> m_due;
    QTimer m_timer;
};

} // namespace mend::ui
