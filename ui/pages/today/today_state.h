#pragma once
// Everything the Today page shows: one day of both people, as this computer holds it.

#include "core/domain/reading.h"
#include "core/guide/prompts.h"

#include <QString>
#include <algorithm>
#include <map>
#include <optional>
#include <vector>

namespace mend::ui {

/// A step's tick of the day: "I listened without defending or calming".
struct TickAsk {
    QString step;
    QString text;
    bool operator==(const TickAsk&) const = default;
};

/// One of my check-ins of the day: the shared one, or one that stays here.
struct SavedCheckIn {
    std::optional<RecordId> shared; ///< nothing: it stays on this computer
    qint64 privateId = 0;           ///< of the words kept here alone; 0 where there are none
    CheckInFields fields;           ///< all that was written, also what stays here
    Share share = Share::Private;
    bool withScales = false; ///< the shared one has the scales
    bool withTicks = false;
    bool given = false; ///< the other has been given its words
    bool operator==(const SavedCheckIn&) const = default;
};

/// A commitment that is due on the day, or was spoken about.
struct CommitmentToday {
    RecordId id;
    QString title;
    std::optional<TimeOfDay> by;
    CommitmentDay day;
    QString begun = {}; ///< a note of one's own, not saved yet
    /// It can be known that it wasn't kept: its time has come.
    bool mayNotice = false;
};

/// What Today shows of a kind at most, however much was sent: the rest is read on its own page.
inline constexpr int mostNotes = 5;
inline constexpr int mostMoments = 3;
inline constexpr std::size_t mostCommitments = 12; ///< of each of the two

struct TodayState {
    Day day;
    Day today;                     ///< differs from `day` while an earlier one is finished
    std::optional<Day> unfinished; ///< an earlier day with words that were never saved
    std::optional<Role> role;      ///< mine; nothing: not sure yet, and no scales are asked
    guide::Prompts prompts;
    guide::Prompts theirPrompts; ///< the words in which the partner was asked
    std::map<Role, guide::Prompts> promptsOfRole;
    QString partnerName;                ///< empty: nobody to share with
    std::vector<TickAsk> ticks;         ///< those asked of me
    std::vector<TickAsk> tickTexts;     ///< every tick that a check-in of the day may name
    std::vector<SavedCheckIn> saved;    ///< the shared one first
    PartnerCard partner;                ///< the newest notes and moments
    std::vector<PrivateMoment> moments; ///< mine of the day, those that stay here
    std::vector<CommitmentToday> mine;
    bool moreMine = false; ///< there are others
    std::vector<CommitmentToday> theirs;
    bool moreTheirs = false;
    std::optional<TimeOfDay> nextToKnow; ///< when more of theirs can be known not to be kept
    int proposals = 0;                   ///< commitments that wait for my answer
    Share lastShare = Share::Private;
    bool codeUnkept = false; ///< a recovery code was shown, and not yet said to be kept

    /// The words in which a check-in was asked: those of its own role, which may not be its
    /// author's any more.
    const guide::Prompts& promptsOf(const CheckInFields& fields) const {
        const auto own = promptsOfRole.find(fields.role);
        return own == promptsOfRole.end() ? prompts : own->second;
    }
    const SavedCheckIn* sharedOne() const {
        const auto one = std::find_if(saved.begin(), saved.end(),
                                      [](const SavedCheckIn& each) { return each.shared; });
        return one == saved.end() ? nullptr : &*one;
    }
};

} // namespace mend::ui
