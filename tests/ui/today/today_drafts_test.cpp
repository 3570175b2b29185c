#include "tests/core/guide/shipped.h"
#include "tests/ui/today/samples.h"
#include "ui/pages/today/today_drafts.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

CheckInDraft halfWritten() {
    CheckInDraft draft;
    draft.fields.role = Role::Betrayer;
    draft.fields.scales = {{Scale::Honesty, 0}, {Scale::Closeness, 10}};
    draft.fields.feelings = {Feeling::Ashamed, Feeling::Calm};
    draft.fields.texts = {{CheckInText::Hard, QStringLiteral("  „so“ \n\u202Eback <b>x</b> ")},
                          {CheckInText::True, QStringLiteral(" ")}};
    draft.fields.ticks = {QStringLiteral("B4"), QStringLiteral("B11")};
    draft.share = Share::Together;
    draft.withScales = true;
    draft.replacesShared = true;
    draft.replacesPrivate = 9'007'199'254'740'993; // More than a double can count.
    return draft;
}

TEST(TodayDrafts, KeepACheckInAsItWasTyped) {
    const auto read = checkInDraft(encoded(halfWritten()));
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, halfWritten());
}

TEST(TodayDrafts, KeepAMomentAndANote) {
    const MomentDraft moment{0, Need::Space, QStringLiteral("the door"), true};
    EXPECT_EQ(momentDraft(encoded(moment)), moment);
    const MomentDraft unset{std::nullopt, std::nullopt, QStringLiteral("x"), false};
    EXPECT_EQ(momentDraft(encoded(unset)), unset);
    const NoteDraft note{NoteKind::Plan, QStringLiteral("9:00\n18:30"),
                         TimeOfDay::fromText(u"18:30")};
    EXPECT_EQ(noteDraft(encoded(note)), note);
}

TEST(TodayDrafts, AreNothingWhileNothingIsFilledIn) {
    CheckInDraft draft;
    draft.share = Share::Now;
    draft.withScales = true;
    draft.fields.texts.insert(CheckInText::Need, QStringLiteral(" \n"));
    EXPECT_TRUE(draft.isEmpty());
    EXPECT_TRUE(encoded(draft).isEmpty());
    EXPECT_TRUE(encoded(MomentDraft{}).isEmpty());
    EXPECT_TRUE(encoded(NoteDraft{NoteKind::Plan, QStringLiteral(" "), std::nullopt}).isEmpty());
    draft.fields.scales.insert(Scale::Trust, 0);
    EXPECT_FALSE(draft.isEmpty());
}

TEST(TodayDrafts, ThatCantBeReadAreNone) {
    for (const QByteArray& bytes : {QByteArray(), QByteArray("x"), QByteArray("[1]"),
                                    QByteArray("{"), QByteArray("\xff\xfe")}) {
        EXPECT_FALSE(checkInDraft(bytes));
        EXPECT_FALSE(momentDraft(bytes));
        EXPECT_FALSE(noteDraft(bytes));
    }
}

TEST(TodayDrafts, LeaveOutWhatThisVersionDoesntKnow) {
    const auto draft =
        checkInDraft(R"({"scales":{"awe":3,"trust":11,"safety":2},"feelings":["odd","sad","sad"],)"
                     R"("texts":{"later":"x","helped":"tea"},"share":"everybody","role":"judge"})");
    ASSERT_TRUE(draft);
    EXPECT_EQ(draft->fields.scales, (QMap<Scale, int>{{Scale::Safety, 2}}));
    EXPECT_EQ(draft->fields.feelings, QList<Feeling>{Feeling::Sad});
    EXPECT_EQ(draft->fields.texts.size(), 1);
    EXPECT_EQ(draft->share, Share::Private);
    EXPECT_EQ(momentDraft(R"({"strength":11,"need":"gold"})"), MomentDraft());
    EXPECT_EQ(noteDraft(R"({"kind":"song","text":"x","until":"25:00"})"),
              (NoteDraft{NoteKind::Whereabouts, QStringLiteral("x"), std::nullopt}));
}

TEST(TodayDiscard, AMomentThatIsBegunIsNotReplacedByOneThatWasDiscarded) {
    TodayPage page;
    page.setState(emptyState());
    QSignalSpy drafts(&page, &TodayPage::momentDraftChanged);
    press(page, "startMoment");
    QTest::keyClicks(part(page, "momentText"), QStringLiteral("a car"));
    press(page, "discardMoment");
    press(page, "startMoment");
    EXPECT_TRUE(part(page, "undo")->isVisibleTo(&page)) << "it was only opened";
    QTest::keyClicks(part(page, "momentText"), QStringLiteral("a song"));
    EXPECT_FALSE(part(page, "undo")->isVisibleTo(&page));
    pressUndo(page);
    EXPECT_EQ(part<GrowingTextEdit>(page, "momentText")->text(), QStringLiteral("a song"));
    page.settle();
    ASSERT_EQ(drafts.count(), 1);
    EXPECT_EQ(drafts.last().first().value<MomentDraft>().text, QStringLiteral("a song"));
}

} // namespace
} // namespace mend::ui
