#include "ui/window/kept_reading.h"

#include <algorithm>
#include <iterator>

namespace mend::ui {

namespace {
constexpr std::size_t part = 50; // More than a list shows.
constexpr int slice = 200;       // Some milliseconds' worth; a frame is 16.
} // namespace

KeptReading::KeptReading(Read read, std::function<void(const Attempt<KeptState>&)> tell)
    : m_read(std::move(read)), m_tell(std::move(tell)), m_wanted(part) {
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &KeptReading::readOn);
}

void KeptReading::search(const QString& words) {
    m_search = words;
    m_wanted = part;
    refresh();
}

void KeptReading::refresh() {
    m_found.clear();
    m_before.reset();
    m_all = false;
    readOn();
}

void KeptReading::more() {
    m_wanted += part;
    readOn();
}

// One more than is shown tells whether there are older ones.
void KeptReading::readOn() {
    m_next.stop();
    if (!m_all && m_found.size() <= m_wanted) {
        auto read = m_read(m_before, slice);
        if (!read)
            return m_tell(fail(read.error()));
        std::copy_if(std::make_move_iterator(read->words.begin()),
                     std::make_move_iterator(read->words.end()), std::back_inserter(m_found),
                     [this](const KeptWords& one) { return hasWords(one, m_search); });
        m_before = read->last;
        m_all = !read->last;
        if (!m_all && m_found.size() <= m_wanted)
            return m_next.start();
    }
    showFound();
}

void KeptReading::showFound() {
    const std::size_t count = std::min(m_wanted, m_found.size());
    KeptState state;
    state.words.assign(m_found.begin(), m_found.begin() + std::ptrdiff_t(count));
    state.more = m_found.size() > count;
    state.search = m_search;
    m_tell(state);
}

} // namespace mend::ui
