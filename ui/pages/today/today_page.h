#pragma once
// Today: the check-in of one's own role, the partner's card, the day's commitments, a hard moment,
// a note. Shows a TodayState and emits intent; what is being written is its own and no setState()
// touches it. Drafts go out a second after the first keystroke since the last one.

#include "ui/pages/today/today_drafts.h"
#include "ui/pages/today/today_state.h"

#include <QWidget>

namespace mend::ui {

class Banner;
class CheckInCard;
class CommitmentsCard;
class DayNotice;
class HalfWritten;
class MomentCard;
class NoteCard;
class PageScroll;
class PartnerDay;
class TodayColumns;
class TodayFoot;
class TodayLeaving;

class TodayPage : public QWidget {
    Q_OBJECT
public:
    explicit TodayPage(QWidget* parent = nullptr);
    ~TodayPage() override;

    /// Another day empties what was being written: flush() first.
    void setState(const TodayState& state);
    const TodayState& state() const { return m_state; }

    /// Goes on with what was half written.
    void restore(const TodayDrafts& drafts);
    /// Keeps it behind a line each, until somebody goes on with it.
    void fold(const TodayDrafts& drafts);
    /// Something stands open and isn't saved.
    bool hasUnsaved() const;
    /// Sends the drafts that wait for their pause, and lets an open Undo run out.
    void settle();
    /// Sends every draft there is, once more.
    void sendDrafts();

    /// What was submitted is saved: its form is put away.
    void checkInSaved();
    void momentSaved(const QString& confirmation);
    void noteSaved(const QString& confirmation);
    /// What went wrong, in a sentence; empty: nothing.
    void showProblem(const QString& sentence);

public Q_SLOTS:
    /// An empty check-in with the focus (Ctrl+N).
    void startNew();
    /// The card of a hard moment, open, in sight and with the focus.
    void startMoment();
    void startNote(NoteKind kind);

Q_SIGNALS:
    void checkInSubmitted(const mend::ui::CheckInDraft& draft);
    void momentSubmitted(const mend::ui::MomentDraft& draft);
    void noteSubmitted(const mend::ui::NoteDraft& draft);
    /// An empty draft: there is none any more.
    void checkInDraftChanged(const mend::ui::CheckInDraft& draft);
    void momentDraftChanged(const mend::ui::MomentDraft& draft);
    void noteDraftChanged(const mend::ui::NoteDraft& draft);
    void commitmentNoteBegun(const mend::RecordId& id, const QString& note);
    void openNowWanted(const mend::RecordId& id);
    /// After the ten seconds in which it can be undone; so are the removals.
    void takeBackWanted(const mend::ui::SavedCheckIn& saved);
    void checkInRemovalWanted(qint64 privateId);
    void momentRemovalWanted(qint64 privateId);
    void outcomeChosen(const mend::RecordId& id, mend::OutcomeState state, const QString& note);
    void viewChosen(const mend::RecordId& id, mend::ViewState state, const QString& note);
    /// The page of another day.
    void dayWanted(mend::Day day);
    /// "commitments", "timeline", "partner" or "settings".
    void pageWanted(const QString& page);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void buildNotices();
    void buildColumns();
    void connectCheckIn();
    void connectRest();
    void connectLeaving();
    void showState();
    void showFoot();
    void submitCheckIn();
    void submitMoment();
    void submitNote();
    void edit(const SavedCheckIn& saved);
    void reveal(QWidget* card);

    TodayState m_state;
    PageScroll* m_scroll;
    Banner* m_problem;
    DayNotice* m_day;
    Banner* m_code;
    TodayLeaving* m_leaving;
    TodayColumns* m_columns = nullptr;
    CheckInCard* m_checkIn;
    CommitmentsCard* m_mine;
    CommitmentsCard* m_theirs;
    PartnerDay* m_partner;
    MomentCard* m_moment;
    NoteCard* m_note;
    TodayFoot* m_foot;
    HalfWritten* m_half;
};

} // namespace mend::ui
