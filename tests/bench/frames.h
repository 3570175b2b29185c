#pragma once
// How long a window's frames take: asks for one sixty times a second, and notes when each is
// painted.

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <algorithm>
#include <vector>

namespace mend::bench {

struct FrameTimes {
    std::size_t count = 0;
    double median = 0; // Milliseconds, as all here.
    double p99 = 0;
    double worst = 0;
};

inline FrameTimes summary(std::vector<double> times) {
    if (times.empty())
        return {};
    std::sort(times.begin(), times.end());
    const auto at = [&](double part) {
        return times[std::min(times.size() - 1, std::size_t(part * double(times.size())))];
    };
    return {times.size(), at(0.5), at(0.99), times.back()};
}

// A pixel in a corner of `window`. What it notes is how far apart two of its frames were: 16 ms
// where nothing holds the window up.
class FrameProbe : public QWidget {
public:
    explicit FrameProbe(QWidget& window) : QWidget(&window) {
        resize(1, 1);
        show();
        raise();
        timer_.setTimerType(Qt::PreciseTimer);
        timer_.callOnTimeout(this, [this] { update(); });
    }
    void begin() {
        times_.clear();
        since_.start();
        timer_.start(16);
    }
    FrameTimes end() {
        timer_.stop();
        times_.push_back(double(since_.nsecsElapsed()) / 1e6); // the one that is still to come
        return summary(times_);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        if (timer_.isActive())
            times_.push_back(double(since_.nsecsElapsed()) / 1e6);
        since_.restart();
    }

private:
    QTimer timer_;
    QElapsedTimer since_;
    std::vector<double> times_;
};

} // namespace mend::bench
