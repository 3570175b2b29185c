// The page as pictures: in both looks, at both sizes, empty and full. Set MEND_TEST_PICTURES to a
// folder to keep them.

#include "tests/ui/models/fake_timeline.h"
#include "ui/models/timeline_model.h"
#include "ui/pages/timeline/entry_dialog.h"
#include "ui/pages/timeline/timeline_page.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPushButton>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using mend::test::dayOf;
using mend::test::FakeTimeline;
using mend::test::noteEntry;
using mend::test::recordId;

namespace {

const Day today = dayOf("2026-11-22");

TimelineEntry entry(quint64 number, int daysAgo, mend::Person by, const Content& content) {
    TimelineEntry made = noteEntry(number, today.plus(-daysAgo), by, QStringLiteral("x"));
    made.kind = name(kindOf(content));
    made.content = content;
    if (kindOf(content) == Kind::Outcome || kindOf(content) == Kind::View) {
        made.commitment = recordId(999);
        made.commitmentTitle = QStringLiteral("Home by 18:30");
    }
    return made;
}

Content outcome(OutcomeState state, const QString& note = {}) {
    return *Outcome::create({recordId(999), state, note});
}

Content checkIn(const QString& hard, QMap<Scale, int> scales) {
    CheckInFields fields;
    fields.role = scales.contains(Scale::Honesty) ? Role::Betrayer : Role::Hurt;
    fields.scales = std::move(scales);
    fields.feelings = {Feeling::Sad, Feeling::Hopeful};
    fields.texts = {{CheckInText::Hard, hard}, {CheckInText::Need, QStringLiteral("A walk.")}};
    return CheckIn::create(fields).value();
}

void fillToday(FakeTimeline& source) {
    using P = mend::Person;
    source.add(
        entry(90, 0, P::Me,
              *Note::create({NoteKind::Whereabouts, QStringLiteral("At work, then the dentist."),
                             TimeOfDay::fromMinutes(1110)})));
    source.add(entry(89, 0, P::Partner, *View::create({recordId(999), ViewState::Confirmed, {}})));
    source.add(entry(88, 0, P::Me, outcome(OutcomeState::Kept)));
    TimelineEntry sealed = entry(87, 0, P::Partner, checkIn(QStringLiteral("x"), {}));
    sealed.content.reset();
    sealed.seal = SealState::Sealed;
    source.add(sealed);
    source.marks[today] = {DayState::Confirmed, DayState::Confirmed, DayState::Kept,
                           DayState::Open};
    source.saidDays[{recordId(999), today}] = DayState::Confirmed;
}

void fillEarlier(FakeTimeline& source) {
    using P = mend::Person;
    source.add(
        entry(80, 1, P::Me,
              outcome(OutcomeState::Missed, QStringLiteral("The train stood still for an hour."))));
    TimelineEntry hard =
        entry(79, 1, P::Partner,
              *Moment::create(
                  {7, Need::Listen,
                   QStringLiteral("The song from that summer came on in the shop, and for a "
                                  "minute I could not see the shelves. I left the basket "
                                  "where it was and walked home the long way. I am not "
                                  "angry at you right now. I only want you to know that it "
                                  "happened, and that I did not want to be alone with it.")}));
    hard.edited = true;
    source.add(hard);
    source.add(entry(78, 1, P::Me,
                     checkIn(QStringLiteral("Saying it at once, and not after supper."),
                             {{Scale::Honesty, 7}, {Scale::Steadiness, 4}})));
    TimelineEntry taken = entry(77, 1, P::Partner, test::noteOf(QStringLiteral("x")));
    taken.seal = SealState::Withdrawn;
    source.add(taken);
    source.marks[today.plus(-1)] = {DayState::MissedTold, DayState::Differs, DayState::Partly,
                                    DayState::Excused,    DayState::Kept,    DayState::Kept};
    source.saidDays[{recordId(999), today.plus(-1)}] = DayState::MissedTold;
    source.add(entry(70, 2, P::Partner,
                     checkIn(QStringLiteral("The empty evening."),
                             {{Scale::Safety, 4}, {Scale::Trust, 2}, {Scale::Closeness, 5}})));
    TimelineEntry late = entry(69, 2, P::Me, outcome(OutcomeState::Kept));
    late.late = true;
    source.add(late);
    source.marks[today.plus(-2)] = {DayState::Confirmed, DayState::Confirmed, DayState::Confirmed};
    for (int i = 0; i < 40; ++i)
        source.add(noteEntry(quint64(60 - i), today.plus(-3 - i / 2), i % 3 ? P::Me : P::Partner,
                             QStringLiteral("Groceries, then home. Call at three.")));
}

struct Pictures : testing::Test {
    static Theme& theme() {
        static Theme one(*qApp);
        return one;
    }
    Pictures() { theme().choose(LookChoice::Light); }

