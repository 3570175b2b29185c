#include "ui/pages/today/half_written.h"

#include "ui/pages/today/check_in_card.h"
#include "ui/pages/today/moment_card.h"
#include "ui/pages/today/note_card.h"
#include "ui/pages/today/today_leaving.h"

namespace mend::ui {

HalfWritten::HalfWritten(const Cards& cards, TodayLeaving& leaving, QObject* parent)
    : QObject(parent), m_cards(cards), m_leaving(leaving),
      m_checkInPause([this] { Q_EMIT checkInDraftChanged(m_cards.checkIn.draft()); }),
      m_momentPause([this] { Q_EMIT momentDraftChanged(m_cards.moment.draft()); }),
      m_notePause([this] { Q_EMIT noteDraftChanged(m_cards.note.draft()); }) {
    connectCards();
    connectLeaving();
}

void HalfWritten::connectCards() {
    // There is one draft of each: what was discarded can't come back over what is begun since.
    connect(&m_cards.checkIn, &CheckInCard::edited, this, [this] {
        if (m_leaving.isDiscardingCheckIn() && !m_cards.checkIn.draft().isEmpty())
            m_leaving.expire();
        m_checkInPause.keystroke();
    });
    connect(&m_cards.moment, &MomentCard::edited, this, [this] {
        if (m_leaving.isDiscardingMoment() && !m_cards.moment.draft().isEmpty())
            m_leaving.expire();
        m_momentPause.keystroke();
    });
    connect(&m_cards.note, &NoteCard::edited, this, [this] { m_notePause.keystroke(); });
    connect(&m_cards.checkIn, &CheckInCard::discardWanted, this, &HalfWritten::discardCheckIn);
    connect(&m_cards.moment, &MomentCard::discardWanted, this, &HalfWritten::discardMoment);
}

void HalfWritten::connectLeaving() {
    // What was begun since has its own draft.
    connect(&m_leaving, &TodayLeaving::checkInDiscarded, this, [this] {
        if (m_cards.checkIn.draft().isEmpty())
            Q_EMIT checkInDraftChanged({});
    });
    connect(&m_leaving, &TodayLeaving::momentDiscarded, this, [this] {
        if (m_cards.moment.draft().isEmpty())
            Q_EMIT momentDraftChanged({});
    });
    connect(&m_leaving, &TodayLeaving::checkInBack, this, [this](const CheckInDraft& draft) {
        m_cards.checkIn.restore(draft);
        m_checkInPause.keystroke();
    });
    connect(&m_leaving, &TodayLeaving::momentBack, this, [this](const MomentDraft& draft) {
        m_cards.moment.setDraft(draft);
        m_momentPause.keystroke();
    });
}

void HalfWritten::discardCheckIn() {
    const CheckInDraft draft = m_cards.checkIn.draft();
    m_checkInPause.stop();
    m_cards.checkIn.putAway();
    if (draft.isEmpty())
        Q_EMIT checkInDraftChanged({});
    else
        m_leaving.offer(TodayLeaving::DiscardCheckIn{draft}, tr("Discarded."));
}

void HalfWritten::discardMoment() {
    const MomentDraft draft = m_cards.moment.draft();
    m_momentPause.stop();
    m_cards.moment.setDraft({});
    if (draft.isEmpty())
        Q_EMIT momentDraftChanged({});
    else
        m_leaving.offer(TodayLeaving::DiscardMoment{draft}, tr("Discarded."));
}

void HalfWritten::restore(const TodayDrafts& drafts) {
    if (!drafts.checkIn.isEmpty())
        m_cards.checkIn.restore(drafts.checkIn);
    if (!drafts.moment.isEmpty())
        m_cards.moment.setDraft(drafts.moment);
    if (!drafts.note.isEmpty())
        m_cards.note.setDraft(drafts.note);
}

void HalfWritten::fold(const TodayDrafts& drafts) {
    if (!drafts.checkIn.isEmpty())
        m_cards.checkIn.fold(drafts.checkIn);
    if (!drafts.moment.isEmpty())
        m_cards.moment.fold(drafts.moment);
    if (!drafts.note.isEmpty())
        m_cards.note.fold(drafts.note);
}

bool HalfWritten::isOpen() const {
    return (m_cards.checkIn.isWriting() && !m_cards.checkIn.draft().isEmpty()) ||
           m_cards.moment.isBegun() || m_cards.note.isBegun();
}

void HalfWritten::settle() {
    m_checkInPause.flush();
    m_momentPause.flush();
    m_notePause.flush();
}

void HalfWritten::tell() {
    if (m_cards.checkIn.isWriting())
        Q_EMIT checkInDraftChanged(m_cards.checkIn.draft());
    Q_EMIT momentDraftChanged(m_cards.moment.draft());
    Q_EMIT noteDraftChanged(m_cards.note.draft());
}

} // namespace mend::ui
