#include "core/domain/checkin.h"

#include "core/domain/text.h"
#include "tests/core/domain/samples.h"

#include <gtest/gtest.h>

using namespace mend;
using test::checkInFields;

TEST(CheckIn, IsReadAsItWasMade) {
    const auto checkIn = CheckIn::create(checkInFields());
    ASSERT_TRUE(checkIn);
    EXPECT_EQ(checkIn->fields(), checkInFields());
    EXPECT_EQ((*checkIn)->scales.value(Scale::Safety), 4);
    EXPECT_EQ(*checkIn, *CheckIn::create(checkInFields()));
}

TEST(CheckIn, NeedsOneThingAndNoMore) {
    EXPECT_EQ(CheckIn::create(CheckInFields{}), fail(DomainError::Empty));
    CheckInFields scale, feeling, text, tick;
    scale.scales = {{Scale::Closeness, 0}};
    feeling.feelings = {Feeling::Numb};
    text.texts = {{CheckInText::True, QStringLiteral("I was afraid")}};
    tick.ticks = {QStringLiteral("S2")};
    for (const CheckInFields& fields : {scale, feeling, text, tick})
        EXPECT_EQ(check(fields), std::nullopt);
}

TEST(CheckIn, AsksEachRoleForItsOwnScales) {
    EXPECT_EQ(scalesOf(Role::Hurt), (std::vector{Scale::Safety, Scale::Trust, Scale::Closeness}));
    EXPECT_EQ(scalesOf(Role::Betrayer),
              (std::vector{Scale::Honesty, Scale::Steadiness, Scale::Closeness}));
    CheckInFields fields = checkInFields();
    fields.scales = {{Scale::Honesty, 5}};
    EXPECT_EQ(check(fields), DomainError::BadScale);
    fields.role = Role::Betrayer;
    EXPECT_EQ(check(fields), std::nullopt);
}

TEST(CheckIn, KeepsScalesFromZeroToTen) {
    CheckInFields fields = checkInFields();
    for (const int value : {0, 10}) {
        fields.scales[Scale::Safety] = value;
        EXPECT_EQ(check(fields), std::nullopt);
    }
    for (const int value : {-1, 11}) {
        fields.scales[Scale::Safety] = value;
        EXPECT_EQ(check(fields), DomainError::BadScale);
    }
}

TEST(CheckIn, TakesEachFeelingOnce) {
    CheckInFields fields = checkInFields();
    fields.feelings = {Feeling::Sad, Feeling::Hopeful};
    EXPECT_EQ(check(fields), std::nullopt);
    fields.feelings = {Feeling::Sad, Feeling::Hopeful, Feeling::Sad};
    EXPECT_EQ(check(fields), DomainError::BadFeeling);
    fields.feelings = {Feeling(12)};
    EXPECT_EQ(check(fields), DomainError::BadFeeling);
}

TEST(CheckIn, LimitsItsTextsTogether) {
    CheckInFields fields = checkInFields();
    fields.texts = {{CheckInText::Helped, QString(longTextLimit - 1, u'a')},
                    {CheckInText::Hard, QStringLiteral("b")}};
    EXPECT_EQ(check(fields), std::nullopt);
    fields.texts[CheckInText::Hard] = QStringLiteral("é");
    EXPECT_EQ(check(fields), DomainError::TooLong);
    fields.texts = {{CheckInText::Need, QString(longTextLimit + 1, u'a')}};
    EXPECT_EQ(check(fields), DomainError::TooLong);
    fields.texts = {{CheckInText::Need, QString(QChar(0xd800))}};
    EXPECT_EQ(check(fields), DomainError::BadText);
}

TEST(CheckIn, RefusesBlankTextsUntilTheyAreDropped) {
    CheckInFields fields = checkInFields();
    fields.texts[CheckInText::Hard] = QStringLiteral(" \n");
    fields.texts[CheckInText::Need] = QString();
    EXPECT_EQ(check(fields), DomainError::Empty);
    EXPECT_EQ(withoutBlankTexts(fields), checkInFields());
    EXPECT_EQ(check(withoutBlankTexts(fields)), std::nullopt);
}

TEST(CheckIn, TakesUpToFiveDifferentTicks) {
    CheckInFields fields = checkInFields();
    for (const QString& id :
         {QStringLiteral("H7"), QStringLiteral("S1"), QStringLiteral("S2"), QStringLiteral("S4")})
        fields.ticks.append(id);
    EXPECT_EQ(check(fields), std::nullopt);
    fields.ticks.append(QStringLiteral("B4"));
    EXPECT_EQ(check(fields), DomainError::BadTick);
    fields.ticks = {QStringLiteral("H6"), QStringLiteral("H6")};
    EXPECT_EQ(check(fields), DomainError::BadTick);
    fields.ticks = {QStringLiteral("H0")};
    EXPECT_EQ(check(fields), DomainError::BadTick);
}

TEST(CheckIn, SharesScalesAndTicksOnlyWhenSaid) {
    const CheckInFields all = checkInFields();
    EXPECT_EQ(shareable(all, true, true), all);
    const CheckInFields neither = shareable(all, false, false);
    EXPECT_TRUE(neither.scales.isEmpty());
    EXPECT_TRUE(neither.ticks.isEmpty());
    EXPECT_EQ(neither.texts, all.texts);
    EXPECT_EQ(shareable(all, true, false).scales, all.scales);
    EXPECT_TRUE(shareable(all, true, false).ticks.isEmpty());
    EXPECT_EQ(shareable(all, false, true).ticks, all.ticks);
    EXPECT_TRUE(shareable(all, false, true).scales.isEmpty());
}
