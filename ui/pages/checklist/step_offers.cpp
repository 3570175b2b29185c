#include "ui/pages/checklist/step_offers.h"

#include <QCoreApplication>

namespace mend::ui {

namespace {

struct Offers {
    Q_DECLARE_TR_FUNCTIONS(mend::ui::StepOffers)
};

bool isOneOf(const QString& opens, std::initializer_list<QLatin1String> names) {
    for (const QLatin1String name : names)
        if (opens == name)
            return true;
    return false;
}

} // namespace

std::optional<StepDestination> destinationOf(const guide::Step& step, StepUse use, bool paired) {
    if (use == StepUse::Theirs)
        return std::nullopt;
    const QString today = QStringLiteral("today");
    if (step.opens == QLatin1String("moment"))
        return StepDestination{today, QStringLiteral("moment"), Offers::tr("Write a hard moment")};
    if (const auto kind = noteKindFromName(step.opens)) {
        if (!paired || (*kind == NoteKind::Reassurance && use != StepUse::Mine))
            return std::nullopt;
        return StepDestination{today, step.opens, Offers::tr("Write a note")};
    }
    if (isOneOf(step.opens, {QLatin1String("check-in"), QLatin1String("appreciation")}))
        return StepDestination{today, QStringLiteral("check-in"),
                               Offers::tr("Open today\u2019s check-in")};
    if (step.opens == QLatin1String("safety"))
        return StepDestination{QStringLiteral("safety"), {}, Offers::tr("Open Safety")};
    return std::nullopt;
}

bool offersIdeas(const guide::Step& step) {
    return step.id == QLatin1String("B16") || step.opens == QLatin1String("gestures");
}

bool offersCommitment(const guide::Step& step, StepUse use) {
    if (use == StepUse::Theirs)
        return false;
    if (step.id == QLatin1String("B26") && use != StepUse::Mine)
        return false;
    return step.commitment ||
           isOneOf(step.opens, {QLatin1String("commitments"), QLatin1String("changes")});
}

} // namespace mend::ui
