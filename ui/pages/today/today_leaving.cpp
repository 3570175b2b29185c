#include "ui/pages/today/today_leaving.h"

#include "ui/widgets/undo_bar.h"

#include <utility>

namespace mend::ui {

TodayLeaving::TodayLeaving(UndoBar* bar) : QObject(bar), m_bar(bar) {
    connect(bar, &UndoBar::undone, this, &TodayLeaving::undo);
    connect(bar, &UndoBar::expired, this, &TodayLeaving::carryOut);
}

void TodayLeaving::offer(What what, const QString& words) {
    m_bar->expire();
    m_what = std::move(what);
    Q_EMIT changed();
    m_bar->offer(words);
}

void TodayLeaving::expire() {
    m_bar->expire();
}

TodayState TodayLeaving::without(TodayState state) const {
    if (const auto* gone = std::get_if<RemoveCheckIn>(&m_what))
        std::erase_if(state.saved, [&](const SavedCheckIn& saved) {
            return !saved.shared && saved.privateId == gone->id;
        });
    if (const auto* gone = std::get_if<RemoveMoment>(&m_what))
        std::erase_if(state.moments, [&](const PrivateMoment& one) { return one.id == gone->id; });
    return state;
}

void TodayLeaving::carryOut() {
    const What what = std::exchange(m_what, {});
    if (const auto* back = std::get_if<TakeBack>(&what))
        Q_EMIT takeBackWanted(back->saved);
    else if (const auto* checkIn = std::get_if<RemoveCheckIn>(&what))
        Q_EMIT checkInRemovalWanted(checkIn->id);
    else if (const auto* moment = std::get_if<RemoveMoment>(&what))
        Q_EMIT momentRemovalWanted(moment->id);
    else if (std::holds_alternative<DiscardCheckIn>(what))
        Q_EMIT checkInDiscarded();
    else if (std::holds_alternative<DiscardMoment>(what))
        Q_EMIT momentDiscarded();
    Q_EMIT changed();
}

void TodayLeaving::undo() {
    const What what = std::exchange(m_what, {});
    Q_EMIT changed();
    if (const auto* checkIn = std::get_if<DiscardCheckIn>(&what))
        Q_EMIT checkInBack(checkIn->draft);
    else if (const auto* moment = std::get_if<DiscardMoment>(&what))
        Q_EMIT momentBack(moment->draft);
}

} // namespace mend::ui
