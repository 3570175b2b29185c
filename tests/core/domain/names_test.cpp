// The names that stand in records, JSON and the command line: changing one breaks what is stored.

#include "core/domain/content.h"
#include "core/domain/day_state.h"
#include "core/domain/reading.h"
#include "core/domain/timeline.h"

#include <QStringList>
#include <gtest/gtest.h>

using namespace mend;

namespace {

// Checks that the values from 0 on have exactly these names, and that the next has none.
template <class Enum>
void expectNames(const char* spaced) {
    const QStringList names = QString::fromLatin1(spaced).split(u' ');
    for (int i = 0; i < names.size(); ++i)
        EXPECT_EQ(name(Enum(i)), names[i]);
    EXPECT_TRUE(name(Enum(names.size())).isNull());
}

// The same, and back.
template <class Enum>
void expectNames(const char* spaced, std::optional<Enum> (*fromName)(QStringView)) {
    expectNames<Enum>(spaced);
    const QStringList names = QString::fromLatin1(spaced).split(u' ');
    for (int i = 0; i < names.size(); ++i) {
        EXPECT_EQ(fromName(names[i]), Enum(i));
        EXPECT_EQ(fromName(names[i].toUpper()), std::nullopt);
    }
    EXPECT_EQ(fromName(u""), std::nullopt);
    EXPECT_EQ(fromName(u"else"), std::nullopt);
}

} // namespace

TEST(Names, OfPeopleAreStable) {
    expectNames<Role>("betrayer hurt", roleFromName);
    expectNames<Relation>("partner friend family colleague", relationFromName);
    expectNames<Person>("me partner");
    EXPECT_EQ(other(Person::Me), Person::Partner);
    EXPECT_EQ(other(Person::Partner), Person::Me);
}

TEST(Names, OfCheckInsAreStable) {
    expectNames<Scale>("safety trust closeness honesty steadiness", scaleFromName);
    expectNames<CheckInText>("helped hard need thanks true", checkInTextFromName);
    expectNames<Feeling>(
        "calm hopeful sad angry afraid ashamed numb tired lonely grateful tense relieved",
        feelingFromName);
    expectNames<Share>("private together now", shareFromName);
}

TEST(Names, OfCommitmentsAreStable) {
    expectNames<ChangeKind>("edit pause resume end", changeKindFromName);
    expectNames<Answer>("yes no change", answerFromName);
    expectNames<OutcomeState>("kept partly missed excused", outcomeStateFromName);
    expectNames<ViewState>("confirmed differs noticed thanks", viewStateFromName);
    expectNames<DayState>("confirmed kept partly missed-told missed differs excused open");
    expectNames<CommitmentState>("proposed active paused ended declined");
}

TEST(Names, OfEntriesAreStable) {
    expectNames<NoteKind>("whereabouts reassurance plan", noteKindFromName);
    expectNames<Need>("listen hold space answer", needFromName);
    expectNames<StepState>("none working done not-for-us", stepStateFromName);
    expectNames<SealState>("none sealed withdrawn lost");
    expectNames<Kind>(
        "member pair checkin commitment commitment.change consent outcome view note moment step "
        "open withdraw pause",
        kindFromName);
}
