#pragma once
// "How is it today": what was saved of the day, and the form for what isn't yet. One of the two is
// in front: the form while something is being written, or nothing was saved.

#include "ui/pages/today/today_drafts.h"
#include "ui/pages/today/today_state.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace mend::ui {

class BegunLine;
class CheckInForm;
class SavedCheckIns;

class CheckInCard : public Card {
    Q_OBJECT
public:
    explicit CheckInCard(QWidget* parent = nullptr);

    void setState(const TodayState& state);
    void setLeaving(bool leaving);
    /// The form is in front.
    bool isWriting() const { return m_writing && !m_folded; }
    /// What is half written, folded or not.
    CheckInDraft draft() const;
    /// Goes on with what was half written.
    void restore(const CheckInDraft& draft);
    /// Keeps it behind a line until it is gone on with.
    void fold(const CheckInDraft& draft);
    /// An empty form with the focus, or what is folded.
    void startNew();
    /// Puts the form away, if there is something saved to show instead.
    void putAway();

Q_SIGNALS:
    void edited();
    void submitted();
    void writingChanged();
    void newWanted();
    void discardWanted();
    void editWanted(const mend::ui::SavedCheckIn& saved);
    void openNowWanted(const mend::RecordId& id);
    void takeBackWanted(const mend::RecordId& id);
    void removeWanted(qint64 privateId);

private:
    CheckInDraft blank() const;
    void setWriting(bool writing);
    void goOn();
    void connectParts();
    void arrange();

    SavedCheckIns* m_saved;
    QPushButton* m_another;
    BegunLine* m_begun;
    CheckInForm* m_form;
    QPushButton* m_discard;
    TodayState m_state;
    bool m_writing = true;
    std::optional<CheckInDraft> m_folded; ///< begun, and not to be seen
};

} // namespace mend::ui
