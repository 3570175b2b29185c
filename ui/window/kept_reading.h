#pragma once
// One shelf of what stays on this computer, read a slice at a time, newest first, until a part of
// what its search finds is there: the window never waits for all the years.

#include "core/workspace/workspace.h"
#include "ui/pages/journal/kept_shelf.h"

#include <QTimer>
#include <functional>

namespace mend::ui {

struct KeptSlice {
    std::vector<KeptWords> words;
    std::optional<KeptPlace> last; // where it goes on; none: that was all
};

class KeptReading : public QObject {
public:
    using Read =
        std::function<Attempt<KeptSlice>(const std::optional<KeptPlace>& before, int limit)>;
    // `tell` is called at once where the first slice is enough, and later otherwise.
    KeptReading(Read read, std::function<void(const Attempt<KeptState>&)> tell);

    // From the newest on.
    void search(const QString& words);
    // As much as before.
    void refresh();
    // A part more.
    void more();

private:
    void readOn();
    void showFound();

    Read m_read;
    std::function<void(const Attempt<KeptState>&)> m_tell;
    QString m_search;
    std::vector<KeptWords> m_found;
    std::optional<KeptPlace> m_before;
    bool m_all = false; // nothing older is left to read
    std::size_t m_wanted;
    QTimer m_next;
};

} // namespace mend::ui
