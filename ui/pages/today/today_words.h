#pragma once
// The sentences of the Today page: how something is shared, how a commitment stands. `name` is the
// partner's; without one it is "the other".

#include "ui/pages/today/today_drafts.h"
#include "ui/pages/today/today_state.h"

#include <QCoreApplication>

namespace mend::ui {

class TodayWords {
    Q_DECLARE_TR_FUNCTIONS(TodayWords)
public:
    /// "Sunday 22 November"
    static QString day(Day day);
    /// How a saved check-in is shared.
    static QString sharing(const SavedCheckIn& saved, const QString& name);
    /// What of it stays with its author; empty where nothing does.
    static QString kept(const SavedCheckIn& saved);
    /// The line behind which lies what was not shared of the day.
    static QString keptToYourself(const TodayState& state);
    /// The button that does it.
    static QString save(Share share, const QString& name);
    static QString saveEdit(const SavedCheckIn& saved);
    /// What saving will do.
    static QString promise(Share share, const QString& name);
    static QString promiseOfEdit(const SavedCheckIn& saved, const QString& name);
    static QString feelings(const CheckInFields& fields, const guide::Prompts& prompts);
    static QString need(Need need, const guide::Prompts& prompts);
    static QString note(NoteKind kind);
    /// As much of a text as has room beside others: all of it, unless it is very long.
    static QString beginning(const QString& text);
    /// How my commitment stands on the day; empty while nothing was said.
    static QString mine(const CommitmentDay& day, const QString& name);
    static QString theirs(const CommitmentDay& day, const QString& name);

private:
    static QString other(const QString& name);
    static QString myWord(const CommitmentDay& day);
    static QString theirWord(const CommitmentDay& day, const QString& name);
};

} // namespace mend::ui
