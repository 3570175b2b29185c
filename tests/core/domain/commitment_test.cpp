#include "core/domain/commitment.h"

#include "tests/core/domain/samples.h"

#include <gtest/gtest.h>

using namespace mend;
using test::commitmentFields;

namespace {

CommitmentChangeFields changeFields(ChangeKind change) {
    return {test::recordId(), change, std::nullopt};
}

} // namespace

TEST(Commitment, IsReadAsItWasMade) {
    CommitmentFields fields = commitmentFields();
    fields.by = TimeOfDay::fromText(u"18:30");
    fields.step = QStringLiteral("B5");
    fields.for_ = Person::Partner;
    const auto commitment = Commitment::create(fields);
    ASSERT_TRUE(commitment);
    EXPECT_EQ(commitment->fields(), fields);
}

TEST(Commitment, NeedsATitleOnOneLine) {
    CommitmentFields fields = commitmentFields();
    fields.title = QStringLiteral(" ");
    EXPECT_EQ(check(fields), DomainError::Empty);
    fields.title = QStringLiteral("a\nb");
    EXPECT_EQ(check(fields), DomainError::BadText);
    fields.title = QString(lineLimit + 1, u'a');
    EXPECT_EQ(check(fields), DomainError::TooLong);
}

TEST(Commitment, NeedsAScheduleThatCanBe) {
    CommitmentFields fields = commitmentFields();
    fields.schedule = TimesAWeek{8};
    EXPECT_EQ(check(fields), DomainError::BadSchedule);
}

TEST(Commitment, EndsOnOrAfterItsFirstDay) {
    CommitmentFields fields = commitmentFields();
    fields.until = fields.from;
    EXPECT_EQ(check(fields), std::nullopt);
    fields.until = fields.from.plus(-1);
    EXPECT_EQ(check(fields), DomainError::BadDay);
}

TEST(Commitment, IsLookedAtAgainWithinHalfAYear) {
    CommitmentFields fields = commitmentFields();
    for (const int days : {1, 26 * 7}) {
        fields.review = fields.from.plus(days);
        EXPECT_EQ(check(fields), std::nullopt);
    }
    for (const int days : {-1, 0, 26 * 7 + 1}) {
        fields.review = fields.from.plus(days);
        EXPECT_EQ(check(fields), DomainError::BadDay);
    }
}

TEST(Commitment, IsDueOnceNotBeforeItsFirstDay) {
    CommitmentFields fields = commitmentFields();
    fields.schedule = Once{fields.from};
    EXPECT_EQ(check(fields), std::nullopt);
    fields.schedule = Once{fields.from.plus(-1)};
    EXPECT_EQ(check(fields), DomainError::BadDay);
}

TEST(Commitment, GrowsFromAStepOrFromNone) {
    CommitmentFields fields = commitmentFields();
    fields.step = QStringLiteral("S4");
    EXPECT_EQ(check(fields), std::nullopt);
    fields.step = QStringLiteral("honesty");
    EXPECT_EQ(check(fields), DomainError::BadStep);
}

TEST(Commitment, NobodyCanBeAskedNotToBeAloneWithSomebody) {
    CommitmentFields fields;
    fields.title = QStringLiteral("Not alone with them");
    fields.step = QStringLiteral("B26");
    EXPECT_FALSE(check(fields));
    fields.for_ = Person::Partner;
    EXPECT_EQ(check(fields), DomainError::BadStep);
    EXPECT_TRUE(isForOwnerOnly(fields.step));
    fields.step = QStringLiteral("B9");
    EXPECT_FALSE(check(fields));
    EXPECT_FALSE(isForOwnerOnly(fields.step));
}

TEST(CommitmentChange, CarriesAnEditAndOnlyThen) {
    for (const ChangeKind change : {ChangeKind::Pause, ChangeKind::Resume, ChangeKind::End}) {
        CommitmentChangeFields fields = changeFields(change);
        EXPECT_EQ(check(fields), std::nullopt);
        fields.edited = commitmentFields();
        EXPECT_EQ(check(fields), DomainError::Empty);
    }
    CommitmentChangeFields edit = changeFields(ChangeKind::Edit);
    EXPECT_EQ(check(edit), DomainError::Empty);
    edit.edited = commitmentFields();
    EXPECT_EQ(CommitmentChange::create(edit)->fields(), edit);
    edit.edited->schedule = OnWeekdays{};
    EXPECT_EQ(check(edit), DomainError::BadSchedule);
}

TEST(CommitmentChange, KeepsFirstDayAndOwner) {
    const CommitmentFields before = commitmentFields();
    CommitmentFields edited = before;
    edited.title = QStringLiteral("Home by seven");
    edited.from = before.from.plus(9);
    edited.for_ = Person::Partner;
    const auto after = afterEdit(before, edited, before.from.plus(3));
    ASSERT_TRUE(after.has_value());
    EXPECT_EQ(after->title, edited.title);
    EXPECT_EQ(after->from, before.from);
    EXPECT_EQ(after->for_, before.for_);
}

TEST(CommitmentChange, IsToSomethingThatCouldHaveBeenPromised) {
    const CommitmentFields before = commitmentFields();
    const Day later = before.from.plus(400);
    CommitmentFields edited = before;
    edited.review = later.plus(26 * 7);
    EXPECT_TRUE(CommitmentChange::create({test::recordId(), ChangeKind::Edit, edited}).has_value());
    EXPECT_TRUE(afterEdit(before, edited, later).has_value());
    edited.review = later.plus(26 * 7 + 1);
    EXPECT_FALSE(afterEdit(before, edited, later).has_value());
    edited = before;
    edited.from = before.from.plus(-9);
    edited.until = before.from.plus(-1);
    EXPECT_FALSE(afterEdit(before, edited, later).has_value());
    edited.until.reset();
    edited.schedule = Once{before.from.plus(-1)};
    EXPECT_FALSE(afterEdit(before, edited, later).has_value());
    edited = before;
    edited.step = QStringLiteral("B26");
    EXPECT_TRUE(afterEdit(before, edited, later).has_value());
    CommitmentFields asked = before;
    asked.for_ = Person::Partner;
    EXPECT_FALSE(afterEdit(asked, edited, later).has_value());
}

TEST(CommitmentChange, IsAboutACommitment) {
    CommitmentChangeFields fields = changeFields(ChangeKind::End);
    fields.commitment = RecordId();
    EXPECT_EQ(check(fields), DomainError::BadReference);
}

TEST(Consent, NeedsNoReason) {
    for (const Answer answer : {Answer::Yes, Answer::No, Answer::Change})
        EXPECT_EQ(check(ConsentFields{test::recordId(), answer, {}}), std::nullopt);
}

TEST(Consent, IsAboutACommitmentInWords) {
    EXPECT_EQ(check(ConsentFields{}), DomainError::BadReference);
    EXPECT_EQ(check(ConsentFields{test::recordId(), Answer::Change, QString(QChar(0))}),
              DomainError::BadText);
    EXPECT_EQ(
        check(ConsentFields{test::recordId(), Answer::Change, QString(longTextLimit + 1, u'a')}),
        DomainError::TooLong);
}
