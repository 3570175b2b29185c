#pragma once
// Where half-written things lie in the vault (Workspace::draft).

#include "core/workspace/workspace.h"

#include <QString>

namespace mend::ui {

// Of a day.
struct DraftPlaces {
    explicit DraftPlaces(Day day)
        : checkIn(QStringLiteral("today/") + day.toIso()),
          moment(checkIn + QStringLiteral("/moment")), note(checkIn + QStringLiteral("/note")) {}
    // A note on a commitment's day, wherever it is written.
    QString commitment(const RecordId& id) const { // "today/2026-11-22/commitment/9f…"
        return checkIn + QStringLiteral("/commitment/") + id.toHex();
    }
    QString checkIn; // "today/2026-11-22"
    QString moment;  // "today/2026-11-22/moment"
    QString note;    // "today/2026-11-22/note"
};

// Of a commitment.
struct CommitmentDraftPlaces {
    explicit CommitmentDraftPlaces(const RecordId& id)
        : change(QStringLiteral("commitments/") + id.toHex() + QStringLiteral("/change")),
          edit(QStringLiteral("commitments/") + id.toHex() + QStringLiteral("/edit")),
          again(QStringLiteral("commitments/") + id.toHex() + QStringLiteral("/again")) {}
    QString change; // what should be different about one that is asked of me
    QString edit;   // what it is being edited to
    QString again;  // what it is being made anew as
};
// A commitment that isn't made yet.
inline QString newCommitmentDraft() {
    return QStringLiteral("commitments/new");
}
// One that is made from a step of the checklist.
inline QString commitmentDraftFrom(const QString& step) {
    return QStringLiteral("commitments/from/") + step;
}

// Bytes. The vault takes no longer draft; such a text is far over what any form holds, and the page
// has said so. What was saved of it before stays.
inline constexpr qsizetype longestDraft = 256 * 1024;

// After an answer to a commitment's day: the note that was kept with it is begun no more. Words
// that were begun and aren't what was kept stay: another answer was given beside them.
inline void endNote(Workspace& workspace, const RecordId& id, Day day, const QString& kept) {
    const QString place = DraftPlaces(day).commitment(id);
    const QByteArray begun = workspace.draft(place);
    if (!begun.isEmpty() && QString::fromUtf8(begun).trimmed() == kept.trimmed())
        workspace.saveDraft(place, {});
}

} // namespace mend::ui
