#include "ui/models/commitment_text.h"

#include "ui/models/day_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace mend::ui {
namespace {

struct Commitments {
    Q_DECLARE_TR_FUNCTIONS(mend::ui::Commitments)
};

// "5" or "5½": a partly kept day counts half.
QString halves(int count) {
    if (count % 2 == 0)
        return QString::number(count / 2);
    return count == 1 ? QStringLiteral("½") : QString::number(count / 2) + QStringLiteral("½");
}

// Then the two figures are one.
bool bothSawAll(const KeptInWeek& week) {
    return week.confirmed == week.answered && week.agreedHalves == week.keptHalves;
}

QStringList saidOf(const CommitmentDay& day, bool owned, const QString& who) {
    QStringList words;
    const auto quote = [&](bool mine, const QString& note) {
        if (!note.isEmpty())
            words += mine ? Commitments::tr("You: “%1”").arg(note)
                          : Commitments::tr("%1: “%2”").arg(who, note);
    };
    quote(owned, day.outcomeNote);
    if (const QString view = viewWords(day, owned, who); !view.isEmpty())
        words += view;
    quote(!owned, day.viewNote);
    return words + besideWords(day, owned, who);
}

} // namespace

QString dueWords(const CommitmentFields& fields) {
    const QString when = capitalised(scheduleWords(fields.schedule));
    return fields.by ? Commitments::tr("%1, by %2").arg(when, fields.by->text()) : when;
}

QString commitmentWhen(const CommitmentFields& fields, Day today) {
    QStringList sentences = {Commitments::tr("%1.").arg(dueWords(fields))};
    const bool once = std::holds_alternative<Once>(fields.schedule);
    if (!once && fields.from > today)
        sentences += Commitments::tr("From %1.").arg(dayInSentence(fields.from, today));
    if (!once && fields.until)
        sentences += Commitments::tr("Until %1.").arg(dayInSentence(*fields.until, today));
    if (fields.review)
        sentences += Commitments::tr("To be looked at again on %1.").arg(fullDay(*fields.review));
    return sentences.join(u' ');
}

QString keptWords(const KeptInWeek& week) {
    if (week.answered == 0)
        return week.open == 0 ? Commitments::tr("nothing was due yet")
                              : Commitments::tr("%1 open").arg(week.open);
    const QString kept = Commitments::tr("%1 of %2", "kept, of days answered")
                             .arg(halves(week.keptHalves), QString::number(week.answered));
    QStringList parts = {kept};
    if (bothSawAll(week))
        parts += Commitments::tr("and you both agree", "after: 5 of 6");
    else if (week.confirmed > 0)
        parts += Commitments::tr("%1 of %2 where you both agree", "kept, of days confirmed")
                     .arg(halves(week.agreedHalves), QString::number(week.confirmed));
    if (week.toldFirst > 0)
        parts += Commitments::tr("%1 told first").arg(week.toldFirst);
    if (week.open > 0)
        parts += Commitments::tr("%1 open").arg(week.open);
    return parts.join(Commitments::tr(", "));
}

QString keptThisWeek(const CommitmentReading& commitment, Day today) {
    const Day monday = today.monday();
    std::vector<DayAndState> states;
    for (const CommitmentDay& day : commitment.days)
        if (day.day >= monday && day.day <= today)
            states.push_back({day.day, day.state, day.outcome, day.view == ViewState::Confirmed});
    return Commitments::tr("This week: %1.")
        .arg(keptWords(keptInWeek(commitment.spans, states, monday, today)));
}

QString viewWords(const CommitmentDay& day, bool owned, const QString& who) {
    if (day.view == ViewState::Differs)
        return owned ? Commitments::tr("%1 saw it differently.").arg(who)
                     : Commitments::tr("You saw it differently.");
    if (day.view != ViewState::Confirmed)
        return {};
    if (!day.outcome)
        return owned ? Commitments::tr("%1 saw it.").arg(who) : Commitments::tr("You saw it.");
    return owned ? Commitments::tr("%1 saw it too.").arg(who) : Commitments::tr("You saw it too.");
}

