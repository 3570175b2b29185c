#include "core/domain/content.h"

#include "tests/core/domain/samples.h"

#include <gtest/gtest.h>

using namespace mend;

namespace {

const RecordId id = test::recordId();

// One content of every kind, in the order of Kind, with words wherever there is room for them.
std::vector<Content> oneOfEach() {
    const QString words = QStringLiteral("my\n words");
    CheckInFields checkIn = test::checkInFields();
    checkIn.texts = {{CheckInText::Helped, QStringLiteral("one")},
                     {CheckInText::True, QStringLiteral("two")}};
    CommitmentFields edited = test::commitmentFields();
    edited.title = QStringLiteral("Home by seven");
    return {*Member::create(test::memberFields()),
            *Pair::create(test::pairFields()),
            *CheckIn::create(checkIn),
            *Commitment::create(test::commitmentFields()),
            *CommitmentChange::create({id, ChangeKind::Edit, edited}),
            *Consent::create({id, Answer::Yes, words}),
            *Outcome::create({id, OutcomeState::Kept, words}),
            *View::create({id, ViewState::Differs, words}),
            *Note::create({NoteKind::Plan, words, {}}),
            *Moment::create({5, Need::Hold, words}),
            *StepShared::create({QStringLiteral("B1"), StepState::Done}),
            *Open::create({id}),
            *Withdraw::create({id}),
            *Pause::create({})};
}

} // namespace

TEST(Content, KnowsItsKind) {
    const std::vector<Content> all = oneOfEach();
    ASSERT_EQ(all.size(), std::variant_size_v<Content>);
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(kindOf(all[i]), Kind(i));
}

TEST(Content, SaysWhatItIsAbout) {
    const std::set<Kind> naming = {
        Kind::CommitmentChange, Kind::Consent, Kind::Outcome, Kind::View, Kind::Open,
        Kind::Withdraw};
    for (const Content& content : oneOfEach()) {
        const bool names = naming.contains(kindOf(content));
        EXPECT_EQ(about(content), names ? std::optional(id) : std::nullopt)
            << name(kindOf(content)).toStdString();
    }
}

TEST(Content, IsFoundByItsWords) {
    const QString words = QStringLiteral("my words");
    const QStringList expected = {QStringLiteral("Sam"),
                                  QString(),
                                  QStringLiteral("one\ntwo"),
                                  QStringLiteral("Home by half past six"),
                                  QStringLiteral("Home by seven"),
                                  words,
                                  words,
                                  words,
                                  words,
                                  words,
                                  {},
                                  {},
                                  {},
                                  {}};
    const std::vector<Content> all = oneOfEach();
    ASSERT_EQ(expected.size(), qsizetype(all.size()));
    for (std::size_t i = 0; i < all.size(); ++i)
        EXPECT_EQ(searchText(all[i]), expected[qsizetype(i)]);
}

TEST(Content, WithoutWordsIsNoLine) {
    EXPECT_EQ(searchText(*Outcome::create({id, OutcomeState::Kept, {}})), QString());
    EXPECT_EQ(searchText(*CommitmentChange::create({id, ChangeKind::Pause, {}})), QString());
}
