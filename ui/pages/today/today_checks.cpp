#include "ui/pages/today/today_checks.h"

namespace mend::ui {

QString TodayChecks::missing(const CheckInDraft& draft) {
    if (draft.isEmpty())
        return tr("There is nothing to save yet. One word is enough.");
    const CheckInFields shown =
        shareable(withoutBlankTexts(draft.fields), draft.withScales, draft.withTicks);
    if (draft.share != Share::Private && check(shown) == DomainError::Empty)
        return tr("Nothing of this would be shared yet: the scales and ticks stay with you. Write "
                  "a word, or let them be shared, too.");
    return {};
}

// A number that nobody chose would be a wrong word.
QString TodayChecks::missing(const MomentDraft& draft) {
    if (draft.isEmpty() || !draft.strength)
        return tr("How strong is it? Any number will do; then it can be saved.");
    return {};
}

QString TodayChecks::missing(const NoteDraft& draft, bool unedited) {
    if (draft.isEmpty())
        return tr("There is nothing in the note yet.");
    if (unedited)
        return tr("This is only the beginning of a sentence. Finish it in your own words, then "
                  "share it.");
    return {};
}

} // namespace mend::ui
