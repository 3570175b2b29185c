// What a commitment expects, day by day, as it changed (day_state.h).

#include "core/domain/day_state.h"

#include <algorithm>

namespace mend {

namespace {

// What holds on a day, if anything can be expected on it.
const CommitmentSpan* activeOn(std::span<const CommitmentSpan> spans, Day day) {
    const auto next =
        std::upper_bound(spans.begin(), spans.end(), day,
                         [](Day d, const CommitmentSpan& span) { return d < span.from; });
    if (next == spans.begin())
        return nullptr;
    const CommitmentSpan& span = *std::prev(next);
    const CommitmentFields& fields = span.fields;
    if (span.paused || span.ended || day < fields.from || (fields.until && day > *fields.until))
        return nullptr;
    return &span;
}

struct IsFixedOn {
    Day day;
    bool operator()(const Once& once) const { return once.day == day; }
    bool operator()(const Daily&) const { return true; }
    bool operator()(const OnWeekdays& on) const { return on.weekdays.contains(day.weekday()); }
    bool operator()(const TimesAWeek&) const { return false; }
};

bool isFixedOn(const CommitmentSpan* active, Day day) {
    return active && std::visit(IsFixedOn{day}, active->fields.schedule);
}

// How many of the owner's own days are asked for from `monday` to `last`. A span asks for its
// number in the whole week, of which the spans before it may have asked for some already: a new
// title doesn't start the week again, and a smaller number takes back nothing.
int pickedDays(std::span<const CommitmentSpan> spans, Day monday, Day last) {
    int asked = 0;
    for (const CommitmentSpan& span : spans) {
        const TimesAWeek* week = std::get_if<TimesAWeek>(&span.fields.schedule);
        if (!week)
            continue;
        int days = 0;
        for (int i = 0; i <= last.daysSince(monday); ++i)
            days += activeOn(spans, monday.plus(i)) == &span ? 1 : 0;
        asked = std::max(asked, std::min(week->times, asked + days));
    }
    return asked;
}

void apply(CommitmentSpan& span, const ChangeOn& change) {
    switch (change.change) {
    case ChangeKind::Edit:
        if (change.edited)
            if (auto after = afterEdit(span.fields, *change.edited, change.day))
                span.fields = std::move(*after);
        break;
    case ChangeKind::Pause:
        span.paused = true;
        break;
    case ChangeKind::Resume:
        span.paused = false;
        break;
    case ChangeKind::End:
        span.ended = true;
        break;
    }
}

} // namespace

std::vector<CommitmentSpan> spansOf(const CommitmentFields& first,
                                    std::span<const ChangeOn> changes) {
    std::vector<CommitmentSpan> spans = {CommitmentSpan{first.from, first, false, false}};
    for (const ChangeOn& change : changes) {
        if (spans.back().ended)
            break;
        if (change.day.epochDays() == Day::last)
            continue; // there is no day after it
        CommitmentSpan next = spans.back();
        next.from = std::max(change.day.plus(1), next.from);
        apply(next, change);
        if (next.from == spans.back().from)
            spans.pop_back(); // it never held on any day
        spans.push_back(std::move(next));
    }
    return spans;
}

std::vector<Day> expectedDays(std::span<const CommitmentSpan> spans, Day from, Day to) {
    std::vector<Day> days;
    for (int i = 0; i <= to.daysSince(from); ++i) {
        const Day day = from.plus(i);
        if (isFixedOn(activeOn(spans, day), day))
            days.push_back(day);
    }
    return days;
}

int expectedInWeek(std::span<const CommitmentSpan> spans, Day monday, Day until) {
    const Day last = std::min(monday.plus(6), until);
    return int(expectedDays(spans, monday, last).size()) + pickedDays(spans, monday, last);
}

bool mayCountOn(std::span<const CommitmentSpan> spans, Day day) {
    const CommitmentSpan* active = activeOn(spans, day);
    return active &&
           (isFixedOn(active, day) || std::holds_alternative<TimesAWeek>(active->fields.schedule));
}

} // namespace mend
