#pragma once
// What is half written on the Today page, and its form as a draft of the vault (JSON, read by this
// version alone; what can't be read is no draft).

#include "core/domain/checkin.h"
#include "core/domain/entry_kinds.h"

#include <QByteArray>
#include <optional>

namespace mend::ui {

struct CheckInDraft {
    CheckInFields fields; ///< texts as typed, blank ones too
    Share share = Share::Private;
    bool withScales = false;
    bool withTicks = false;
    bool replacesShared = false; ///< an edit of the day's shared one
    qint64 replacesPrivate = 0;  ///< the private one this takes the place of, or 0

    /// Nothing was filled in; the choice of sharing alone is not something.
    bool isEmpty() const;
    bool operator==(const CheckInDraft&) const = default;
};

struct MomentDraft {
    std::optional<int> strength; ///< unset until touched
    std::optional<Need> need;
    QString text;
    bool share = false;

    bool isEmpty() const;
    bool operator==(const MomentDraft&) const = default;
};

struct NoteDraft {
    NoteKind kind = NoteKind::Whereabouts;
    QString text;
    std::optional<TimeOfDay> until;

    bool isEmpty() const;
    bool operator==(const NoteDraft&) const = default;
};

/// All of a day; an empty one is none.
struct TodayDrafts {
    CheckInDraft checkIn;
    MomentDraft moment;
    NoteDraft note;
};

/// Empty for an empty draft: that removes it.
QByteArray encoded(const CheckInDraft& draft);
QByteArray encoded(const MomentDraft& draft);
QByteArray encoded(const NoteDraft& draft);

/// Nothing for what isn't a draft. Names this version doesn't know are left out.
std::optional<CheckInDraft> checkInDraft(const QByteArray& bytes);
std::optional<MomentDraft> momentDraft(const QByteArray& bytes);
std::optional<NoteDraft> noteDraft(const QByteArray& bytes);

} // namespace mend::ui
