#pragma once
// Commitments as the page reads them.

#include "ui/pages/commitments/commitments_state.h"

namespace mend::test {

inline const Day sunday = *Day::fromIso(u"2026-11-22");

inline RecordId idOf(unsigned char number) {
    std::array<std::byte, RecordId::size> bytes{};
    bytes[0] = std::byte(number);
    return RecordId(bytes);
}

inline CommitmentReading reading(unsigned char number, Person owner, const QString& title,
                                 CommitmentState state = CommitmentState::Active) {
    CommitmentReading made;
    made.id = idOf(number);
    made.owner = made.proposer = owner;
    made.state = state;
    made.now = {title, Daily{},   TimeOfDay::fromMinutes(1110), sunday.plus(-60), {}, {},
                {},    Person::Me};
    made.spans = spansOf(made.now, {});
    return made;
}

inline void say(CommitmentReading& commitment, int daysAgo, DayState state,
                std::optional<OutcomeState> outcome) {
    CommitmentDay day;
    day.day = sunday.plus(-daysAgo);
    day.state = state;
    day.outcome = outcome;
    if (state == DayState::Confirmed)
        day.view = ViewState::Confirmed;
    if (state == DayState::Differs)
        day.view = ViewState::Differs;
    commitment.days.insert(commitment.days.begin(), day);
}

// Some weeks of good and bad days; today is open.
inline void sayMuch(CommitmentReading& commitment) {
    using D = DayState;
    using O = OutcomeState;
    const std::pair<D, O> said[] = {
        {D::Confirmed, O::Kept}, {D::Confirmed, O::Kept}, {D::MissedTold, O::Missed},
        {D::Kept, O::Kept},      {D::Partly, O::Partly},  {D::Excused, O::Excused},
        {D::Differs, O::Kept},   {D::Confirmed, O::Kept}, {D::Missed, O::Missed}};
    for (int i = 1; i < 50; ++i)
        say(commitment, i, said[std::size_t(i) % 9].first, said[std::size_t(i) % 9].second);
}

inline CommitmentReading proposal(unsigned char number, Person owner, const QString& title) {
    CommitmentReading made = reading(number, owner, title, CommitmentState::Proposed);
    made.proposer = other(owner);
    made.now.for_ = Person::Partner;
    return made;
}

// As a step of the checklist starts one.
inline CommitmentFields startOf(const char* step, const QString& title,
                                const Schedule& schedule = Daily{}) {
    return {title, schedule, {}, sunday, {}, {}, QString::fromLatin1(step), Person::Me};
}

inline ui::CommitmentsState typicalState() {
    ui::CommitmentsState state;
    state.partner = QStringLiteral("Sam");
    state.mayAsk = true;
    state.today = sunday;
    CommitmentReading home = reading(1, Person::Me, QStringLiteral("Home by 18:30"));
    sayMuch(home);
    CommitmentReading walk = reading(2, Person::Me, QStringLiteral("A walk together"));
    walk.now.schedule = TimesAWeek{2};
    walk.now.by.reset();
    walk.now.review = sunday.plus(20);
    walk.spans = spansOf(walk.now, {});
    say(walk, 2, DayState::Confirmed, OutcomeState::Kept);
    CommitmentReading listen =
        reading(3, Person::Partner, QStringLiteral("Say it when I need an hour alone"));
    sayMuch(listen);
    say(listen, 0, DayState::Kept, OutcomeState::Kept);
    std::rotate(listen.days.begin(), listen.days.begin() + 1, listen.days.end());
    state.sections.mine = {home, walk};
    state.sections.theirs = {listen};
    state.sections.asked = {proposal(4, Person::Me, QStringLiteral("Phone in the hall after ten"))};
    state.sections.waiting = {
        proposal(5, Person::Partner, QStringLiteral("Tell me before you go out late"))};
    state.sections.ended = {
        reading(6, Person::Me, QStringLiteral("Send the letter"), CommitmentState::Ended)};
    state.offers = {{QStringLiteral("B9"), QStringLiteral("Home when I said"), Daily{},
                     TimeOfDay::fromMinutes(1110)},
                    {QStringLiteral("B16"), QStringLiteral("One kind thing"), TimesAWeek{3}, {}}};
    return state;
}

} // namespace mend::test