QStringList besideWords(const CommitmentDay& day, bool owned, const QString& who) {
    QStringList words;
    // Said once it had been told, it is a word like any other.
    if (day.noticed && day.state == DayState::MissedTold)
        words += owned ? Commitments::tr("%1 says they knew.").arg(who)
                       : Commitments::tr("You said you knew.");
    else if (day.noticed)
        words += owned ? Commitments::tr("%1 knew before it was said.").arg(who)
                       : Commitments::tr("You knew before it was said.");
    if (day.thanked)
        words += owned ? Commitments::tr("%1 said thanks.").arg(who)
                       : Commitments::tr("You said thanks.");
    return words;
}

QString commitmentDayWords(const CommitmentReading& commitment, Day day, Day today,
                           const QString& partner) {
    const QString who = partner.isEmpty() ? Commitments::tr("The other") : partner;
    const QString title = dayTitle(day, today);
    const CommitmentDay* said = dayOf(commitment, day);
    if (!said)
        return mayAnswer(commitment, day, today)
                   ? Commitments::tr("%1: open.").arg(title)
                   : Commitments::tr("%1: nothing was due.").arg(title);
    QStringList words = {
        Commitments::tr("%1: %2.").arg(title, stateWords(said->state, commitment.owner))};
    words += saidOf(*said, commitment.owner == mend::Person::Me, who);
    return words.join(u' ');
}

QString answerWord(OutcomeState state) {
    switch (state) {
    case OutcomeState::Kept:
        return Commitments::tr("kept");
    case OutcomeState::Partly:
        return Commitments::tr("partly");
    case OutcomeState::Missed:
        return Commitments::tr("not kept");
    case OutcomeState::Excused:
        return Commitments::tr("excused");
    }
    return {};
}

QString answerWord(ViewState view) {
    switch (view) {
    case ViewState::Confirmed:
        return Commitments::tr("I saw it too");
    case ViewState::Differs:
        return Commitments::tr("I saw it differently");
    case ViewState::Noticed:
        return Commitments::tr("I know already");
    case ViewState::Thanks:
        return Commitments::tr("Thanks");
    }
    return {};
}

QString changeCountsFrom(Day today) {
    return Commitments::tr("This counts from tomorrow, %1. What was said about earlier days stays.")
        .arg(fullDay(today.plus(1)));
}

const CommitmentDay* dayOf(const CommitmentReading& commitment, Day day) {
    const auto found = std::find_if(commitment.days.begin(), commitment.days.end(),
                                    [&](const CommitmentDay& each) { return each.day == day; });
    return found == commitment.days.end() ? nullptr : &*found;
}

bool mayAnswer(const CommitmentReading& commitment, Day day, Day today) {
    const bool agreed = commitment.state != CommitmentState::Proposed &&
                        commitment.state != CommitmentState::Declined;
    return agreed && day <= today && mayCountOn(commitment.spans, day);
}

bool mayKnow(const CommitmentReading& commitment, Day day, Day today) {
    return day < today || (day == today && commitment.dueToday);
}

std::optional<TimeOfDay> nextToKnow(const std::vector<CommitmentReading>& commitments, Day today) {
    std::optional<TimeOfDay> next;
    for (const CommitmentReading& one : commitments) {
        if (one.owner == mend::Person::Me || !mayAnswer(one, today, today) ||
            mayKnow(one, today, today))
            continue;
        const auto by = dueBy(one.spans, today);
        if (by && (!next || *by < *next))
            next = by;
    }
    return next;
}

QString commitmentSentence(DomainError error) {
    switch (error) {
    case DomainError::Empty:
        return Commitments::tr("Say in a few words what it is about.");
    case DomainError::TooLong:
        return Commitments::tr("That is longer than fits on a line. Shorten it a little.");
    case DomainError::BadText:
        return Commitments::tr("It has to be one line of plain text.");
    case DomainError::BadSchedule:
        return Commitments::tr("Choose at least one weekday.");
    case DomainError::BadDay:
        return Commitments::tr("These days don’t fit together. It can end on its first day at "
                               "the earliest, and be looked at again within 26 weeks.");
    default:
        return Commitments::tr("This can’t be saved as it stands. Nothing you typed is lost.");
    }
}

} // namespace mend::ui