    void fill() {
        fillToday(source);
        fillEarlier(source);
    }
    void showPage() {
        model.setReader({QStringLiteral("Sam"), today, {}, [](Need) {
                             return QStringLiteral("Listen to me");
                         }});
        model.reload();
        page.setModel(&model);
        page.setState(
            {QStringLiteral("Sam"), today,
             source.entries.empty() ? std::nullopt : std::optional(source.entries.back().day)});
        QSet<QDate> days;
        for (const TimelineEntry& each : source.entries)
            days.insert(each.day.date());
        page.setDays(days);
        page.show();
    }
    FakeTimeline source;
    TimelineModel model{source};
    mend::ui::TimelinePage page;

    void shoot(QWidget& widget, const QString& name) {
        for (const LookChoice look : {LookChoice::Light, LookChoice::Dark}) {
            theme().choose(look);
            QTest::qWait(5);
            const QImage image = widget.grab().toImage();
            ASSERT_EQ(image.size(), widget.size() * image.devicePixelRatio());
            QSet<QRgb> colours;
            for (int y = 0; y < image.height(); y += 3)
                for (int x = 0; x < image.width(); x += 3)
                    colours.insert(image.pixel(x, y));
            EXPECT_GT(colours.size(), 10); // not a blank sheet
            if (const QString folder = qEnvironmentVariable("MEND_TEST_PICTURES");
                !folder.isEmpty())
                image.save(QStringLiteral("%1/timeline-%2-%3.png")
                               .arg(folder, name,
                                    look == LookChoice::Light ? QStringLiteral("light")
                                                              : QStringLiteral("dark")));
        }
        theme().choose(LookChoice::Light);
    }
};

} // namespace

TEST_F(Pictures, Full) {
    fill();
    showPage();
    page.resize(916, 760);
    shoot(page, QStringLiteral("full-916"));
    page.resize(664, 520);
    shoot(page, QStringLiteral("full-664"));
}

TEST_F(Pictures, Empty) {
    showPage();
    page.resize(916, 760);
    shoot(page, QStringLiteral("empty"));
}

TEST_F(Pictures, RightToLeft) {
    fill();
    page.setLayoutDirection(Qt::RightToLeft);
    showPage();
    page.resize(916, 760);
    shoot(page, QStringLiteral("mirrored"));
}

TEST_F(Pictures, AnEntry) {
    EntryState state;
    state.whoAndWhen = QStringLiteral("You, Sunday 22 November 2026");
    state.text = {QStringLiteral("Where you are, until 18:30"),
                  QStringLiteral("At work, then the dentist.\nHome after that."),
                  {QStringLiteral("edited")},
                  false};
    state.earlier = {{QStringLiteral("Where you are"), QStringLiteral("At work."), {}, false}};
    state.words = state.text.body;
    state.mayTakeBack = true;
    EntryDialog dialog(state);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    shoot(dialog, QStringLiteral("entry"));
}

TEST_F(Pictures, AHardMomentOfTheOther) {
    EntryState state;
    state.whoAndWhen = QStringLiteral("Sam, Sunday 22 November 2026");
    state.listenFirst = QStringLiteral(
        "Listen first. You don’t have to answer, explain or make it better now. Read it twice.");
    state.text = {QStringLiteral("A hard moment, 7 of 10"),
                  QStringLiteral("What is needed: “Listen to me”"),
                  {QStringLiteral("edited")},
                  false,
                  QStringLiteral("The song from that summer came on in the shop.")};
    EntryDialog dialog(state);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    shoot(dialog, QStringLiteral("moment"));
    dialog.findChild<QPushButton*>(QStringLiteral("readMoment"))->click();
    shoot(dialog, QStringLiteral("moment-read"));
}
