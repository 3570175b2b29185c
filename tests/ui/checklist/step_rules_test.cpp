// Which steps are shown, and what each leads to in the Mend that runs.

#include "tests/ui/checklist/checklist_fixture.h"
#include "ui/pages/checklist/step_filter.h"
#include "ui/pages/checklist/step_offers.h"

using namespace mend;
using namespace mend::ui;
using namespace mend::test;

namespace {

guide::Step step(const char* id) {
    return shippedGuide().step(QString::fromLatin1(id), Relation::Partner).value();
}

QString place(const char* id, StepUse use = StepUse::Mine, bool paired = true) {
    const auto destination = destinationOf(step(id), use, paired);
    return destination ? destination->page + u'/' + destination->part : QString();
}

} // namespace

TEST(StepFilter, KeepsWhatIsInThatState) {
    const ChecklistItem working{step("B4"), StepState::Working, false};
    EXPECT_TRUE(matches(working, StepFilter::All, {}));
    EXPECT_TRUE(matches(working, StepFilter::Working, {}));
    EXPECT_FALSE(matches(working, StepFilter::Done, {}));
    const ChecklistItem done{step("B4"), StepState::Done, false};
    EXPECT_TRUE(matches(done, StepFilter::Done, {}));
    EXPECT_FALSE(matches(done, StepFilter::Working, {}));
}

TEST(StepFilter, FindsEveryWordWhereverItStands) {
    const ChecklistItem item{step("B4"), StepState::None, false};
    EXPECT_TRUE(matches(item, StepFilter::All, QStringLiteral("POUR out")));
    EXPECT_TRUE(matches(item, StepFilter::All, QStringLiteral("defending  calming")));
    EXPECT_FALSE(matches(item, StepFilter::All, QStringLiteral("pour submarine")));
}

TEST(StepOffers, LeadToThePagesThatExist) {
    EXPECT_EQ(place("H1"), QStringLiteral("today/moment"));
    EXPECT_EQ(place("B10"), QStringLiteral("today/plan"));
    EXPECT_EQ(place("B24"), QStringLiteral("today/whereabouts"));
    EXPECT_EQ(place("B17"), QStringLiteral("today/reassurance"));
    EXPECT_EQ(place("S4"), QStringLiteral("today/check-in"));
    EXPECT_EQ(place("H6"), QStringLiteral("today/check-in"));
    EXPECT_EQ(place("S7"), QStringLiteral("safety/"));
    for (const char* id : {"B1", "B3", "B5", "B22", "H2", "H4", "S1", "S2", "B7", "B28"})
        EXPECT_TRUE(place(id).isEmpty()) << id;
}

// Today has no note to write where there is nobody to read it, and kind words of one's role alone.
TEST(StepOffers, LeadToNotesThatCanBeWrittenThere) {
    for (const char* id : {"B10", "B17", "B24"}) {
        EXPECT_TRUE(place(id, StepUse::Mine, false).isEmpty()) << id;
        EXPECT_TRUE(place(id, StepUse::Theirs, true).isEmpty()) << id;
    }
    EXPECT_EQ(place("B10", StepUse::ForMyself), QStringLiteral("today/plan"));
    EXPECT_TRUE(place("B17", StepUse::ForMyself).isEmpty());
    EXPECT_EQ(place("H1", StepUse::Mine, false), QStringLiteral("today/moment"));
}

TEST(StepOffers, StartCommitmentsOfTheirOwnerAlone) {
    EXPECT_TRUE(offersCommitment(step("B9"), StepUse::Mine));
    EXPECT_TRUE(offersCommitment(step("B9"), StepUse::ForMyself));
    EXPECT_FALSE(offersCommitment(step("B9"), StepUse::Theirs));
    EXPECT_TRUE(offersCommitment(step("B12"), StepUse::Mine)) << "changes, without a template";
    EXPECT_FALSE(offersCommitment(step("B1"), StepUse::Mine));
}

TEST(StepOffers, LeaveNotAloneWithToItsOwner) {
    EXPECT_TRUE(offersCommitment(step("B26"), StepUse::Mine));
    EXPECT_FALSE(offersCommitment(step("B26"), StepUse::ForMyself));
    EXPECT_FALSE(offersCommitment(step("B26"), StepUse::Theirs));
}
