#include "core/domain/entry_kinds.h"

#include "tests/core/domain/samples.h"

#include <gtest/gtest.h>

using namespace mend;

TEST(Note, SaysSomething) {
    const NoteFields fields{NoteKind::Plan, QStringLiteral("At my sister's"),
                            TimeOfDay::fromText(u"21:00")};
    EXPECT_EQ(Note::create(fields)->fields(), fields);
    EXPECT_EQ(check(NoteFields{NoteKind::Plan, QStringLiteral("\n "), {}}), DomainError::Empty);
    EXPECT_EQ(check(NoteFields{NoteKind::Plan, QString(longTextLimit + 1, u'a'), {}}),
              DomainError::TooLong);
    EXPECT_EQ(check(NoteFields{NoteKind::Plan, QStringLiteral("\x7f"), {}}), DomainError::BadText);
}

TEST(Moment, HasAStrengthFromZeroToTen) {
    for (const int strength : {0, 10})
        EXPECT_EQ(check(MomentFields{strength, {}, {}}), std::nullopt);
    for (const int strength : {-1, 11})
        EXPECT_EQ(check(MomentFields{strength, {}, {}}), DomainError::BadStrength);
}

TEST(Moment, MayNeedSomethingAndSayWhy) {
    const MomentFields fields{7, Need::Space, QStringLiteral("The song in the shop")};
    EXPECT_EQ(Moment::create(fields)->fields(), fields);
    EXPECT_EQ(check(MomentFields{7, {}, QString(QChar(0xdc00))}), DomainError::BadText);
}

TEST(StepShared, IsAboutAStep) {
    const StepFields fields{QStringLiteral("B12"), StepState::Working};
    EXPECT_EQ(StepShared::create(fields)->fields(), fields);
    EXPECT_EQ(check(StepFields{}), DomainError::BadStep);
}

TEST(Open, NamesARecord) {
    EXPECT_EQ(Open::create({test::recordId()}).value()->about, test::recordId());
    EXPECT_EQ(Open::create({}), fail(DomainError::BadReference));
}

TEST(Withdraw, NamesARecord) {
    EXPECT_EQ(Withdraw::create({test::recordId()}).value()->about, test::recordId());
    EXPECT_EQ(Withdraw::create({}), fail(DomainError::BadReference));
}

TEST(Pause, StopsSharingOrGoesOn) {
    for (const bool paused : {true, false})
        EXPECT_EQ(Pause::create({paused}).value()->paused, paused);
}
