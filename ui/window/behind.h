#pragma once
// A page that stands behind another one is not filled anew with each change: it is once somebody
// comes to it.

#include <QEvent>
#include <QPointer>
#include <QWidget>
#include <functional>
#include <utility>

namespace mend::ui {

// In a window that can be seen, and not to be seen itself.
inline bool standsBehind(const QWidget& page) {
    return page.window()->isVisible() && !page.isVisible();
}

class FilledWhenSeen : public QObject {
public:
    // `page` may go before. `fill` reads everything the page shows.
    FilledWhenSeen(QWidget& page, std::function<void()> fill)
        : page_(&page), fill_(std::move(fill)) {
        page.installEventFilter(this);
    }
    // Something that the page shows has changed.
    void changed() {
        if (page_ && standsBehind(*page_)) {
            stale_ = true;
            return;
        }
        if (page_ && page_->isVisible())
            stale_ = false; // where no window is seen, a doubt stays
        fill_();
    }
    // Something may have changed, and nobody tells of it: filled once somebody comes to it.
    void doubt() { stale_ = true; }
    bool isStale() const { return stale_; }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::Show && std::exchange(stale_, false))
            fill_();
        return false;
    }

private:
    QPointer<QWidget> page_;
    std::function<void()> fill_;
    bool stale_ = false;
};

} // namespace mend::ui
