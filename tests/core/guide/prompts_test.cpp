#include "tests/core/guide/shipped.h"

#include <gtest/gtest.h>
#include <set>

namespace mend::guide {
namespace {

TEST(PromptsOfTheDay, AskTheScalesOfTheRoleInItsOrder) {
    const Guide guide = shippedGuide();
    for (const Role role : bothRoles)
        for (const Relation relation : allRelations) {
            std::vector<Scale> asked;
            for (const ScalePrompt& prompt : guide.prompts(role, relation).scales)
                asked.push_back(prompt.scale);
            EXPECT_EQ(asked, scalesOf(role));
        }
}

TEST(PromptsOfTheDay, LabelEveryTextFeelingAndNeed) {
    const Guide guide = shippedGuide();
    for (const Role role : bothRoles) {
        const Prompts& prompts = guide.prompts(role, Relation::Partner);
        EXPECT_EQ(prompts.texts.size(), 5u);
        EXPECT_EQ(prompts.texts.front().text, CheckInText::Helped);
        EXPECT_EQ(prompts.texts.back().text, CheckInText::True);
        EXPECT_EQ(prompts.feelings.size(), 12u);
        EXPECT_EQ(prompts.feelings.front().label, QStringLiteral("calm"));
        EXPECT_EQ(prompts.moment.needs.size(), 4u);
        EXPECT_FALSE(prompts.moment.listenFirst.isEmpty());
    }
}

TEST(PromptsOfTheDay, FitTheRelation) {
    const Guide guide = shippedGuide();
    const auto hold = [&guide](Relation relation) {
        return guide.prompts(Role::Hurt, relation).moment.needs.at(1).label;
    };
    EXPECT_EQ(hold(Relation::Partner), QStringLiteral("Hold me"));
    EXPECT_EQ(hold(Relation::Friend), QStringLiteral("Be near"));
    EXPECT_EQ(guide.prompts(Role::Hurt, Relation::Colleague).scales.at(2).label,
              QStringLiteral("How well did we work together?"));
}

TEST(PromptsOfTheDay, OfferReassuranceOnlyToTheOneWhoBrokeTrust) {
    const Guide guide = shippedGuide();
    for (const Relation relation : allRelations) {
        const QStringList lines = guide.prompts(Role::Betrayer, relation).reassurances;
        EXPECT_GE(lines.size(), 5);
        // Never sent unedited: each has a place that its author has to fill.
        for (const QString& line : lines)
            EXPECT_TRUE(line.contains(QChar(0x2026))) << qPrintable(line);
        EXPECT_TRUE(guide.prompts(Role::Hurt, relation).reassurances.isEmpty());
        EXPECT_TRUE(guide.prompts(Role::Hurt, relation).gestures.empty());
    }
}

TEST(GestureIdeas, AreManyAndFitTheRelation) {
    const Guide guide = shippedGuide();
    std::set<QString> all;
    for (const Relation relation : allRelations) {
        const auto& ideas = guide.prompts(Role::Betrayer, relation).gestures;
        EXPECT_GE(ideas.size(), 10u);
        for (const GestureIdea& idea : ideas)
            all.insert(idea.id);
    }
    EXPECT_GE(all.size(), 24u);
}

TEST(GestureIdeas, MindThePaceWhereTheyAreForPartnersOnly) {
    const Guide guide = shippedGuide();
    std::set<QString> forOthers;
    for (const Relation relation : {Relation::Friend, Relation::Family, Relation::Colleague})
        for (const GestureIdea& idea : guide.prompts(Role::Betrayer, relation).gestures)
            forOthers.insert(idea.id);
    int partnersOnly = 0;
    for (const GestureIdea& idea : guide.prompts(Role::Betrayer, Relation::Partner).gestures) {
        if (forOthers.contains(idea.id))
            continue;
        ++partnersOnly;
        EXPECT_FALSE(idea.pace.isEmpty()) << qPrintable(idea.id);
    }
    EXPECT_GE(partnersOnly, 6);
}

} // namespace
} // namespace mend::guide
