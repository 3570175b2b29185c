#pragma once
// What is half written on Today: told as a draft a second after the first keystroke since the last
// one, folded away and brought back, discarded with ten seconds to undo it.

#include "ui/pages/today/today_drafts.h"
#include "ui/widgets/draft_pause.h"

#include <QObject>

namespace mend::ui {

class CheckInCard;
class MomentCard;
class NoteCard;
class TodayLeaving;

class HalfWritten : public QObject {
    Q_OBJECT
public:
    struct Cards {
        CheckInCard& checkIn;
        MomentCard& moment;
        NoteCard& note;
    };
    /// `leaving` is where what is discarded can be brought back.
    HalfWritten(const Cards& cards, TodayLeaving& leaving, QObject* parent);

    /// Goes on with what there is of them.
    void restore(const TodayDrafts& drafts);
    /// Keeps them behind a line each until they are gone on with.
    void fold(const TodayDrafts& drafts);
    /// Something stands open and isn't saved.
    bool isOpen() const;
    /// Tells what waits for its pause.
    void settle();
    /// Tells everything once more.
    void tell();
    /// It was saved: nothing waits any more.
    void checkInSaved() { m_checkInPause.stop(); }
    void momentSaved() { m_momentPause.stop(); }
    void noteSaved() { m_notePause.stop(); }

Q_SIGNALS:
    /// An empty draft: there is none any more.
    void checkInDraftChanged(const mend::ui::CheckInDraft& draft);
    void momentDraftChanged(const mend::ui::MomentDraft& draft);
    void noteDraftChanged(const mend::ui::NoteDraft& draft);

private:
    void connectCards();
    void connectLeaving();
    void discardCheckIn();
    void discardMoment();

    Cards m_cards;
    TodayLeaving& m_leaving;
    DraftPause m_checkInPause;
    DraftPause m_momentPause;
    DraftPause m_notePause;
};

} // namespace mend::ui
