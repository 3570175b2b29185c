#include "core/domain/step_sharing.h"
#include "tests/core/guide/shipped.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace mend::guide {
namespace {

QStringList numbered(QChar letter, int last) {
    QStringList ids;
    for (int i = 1; i <= last; ++i)
        ids += letter + QString::number(i);
    return ids;
}

const QStringList partnersOnly{QStringLiteral("B18"), QStringLiteral("B23"), QStringLiteral("B25")};
const QStringList onBoth =
    numbered(u'S', 7) + QStringList{QStringLiteral("B28"), QStringLiteral("H8")};

std::set<QString> idsOf(const std::vector<Step>& steps) {
    std::set<QString> ids;
    for (const Step& step : steps)
        ids.insert(step.id);
    return ids;
}

std::set<QString> asSet(const QStringList& list) {
    return {list.begin(), list.end()};
}

TEST(Checklist, HasEveryStepOfTheOneWhoBrokeTrust) {
    const auto steps = shippedGuide().steps(Role::Betrayer, Relation::Partner);
    EXPECT_EQ(idsOf(steps), asSet(numbered(u'B', 30) + onBoth));
    EXPECT_EQ(steps.size(), 38u); // none twice
}

TEST(Checklist, HasEveryStepOfTheOneWhoWasHurt) {
    const auto steps = shippedGuide().steps(Role::Hurt, Relation::Partner);
    EXPECT_EQ(idsOf(steps), asSet(numbered(u'H', 8) + onBoth));
    EXPECT_EQ(steps.size(), 16u);
}

TEST(Checklist, HidesWhatIsForPartnersOnlyFromEverybodyElse) {
    const Guide guide = shippedGuide();
    for (const Relation relation : {Relation::Friend, Relation::Family, Relation::Colleague}) {
        std::set<QString> expected = asSet(numbered(u'B', 30) + onBoth);
        for (const QString& id : partnersOnly) {
            expected.erase(id);
            EXPECT_FALSE(guide.step(id, relation)) << qPrintable(id);
        }
        EXPECT_EQ(idsOf(guide.steps(Role::Betrayer, relation)), expected);
    }
}

TEST(Checklist, FindsAStepOfEitherRoleByItsId) {
    const Guide guide = shippedGuide();
    EXPECT_EQ(guide.step(u"B3", Relation::Friend)->side, Side::Betrayer);
    EXPECT_EQ(guide.step(u"H4", Relation::Friend)->side, Side::Hurt);
    EXPECT_EQ(guide.step(u"S2", Relation::Friend)->side, Side::Both);
    EXPECT_FALSE(guide.step(u"B31", Relation::Partner));
    EXPECT_FALSE(guide.step(u"", Relation::Partner));
}

TEST(Checklist, CoversEveryPointOfTheSources) {
    QStringList points{QStringLiteral("003/tip-anger"),  QStringLiteral("003/tip-expect"),
                       QStringLiteral("003/tip-love"),   QStringLiteral("003/two-way"),
                       QStringLiteral("003/vulnerable"), QStringLiteral("000/understand"),
                       QStringLiteral("000/vault"),      QStringLiteral("000/willing"),
                       QStringLiteral("000/both-heal"),  QStringLiteral("000/committed"),
                       QStringLiteral("000/day-week"),   QStringLiteral("000/vision"),
                       QStringLiteral("000/safe")};
    for (int i = 1; i <= 7; ++i)
        points += QStringLiteral("003/%1").arg(i);
    for (int i = 1; i <= 8; ++i)
        points += QStringLiteral("000/guideline-%1").arg(i);
    for (int i = 1; i <= 9; ++i)
        points += QStringLiteral("000/thing-%1").arg(i);

    std::set<QString> covered;
    const Guide guide = shippedGuide();
    for (const Role role : bothRoles)
        for (const Step& step : guide.steps(role, Relation::Partner))
            covered.insert(step.sources.begin(), step.sources.end());
    EXPECT_EQ(covered, asSet(points));
}

TEST(Checklist, KeepsTheStepsOfAGroupTogether) {
    const Guide guide = shippedGuide();
    for (const Role role : bothRoles)
        for (const Relation relation : allRelations) {
            QStringList groups;
            for (const Step& step : guide.steps(role, relation))
                if (groups.isEmpty() || groups.last() != step.group)
                    groups += step.group;
            EXPECT_EQ(groups.removeDuplicates(), 0) << qPrintable(groups.join(u'/'));
        }
}

TEST(Checklist, KeepsEveryTextShort) {
    const Guide guide = shippedGuide();
    for (const Role role : bothRoles)
        for (const Relation relation : allRelations)
            for (const Step& step : guide.steps(role, relation)) {
                EXPECT_LE(step.title.size(), 60) << qPrintable(step.id);
                EXPECT_LE(step.why.size(), 300) << qPrintable(step.id);
                EXPECT_GE(step.how.size(), 2) << qPrintable(step.id);
                EXPECT_LE(step.how.size(), 5) << qPrintable(step.id);
                for (const QString& how : step.how)
                    EXPECT_LE(how.size(), 160) << qPrintable(step.id);
                for (const QString& more : step.more)
                    EXPECT_LE(more.size(), 400) << qPrintable(step.id);
            }
}

TEST(Checklist, GivesEachStepTheKindThatTheMapSays) {
    const Guide guide = shippedGuide();
    const auto kinds = [&guide](QStringView id) {
        return guide.step(id, Relation::Partner)->kinds;
    };
    using Kinds = std::vector<StepKind>;
    EXPECT_EQ(kinds(u"B1"), Kinds{StepKind::Exercise});
    EXPECT_EQ(kinds(u"B5"), (Kinds{StepKind::Exercise, StepKind::Daily}));
    EXPECT_EQ(kinds(u"B18"), (Kinds{StepKind::Once, StepKind::Exercise}));
    EXPECT_EQ(kinds(u"B28"), (Kinds{StepKind::Once, StepKind::Ongoing}));
    EXPECT_EQ(kinds(u"H8"), Kinds{StepKind::Once});
    EXPECT_EQ(kinds(u"S2"), (Kinds{StepKind::Daily, StepKind::Ongoing}));
    const QStringList daily{QStringLiteral("B4"),  QStringLiteral("B5"),  QStringLiteral("B9"),
                            QStringLiteral("B10"), QStringLiteral("B11"), QStringLiteral("B16"),
                            QStringLiteral("B17"), QStringLiteral("B23"), QStringLiteral("B24"),
                            QStringLiteral("H6"),  QStringLiteral("H7"),  QStringLiteral("S2"),
                            QStringLiteral("S4")};
    for (const Role role : bothRoles)
        for (const Step& step : guide.steps(role, Relation::Partner)) {
            EXPECT_EQ(step.is(StepKind::Daily), daily.contains(step.id)) << qPrintable(step.id);
            EXPECT_EQ(step.tick.has_value(), daily.contains(step.id)) << qPrintable(step.id);
        }
}

TEST(Checklist, OpensOnlyPagesThatMendKnowsByName) {
    const QStringList pages{QStringLiteral("aim"),          QStringLiteral("apology"),
                            QStringLiteral("appreciation"), QStringLiteral("boundaries"),
                            QStringLiteral("calm-plan"),    QStringLiteral("changes"),
                            QStringLiteral("check-in"),     QStringLiteral("commitments"),
                            QStringLiteral("disclosure"),   QStringLiteral("expectations"),
                            QStringLiteral("gestures"),     QStringLiteral("moment"),
                            QStringLiteral("no-contact"),   QStringLiteral("openness"),
                            QStringLiteral("plan"),         QStringLiteral("questions"),
                            QStringLiteral("reassurance"),  QStringLiteral("reflect-back"),
                            QStringLiteral("safety"),       QStringLiteral("self-forgiveness"),
                            QStringLiteral("session"),      QStringLiteral("set-down"),
                            QStringLiteral("trends"),       QStringLiteral("under-it"),
                            QStringLiteral("week"),         QStringLiteral("whereabouts"),
                            QStringLiteral("why")};
    const Guide guide = shippedGuide();
    std::set<QString> opened;
    for (const Role role : bothRoles)
        for (const Step& step : guide.steps(role, Relation::Partner)) {
            opened.insert(step.opens);
            if (step.is(StepKind::Exercise)) {
                EXPECT_FALSE(step.opens.isEmpty()) << qPrintable(step.id);
            }
        }
    opened.erase(QString());
    EXPECT_EQ(opened, asSet(pages));
}

// The rule knows it by its id, in whichever words it is read.
TEST(Checklist, SettingAMatterDownIsTheOneStepThatIsNeverShared) {
    const Guide guide = shippedGuide();
    for (const Relation relation :
         {Relation::Partner, Relation::Friend, Relation::Family, Relation::Colleague})
        for (const Role role : bothRoles)
            for (const Step& step : guide.steps(role, relation))
                EXPECT_EQ(mayBeShared(step.id), step.opens != QStringLiteral("set-down"))
                    << qPrintable(step.id);
}

TEST(Checklist, HasWordsOfTheirOwnForThoseWhomTheMainTextDoesNotFit) {
    const Guide guide = shippedGuide();
    for (const char16_t* id : {u"B11", u"B16", u"B17", u"B30", u"S1", u"S4", u"H6", u"H7"}) {
        const auto main = guide.step(id, Relation::Partner);
        for (const Relation relation : {Relation::Friend, Relation::Family, Relation::Colleague})
            EXPECT_NE(textsOf(*guide.step(id, relation)), textsOf(*main)) << qPrintable(main->id);
    }
}

TEST(Checklist, LetsAnOverrideReplaceTheTickAndTheCommitment) {
    const Guide guide = shippedGuide();
    EXPECT_EQ(guide.step(u"B10", Relation::Partner)->commitment->by->text(),
              QStringLiteral("09:00"));
    const auto colleague = guide.step(u"B10", Relation::Colleague);
    EXPECT_EQ(*colleague->tick, QStringLiteral("I shared what I am working on"));
    EXPECT_EQ(colleague->commitment->by->text(), QStringLiteral("10:00"));
    EXPECT_EQ(colleague->commitment->schedule, Schedule(OnWeekdays{{1, 2, 3, 4, 5}}));
    EXPECT_EQ(guide.step(u"B10", Relation::Friend)->commitment->schedule, Schedule(TimesAWeek{1}));
}

TEST(Checklist, GivesTheGuidedPagesTheirText) {
    const Guide guide = shippedGuide();
    for (const char16_t* id : {u"B1", u"B6", u"B18", u"H2", u"H3"})
        EXPECT_GE(guide.step(id, Relation::Partner)->more.size(), 2)
            << qPrintable(QString::fromUtf16(id));
    EXPECT_TRUE(
        guide.step(u"B1", Relation::Partner)->more.first().contains(QStringLiteral("in danger")));
    EXPECT_TRUE(guide.step(u"H3", Relation::Partner)
                    ->more.first()
                    .startsWith(QStringLiteral("Something is still happening.")));
}

TEST(StepKindNames, GoBothWays) {
    for (const StepKind kind :
         {StepKind::Once, StepKind::Daily, StepKind::Ongoing, StepKind::Exercise})
        EXPECT_EQ(stepKindFromName(name(kind)), kind);
    EXPECT_EQ(name(StepKind::Exercise), QStringLiteral("exercise"));
    EXPECT_FALSE(stepKindFromName(u"weekly"));
}

} // namespace
} // namespace mend::guide
