// How the guide speaks: what no text may say, and what may not be said to whom.

#include "tests/core/guide/shipped.h"

#include <QRegularExpression>
#include <gtest/gtest.h>

namespace mend::guide {
namespace {

QStringList everythingFor(const Guide& guide, Role role, Relation relation) {
    QStringList texts = textsOf(guide.prompts(role, relation));
    for (const Step& step : guide.steps(role, relation))
        texts += textsOf(step);
    return texts;
}

QStringList everything(const Guide& guide) {
    QStringList texts;
    for (const Role role : bothRoles)
        for (const Relation relation : allRelations)
            texts += everythingFor(guide, role, relation);
    texts += guide.safety().title;
    for (const SafetySection& section : guide.safety().sections) {
        texts += section.title;
        texts += section.text + section.points;
    }
    for (const Mark& mark : guide.marks().marks)
        texts += mark.text;
    texts.removeDuplicates();
    return texts;
}

void expectNone(const QStringList& texts, const QString& pattern) {
    const QRegularExpression words(pattern, QRegularExpression::CaseInsensitiveOption);
    const QStringList found = texts.filter(words);
    EXPECT_TRUE(found.isEmpty()) << qPrintable(found.join(QStringLiteral("; ")));
}

TEST(Voice, NeverShoutsShamesOrCounts) {
    const QStringList texts = everything(shippedGuide());
    ASSERT_GT(texts.size(), 400);
    const QString never =
        QStringLiteral("!|\\bstreak|\\bfail(ed|ure|s)?\\b|betrayer|no matter what|\\bshould be "
                       "ashamed|congratulat|well done|"
                       "\\bcheat|\\bguilty\\b|\\bvictim|\\bmust forgive|\\bscore\\b");
    expectNone(texts, never);
}

TEST(Voice, IsSetWithCare) {
    // Straight quotes, double spaces, three dots, hyphens as dashes, spaces at the ends.
    const QString careless = QStringLiteral("['\"]|  |\\.\\.\\.|--|—| - |^\\s|\\s$");
    expectNone(everything(shippedGuide()), careless);
}

// A step whose page isn't built yet is words alone, and promises nothing that Mend would do: who
// believes that the proof is kept deletes their own. Nor are its words wrong once the page is
// there.
TEST(Voice, OfAStepPromisesNoPage) {
    const Guide guide = shippedGuide();
    QStringList texts;
    for (const Role role : bothRoles)
        for (const Relation relation : allRelations)
            for (const Step& step : guide.steps(role, relation))
                texts += textsOf(step);
    expectNone(
        texts,
        QStringLiteral("\\bth(is|e) page\\b|\\bwrite it here\\b|\\bstands on Today\\b|\\breport\\b|"
                       "\\bMend (keeps|shows|sends|opens|stores)\\b|both open\\b|"
                       "\\bfrom the note\\b|\\bthe line over\\b"));
}

TEST(Voice, SaysToAColleagueOnlyWhatFitsAColleague) {
    const Guide guide = shippedGuide();
    const QString unfit = QStringLiteral(
        "\\b(love\\w*|faithful\\w*|affairs?|spouse|intimate|intimacy|kiss\\w*|marriage|married|"
        "date night|bed|"
        "hug|hold me|hand in hand|sweetheart|partner|home at|at home|warm)\\b|you are the one");
    for (const Role role : bothRoles)
        expectNone(everythingFor(guide, role, Relation::Colleague), unfit);
}

TEST(Voice, KeepsThePartnersWordsFromFriendsAndFamily) {
    const Guide guide = shippedGuide();
    const QString unfit = QStringLiteral("\\b(faithful\\w*|affairs?|spouse|intimate|intimacy|"
                                         "kiss\\w*|marriage|married|date night|bed|hold me|"
                                         "hand in hand|in love|partner)\\b|you are the one");
    for (const Role role : bothRoles)
        for (const Relation relation : {Relation::Friend, Relation::Family})
            expectNone(everythingFor(guide, role, relation), unfit);
}

TEST(Voice, TemplatesNeverLimitTheOther) {
    const Guide guide = shippedGuide();
    const QRegularExpression limits(
        QStringLiteral("friend|family|money|spend|salary|wear|clothes|dress|sex|nobody else|"
                       "\\b(you|your|must|may not)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    for (const Role role : bothRoles)
        for (const Relation relation : allRelations)
            for (const Step& step : guide.steps(role, relation)) {
                if (!step.commitment)
                    continue;
                EXPECT_FALSE(limits.match(step.commitment->title).hasMatch())
                    << qPrintable(step.commitment->title);
                // Only its owner can make this one, and only the owner's own list offers it.
                if (step.commitment->title.contains(QStringLiteral("alone with"))) {
                    EXPECT_EQ(step.id, QStringLiteral("B26"));
                    EXPECT_EQ(step.side, Side::Betrayer);
                }
            }
}

TEST(Voice, PointsToSafetyWhereGivingAndListeningAreAsked) {
    const Guide guide = shippedGuide();
    for (const char16_t* id : {u"B2", u"H1", u"H3", u"H5", u"H6", u"H7", u"S4", u"S5", u"S7"})
        for (const Relation relation : allRelations) {
            const Step step = *guide.step(id, relation);
            EXPECT_FALSE(step.how.filter(QStringLiteral("Safety")).isEmpty())
                << qPrintable(step.id);
        }
    for (const char16_t* id : {u"B4", u"B21"})
        EXPECT_TRUE(
            guide.step(id, Relation::Partner)->how.last().contains(QStringLiteral("insults")) ||
            guide.step(id, Relation::Partner)->how.last().contains(QStringLiteral("blows")));
}

} // namespace
} // namespace mend::guide
