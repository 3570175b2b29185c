#pragma once
// A day as it might be, for both roles, in the words that Mend ships.

#include "tests/core/guide/shipped.h"
#include "ui/pages/today/today_page.h"
#include "ui/widgets/growing_text_edit.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QTest>

namespace mend::ui {

inline const guide::Guide& sampleGuide() {
    static const guide::Guide guide = guide::shippedGuide();
    return guide;
}

inline Day sampleDay() {
    return *Day::fromIso(u"2026-11-22");
}

inline RecordId sampleId(int number) {
    std::array<std::byte, 32> bytes{};
    bytes[0] = std::byte(number);
    return RecordId(bytes);
}

// Nothing written yet; paired with Sam.
inline TodayState emptyState(std::optional<Role> role = Role::Hurt) {
    TodayState state;
    state.day = state.today = sampleDay();
    state.role = role;
    state.prompts = sampleGuide().prompts(role.value_or(Role::Hurt), Relation::Partner);
    if (!role)
        state.prompts.scales.clear();
    const Role theirs = role == Role::Hurt ? Role::Betrayer : Role::Hurt;
    state.theirPrompts = sampleGuide().prompts(theirs, Relation::Partner);
    for (const Role each : {Role::Hurt, Role::Betrayer})
        state.promptsOfRole.emplace(each, sampleGuide().prompts(each, Relation::Partner));
    state.partnerName = QStringLiteral("Sam");
    state.partner.day = sampleDay();
    return state;
}

inline CheckInFields sampleFields(Role role) {
    CheckInFields fields;
    fields.role = role;
    fields.scales.insert(scalesOf(role).front(), 4);
    fields.scales.insert(Scale::Closeness, 5);
    fields.feelings = {Feeling::Sad, Feeling::Hopeful};
    fields.texts.insert(CheckInText::Helped, QStringLiteral("The walk by the river."));
    fields.texts.insert(CheckInText::Need,
                        QStringLiteral("An early night, and no phone at table."));
    return fields;
}

inline TimelineEntry sampleEntry(int number, const Content& content) {
    TimelineEntry entry;
    entry.id = entry.newest = sampleId(number);
    entry.kind = name(kindOf(content));
    entry.day = sampleDay();
    entry.by = mend::Person::Partner;
    entry.content = content;
    return entry;
}

inline CommitmentToday sampleCommitment(int number, const QString& title) {
    CommitmentToday one;
    one.id = sampleId(number);
    one.title = title;
    one.by = TimeOfDay::fromText(u"18:30");
    one.day.day = sampleDay();
    return one;
}

// A day on which both have written, and everything is there once.
inline TodayState fullState(Role role = Role::Hurt) {
    TodayState state = emptyState(role);
    const Role theirs = role == Role::Hurt ? Role::Betrayer : Role::Hurt;
    SavedCheckIn saved;
    saved.shared = sampleId(1);
    saved.privateId = 7;
    saved.fields = sampleFields(role);
    saved.share = Share::Together;
    state.saved = {saved};
    state.partner.checkIn = sampleEntry(2, *CheckIn::create(sampleFields(theirs)));
    state.partner.notes = {sampleEntry(
        3, *Note::create({NoteKind::Whereabouts, QStringLiteral("At work, then the pharmacy."),
                          TimeOfDay::fromText(u"18:30")}))};
    state.partner.moments = {sampleEntry(
        4, *Moment::create({7, Need::Listen, QStringLiteral("The song in the shop.")}))};
    PrivateMoment moment;
    moment.id = 12;
    moment.day = sampleDay();
    moment.fields = {6, Need::Space, QStringLiteral("A message that wasn't for me.")};
    state.moments = {moment};
    state.mine = {sampleCommitment(5, QStringLiteral("Call when I leave work"))};
    state.theirs = {sampleCommitment(6, QStringLiteral("Home by 18:30"))};
    state.theirs.front().day.outcome = OutcomeState::Kept;
    state.theirs.front().day.state = DayState::Kept;
    state.proposals = 1;
    for (const guide::Step& step : sampleGuide().steps(role, Relation::Partner))
        if (step.tick && state.ticks.size() < 3)
            state.ticks.push_back({step.id, *step.tick});
    return state;
}

template <class T = QWidget>
T* part(const QWidget& page, const char* name) {
    return page.findChild<T*>(QLatin1String(name));
}

// What was replaced on the page is gone first, as it is for people.
inline void press(const QWidget& page, const char* name) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    auto* button = part<QAbstractButton>(page, name);
    if (button)
        button->click();
    else
        throw std::runtime_error(std::string("no button ") + name);
}

// Whether anything of the page holds these words, shown or not.
inline bool holdsWords(const QWidget& page, const QString& words) {
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const auto labels = page.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->text().contains(words); });
}

// What stands in the fields of the page.
inline QString typedOn(const QWidget& page) {
    QStringList words;
    for (const auto* field : page.findChildren<GrowingTextEdit*>())
        words.append(field->text());
    return words.join(QLatin1Char('\n'));
}

inline void pressUndo(const QWidget& page) {
    part(page, "undo")->findChild<QAbstractButton*>()->click();
}

// Every word a label of the page shows.
inline QString wordsOn(const QWidget& page) {
    QStringList words;
    for (const QLabel* label : page.findChildren<QLabel*>())
        if (label->isVisibleTo(&page))
            words.append(label->text());
    return words.join(QLatin1Char('\n'));
}

} // namespace mend::ui
