#pragma once
// What is missing before something of Today can be saved, in a sentence; empty: nothing.

#include "ui/pages/today/today_drafts.h"

#include <QCoreApplication>

namespace mend::ui {

class TodayChecks {
    Q_DECLARE_TR_FUNCTIONS(TodayChecks)
public:
    static QString missing(const CheckInDraft& draft);
    static QString missing(const MomentDraft& draft);
    /// `unedited`: a start of the guide as it stands there.
    static QString missing(const NoteDraft& draft, bool unedited);
};

} // namespace mend::ui
