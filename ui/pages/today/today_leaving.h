#pragma once
// What somebody removed or took back on Today, while it can still be undone: it is not shown any
// more, or shown as leaving, and nothing has happened to it yet.

#include "ui/pages/today/today_drafts.h"
#include "ui/pages/today/today_state.h"

#include <QObject>
#include <variant>

namespace mend::ui {

class UndoBar;

class TodayLeaving : public QObject {
    Q_OBJECT
public:
    struct TakeBack {
        SavedCheckIn saved;
    };
    struct RemoveCheckIn {
        qint64 id;
    };
    struct RemoveMoment {
        qint64 id;
    };
    struct DiscardCheckIn {
        CheckInDraft draft;
    };
    struct DiscardMoment {
        MomentDraft draft;
    };
    using What = std::variant<std::monostate, TakeBack, RemoveCheckIn, RemoveMoment, DiscardCheckIn,
                              DiscardMoment>;

    /// `bar` is where it can be undone.
    explicit TodayLeaving(UndoBar* bar);
    UndoBar* bar() const { return m_bar; }

    /// What was offered before leaves at once.
    void offer(What what, const QString& words);
    /// Leaves at once.
    void expire();
    /// The day without what is about to leave.
    TodayState without(TodayState state) const;
    bool isTakingBack() const { return std::holds_alternative<TakeBack>(m_what); }
    bool isDiscardingCheckIn() const { return std::holds_alternative<DiscardCheckIn>(m_what); }
    bool isDiscardingMoment() const { return std::holds_alternative<DiscardMoment>(m_what); }

Q_SIGNALS:
    void changed(); ///< without() gives something else now
    void takeBackWanted(const mend::ui::SavedCheckIn& saved);
    void checkInRemovalWanted(qint64 privateId);
    void momentRemovalWanted(qint64 privateId);
    void checkInDiscarded();
    void momentDiscarded();
    void checkInBack(const mend::ui::CheckInDraft& draft); ///< discarding it was undone
    void momentBack(const mend::ui::MomentDraft& draft);

private:
    void carryOut();
    void undo();

    UndoBar* m_bar;
    What m_what;
};

} // namespace mend::ui
