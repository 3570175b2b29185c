#include "core/domain/content.h"

#include <functional>
#include <gtest/gtest.h>
#include <set>

using namespace mend;

namespace {

std::vector<Kind> allKinds() {
    std::vector<Kind> kinds;
    for (std::size_t i = 0; i < std::variant_size_v<Content>; ++i)
        kinds.push_back(Kind(i));
    return kinds;
}

// Every kind for which `rule` holds.
std::set<Kind> kindsWhere(const std::function<bool(Kind)>& rule) {
    std::set<Kind> kinds;
    for (const Kind kind : allKinds()) {
        if (rule(kind))
            kinds.insert(kind);
    }
    return kinds;
}

struct Case {
    bool sameAuthor;
    Person owner;
    bool proposed;
    bool allowed;
};

void expectOnCommitments(Kind namer, const std::vector<Case>& cases) {
    ASSERT_EQ(cases.size(), 8u); // every combination
    for (const Case& c : cases)
        EXPECT_EQ(mayName({namer, Kind::Commitment, c.sameAuthor, c.owner, c.proposed}), c.allowed)
            << c.sameAuthor << name(c.owner).toStdString() << c.proposed;
}

constexpr Person me = Person::Me;
constexpr Person partner = Person::Partner;

} // namespace

TEST(Rules, OnlyTheOwnerReportsAnOutcome) {
    expectOnCommitments(Kind::Outcome, {{true, me, false, true},
                                        {false, me, false, true}, // asked of me, and I said yes
                                        {true, me, true, false},
                                        {false, me, true, false},
                                        {true, partner, false, false},
                                        {false, partner, false, false},
                                        {true, partner, true, false},
                                        {false, partner, true, false}});
}

TEST(Rules, OnlyTheOtherViews) {
    expectOnCommitments(Kind::View, {{true, partner, false, true}, // I asked, they said yes
                                     {false, partner, false, true},
                                     {true, partner, true, false},
                                     {false, partner, true, false},
                                     {true, me, false, false},
                                     {false, me, false, false},
                                     {true, me, true, false},
                                     {false, me, true, false}});
}

TEST(Rules, OnlyTheOneAskedConsents) {
    expectOnCommitments(Kind::Consent, {{false, me, true, true},
                                        {false, me, false, true}, // again, after a first answer
                                        {true, me, true, false},
                                        {true, me, false, false},
                                        {true, partner, true, false},
                                        {true, partner, false, false},
                                        {false, partner, true, false},
                                        {false, partner, false, false}});
}

TEST(Rules, TheOwnerChangesAndTheProposerUntilItIsAnswered) {
    expectOnCommitments(Kind::CommitmentChange, {{true, me, false, true},
                                                 {true, me, true, true},
                                                 {false, me, false, true},
                                                 {false, me, true, true},
                                                 {true, partner, true, true},
                                                 {true, partner, false, false},
                                                 {false, partner, true, false},
                                                 {false, partner, false, false}});
}

TEST(Rules, OnlyCommitmentsAreReportedViewedAnsweredOrChanged) {
    for (const Kind namer : {Kind::Outcome, Kind::View, Kind::Consent, Kind::CommitmentChange}) {
        for (const Kind named : allKinds()) {
            const bool anyhow = mayName({namer, named, false, me, false}) ||
                                mayName({namer, named, true, partner, true}) ||
                                mayName({namer, named, false, partner, false});
            EXPECT_EQ(anyhow, named == Kind::Commitment)
                << name(namer).toStdString() << name(named).toStdString();
        }
    }
}

TEST(Rules, OnesOwnSealedRecordsAreOpened) {
    EXPECT_EQ(kindsWhere([](Kind named) {
                  return mayName({Kind::Open, named, true, me, false});
              }),
              std::set{Kind::CheckIn});
    EXPECT_TRUE(kindsWhere([](Kind named) {
                    return mayName({Kind::Open, named, false, me, false});
                }).empty());
}

TEST(Rules, OnesOwnWordsAreWithdrawnButNoPromiseOrAnswer) {
    const std::set words = {Kind::CheckIn, Kind::Note, Kind::Moment, Kind::Step};
    EXPECT_EQ(kindsWhere(mayWithdraw), words);
    EXPECT_EQ(kindsWhere([](Kind named) {
                  return mayName({Kind::Withdraw, named, true, me, false});
              }),
              words);
    EXPECT_TRUE(kindsWhere([](Kind named) {
                    return mayName({Kind::Withdraw, named, false, me, false});
                }).empty());
}

TEST(Rules, OtherKindsNameNothing) {
    const std::set naming = {
        Kind::CommitmentChange, Kind::Consent, Kind::Outcome, Kind::View, Kind::Open,
        Kind::Withdraw};
    EXPECT_EQ(kindsWhere([](Kind namer) {
                  for (const Kind named : allKinds()) {
                      if (mayName({namer, named, true, me, false}) ||
                          mayName({namer, named, false, me, true}) ||
                          mayName({namer, named, false, partner, false}))
                          return true;
                  }
                  return false;
              }),
              naming);
}

TEST(Rules, VersionsAreOfOneKindAndOneAuthor) {
    EXPECT_EQ(kindsWhere([](Kind kind) { return mayReplace(kind, kind, true); }),
              (std::set{Kind::Member, Kind::CheckIn, Kind::Consent, Kind::Outcome, Kind::View,
                        Kind::Note, Kind::Moment, Kind::Step}));
    for (const Kind kind : allKinds()) {
        EXPECT_FALSE(mayReplace(kind, kind, false));
        EXPECT_FALSE(mayReplace(kind, kind == Kind::Note ? Kind::Moment : Kind::Note, true));
    }
}

TEST(Rules, CheckInsWaitForEachOther) {
    EXPECT_EQ(kindsWhere(maySealTogether), std::set{Kind::CheckIn});
}

TEST(Rules, WhatRunsTheLogHasNoDayAndNoEntry) {
    const std::set daily = {Kind::CheckIn, Kind::Commitment, Kind::CommitmentChange,
                            Kind::Consent, Kind::Outcome,    Kind::View,
                            Kind::Note,    Kind::Moment,     Kind::Step};
    EXPECT_EQ(kindsWhere(needsDay), daily);
    EXPECT_EQ(kindsWhere(onTimeline), daily);
}
