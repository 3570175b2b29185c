#include "ui/pages/today/today_words.h"

#include "ui/models/commitment_text.h"

#include <QLocale>
#include <algorithm>

namespace mend::ui {

QString TodayWords::day(Day day) {
    //: How a day is written out: weekday, day, month (QDate's format).
    return QLocale().toString(day.date(), tr("dddd d MMMM"));
}

QString TodayWords::other(const QString& name) {
    return name.isEmpty() ? tr("the other") : name;
}

QString TodayWords::sharing(const SavedCheckIn& saved, const QString& name) {
    if (!saved.shared)
        return tr("Only on this computer. Not shared.");
    if (saved.given)
        return tr("Shared with %1.").arg(other(name));
    if (saved.share == Share::Together)
        return tr("Sealed. It opens for you both when %1 has shared one, too.").arg(other(name));
    return tr("Shared with %1 when both computers next meet.").arg(other(name));
}

QString TodayWords::kept(const SavedCheckIn& saved) {
    if (!saved.shared)
        return {};
    const bool scales = !saved.withScales && !saved.fields.scales.isEmpty();
    const bool ticks = !saved.withTicks && !saved.fields.ticks.isEmpty();
    if (scales && ticks)
        return tr("The scales and the ticks stay with you.");
    if (scales)
        return tr("The scales stay with you.");
    return ticks ? tr("The ticks stay with you.") : QString();
}

QString TodayWords::keptToYourself(const TodayState& state) {
    return state.day == state.today ? tr("Written today, kept to yourself.")
                                    : tr("Written for this day, kept to yourself.");
}

QString TodayWords::promise(Share share, const QString& name) {
    switch (share) {
    case Share::Private:
        return tr("This stays on this computer, for you alone.");
    case Share::Together:
        return tr("%1 can read this once you both have shared one.").arg(other(name));
    case Share::Now:
        return tr("%1 can read this as soon as both computers meet.").arg(other(name));
    }
    return {};
}

QString TodayWords::promiseOfEdit(const SavedCheckIn& saved, const QString& name) {
    if (saved.given || saved.share == Share::Now)
        return tr("This takes the place of what you shared. %1 can also see what it said before.")
            .arg(other(name));
    return tr("This takes the place of what you sealed. It stays sealed.");
}

QString TodayWords::save(Share share, const QString& name) {
    switch (share) {
    case Share::Private:
        return name.isEmpty() ? tr("Save") : tr("Keep to myself");
    case Share::Together:
        return tr("Share together");
    case Share::Now:
        return tr("Share with %1 now").arg(name);
    }
    return {};
}

QString TodayWords::saveEdit(const SavedCheckIn& saved) {
    return saved.given || saved.share == Share::Now ? tr("Share the change")
                                                    : tr("Seal the change");
}

QString TodayWords::feelings(const CheckInFields& fields, const guide::Prompts& prompts) {
    QStringList words;
    for (const guide::FeelingLabel& label : prompts.feelings)
        if (fields.feelings.contains(label.feeling))
            words.append(label.label);
    return words.join(QStringLiteral(" · "));
}

QString TodayWords::need(Need need, const guide::Prompts& prompts) {
    const auto& needs = prompts.moment.needs;
    const auto label =
        std::find_if(needs.begin(), needs.end(), [&](const auto& one) { return one.need == need; });
    return label == needs.end() ? QString() : label->label;
}

QString TodayWords::note(NoteKind kind) {
    switch (kind) {
    case NoteKind::Whereabouts:
        return tr("Where I am");
    case NoteKind::Plan:
        return tr("Plan");
    case NoteKind::Reassurance:
        return tr("A kind word");
    }
    return {};
}

QString TodayWords::beginning(const QString& text) {
    constexpr qsizetype longest = 600; // Characters: ten lines or so.
    constexpr int mostLines = 12;
    qsizetype end = 0;
    for (int line = 0; line < mostLines && end >= 0; ++line)
        end = text.indexOf(QLatin1Char('\n'), line == 0 ? 0 : end + 1);
    end = std::min(end < 0 ? text.size() : end, longest);
    if (end == text.size())
        return text;
    if (text.at(end).isLowSurrogate())
        --end; // half a character is none
    return text.left(end).trimmed() + QChar(0x2026);
}

QString TodayWords::myWord(const CommitmentDay& day) {
    if (!day.outcome)
        return {};
    switch (*day.outcome) {
    case OutcomeState::Kept:
        return tr("Kept.");
    case OutcomeState::Partly:
        return tr("Partly kept.");
    case OutcomeState::Missed:
        return day.state == DayState::MissedTold ? tr("Not kept. You said so first.")
                                                 : tr("Not kept.");
    case OutcomeState::Excused:
        return tr("Excused for this day.");
    }
    return {};
}

QString TodayWords::mine(const CommitmentDay& day, const QString& name) {
    QStringList words{myWord(day), viewWords(day, true, other(name))};
    words += besideWords(day, true, other(name));
    words.removeAll(QString());
    return words.join(QLatin1Char(' '));
}

QString TodayWords::theirWord(const CommitmentDay& day, const QString& name) {
    if (!day.outcome)
        return {};
    switch (*day.outcome) {
    case OutcomeState::Kept:
        return tr("%1 says: kept.").arg(other(name));
    case OutcomeState::Partly:
        return tr("%1 says: partly kept.").arg(other(name));
    case OutcomeState::Missed:
        return day.state == DayState::MissedTold
                   ? tr("Not kept. %1 said so first.").arg(other(name))
                   : tr("%1 says: not kept.").arg(other(name));
    case OutcomeState::Excused:
        return tr("%1 says: excused for this day.").arg(other(name));
    }
    return {};
}

QString TodayWords::theirs(const CommitmentDay& day, const QString& name) {
    QStringList words{theirWord(day, name), viewWords(day, false, other(name))};
    words += besideWords(day, false, other(name));
    words.removeAll(QString());
    return words.join(QLatin1Char(' '));
}

} // namespace mend::ui
