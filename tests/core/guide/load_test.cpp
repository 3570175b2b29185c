// What is wrong with a file of the guide is named: its kind, the file, the place.

#include "tests/core/guide/shipped.h"

#include <QFile>
#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace mend::guide {
namespace {

const QString steps = QStringLiteral("steps");
using Edit = std::function<void(QJsonObject&)>;

void expectFault(const GuideFiles& files, GuideError kind, const char* file, const char* where) {
    const auto guide = Guide::load(files);
    ASSERT_FALSE(guide) << file << " " << where;
    EXPECT_EQ(static_cast<int>(guide.error().kind), static_cast<int>(kind))
        << qPrintable(guide.error().where);
    EXPECT_EQ(guide.error().file, QLatin1String(file));
    EXPECT_EQ(guide.error().where, QLatin1String(where));
}

// B1, the first step of its file, with one field set.
void expectStepFault(const char* field, const QJsonValue& value, GuideError kind,
                     const char* where) {
    GuideFiles files = shippedFiles();
    files.betrayer = editedFirst(files.betrayer, steps, [&](QJsonObject& step) {
        step.insert(QLatin1String(field), value);
    });
    expectFault(files, kind, "betrayer.json", where);
}

QJsonObject commitment(const char* schedule, const char* by = nullptr) {
    QJsonObject object{{QStringLiteral("title"), QStringLiteral("A promise")},
                       {QStringLiteral("schedule"), QLatin1String(schedule)}};
    if (by)
        object.insert(QStringLiteral("by"), QLatin1String(by));
    return object;
}

QJsonObject only(const char* key, const QJsonValue& value) {
    return {{QLatin1String(key), value}};
}

TEST(GuideLoad, ReadsWhatIsShipped) {
    EXPECT_TRUE(Guide::load(shippedFiles()).has_value());
}

TEST(GuideLoad, NamesAFileThatIsNotThere) {
    const QTemporaryDir folder;
    const auto files = readFiles(folder.path());
    ASSERT_FALSE(files);
    EXPECT_EQ(files.error(),
              (GuideFault{GuideError::Unreadable, QStringLiteral("betrayer.json"), {}}));
}

TEST(GuideLoad, RefusesAFileThatIsTooLarge) {
    GuideFiles files = shippedFiles();
    files.hurt += QByteArray(fileLimit, ' ');
    expectFault(files, GuideError::Unreadable, "hurt.json", "");

    const QTemporaryDir folder;
    QFile large(folder.filePath(QStringLiteral("betrayer.json")));
    ASSERT_TRUE(large.open(QIODevice::WriteOnly));
    large.write(QByteArray(fileLimit + 1, ' '));
    large.close();
    EXPECT_EQ(readFiles(folder.path()).error().kind, GuideError::Unreadable);
}

TEST(GuideLoad, RefusesWhatIsNotAJsonObject) {
    for (const char* bytes : {"", "{", "[]", "null", "\xff\xfe"}) {
        GuideFiles files = shippedFiles();
        files.marks = bytes;
        expectFault(files, GuideError::NotJson, "marks.json", "");
    }
}

TEST(GuideLoad, MissesEveryFieldAStepNeeds) {
    for (const char* field : {"relations", "kind", "group", "title", "why", "how", "source"}) {
        GuideFiles files = shippedFiles();
        files.betrayer = editedFirst(files.betrayer, steps,
                                     [&](QJsonObject& step) { step.remove(QLatin1String(field)); });
        expectFault(files, GuideError::MissingField, "betrayer.json",
                    (std::string("B1.") + field).c_str());
    }
}

TEST(GuideLoad, WantsATickOnDailyStepsAndOnlyThere) {
    expectStepFault("kind", QStringLiteral("daily"), GuideError::MissingField, "B1.tick");
    expectStepFault("tick", QStringLiteral("I did it"), GuideError::UnknownField, "B1.tick");
}

TEST(GuideLoad, RefusesFieldsItDoesNotKnow) {
    expectStepFault("whow", QStringLiteral("x"), GuideError::UnknownField, "B1.whow");
    GuideFiles files = shippedFiles();
    files.safety =
        edited(files.safety, [](QJsonObject& root) { root.insert(QStringLiteral("x"), 1); });
    expectFault(files, GuideError::UnknownField, "safety.json", "x");
}

TEST(GuideLoad, RefusesWrongTypes) {
    expectStepFault("why", 7, GuideError::WrongType, "B1.why");
    expectStepFault("how", QStringLiteral("one"), GuideError::WrongType, "B1.how");
    expectStepFault("how", QJsonArray{QStringLiteral("one"), 2}, GuideError::WrongType,
                    "B1.how[1]");
    expectStepFault("commitment", QJsonArray{}, GuideError::WrongType, "B1.commitment");
    GuideFiles files = shippedFiles();
    files.shared =
        edited(files.shared, [](QJsonObject& root) { root.insert(steps, QJsonArray{3}); });
    expectFault(files, GuideError::WrongType, "shared.json", "steps[0]");
    files.shared = edited(files.shared, [](QJsonObject& root) { root.insert(steps, 3); });
    expectFault(files, GuideError::WrongType, "shared.json", "steps");
}

TEST(GuideLoad, RefusesEmptyTextsAndLists) {
    expectStepFault("title", QStringLiteral(" \n"), GuideError::Empty, "B1.title");
    expectStepFault("more", QJsonArray{}, GuideError::Empty, "B1.more");
    GuideFiles files = shippedFiles();
    files.hurt = edited(files.hurt, [](QJsonObject& root) { root.insert(steps, QJsonArray{}); });
    expectFault(files, GuideError::Empty, "hurt.json", "steps");
}

TEST(GuideLoad, RefusesTextsOverTheirLimit) {
    const auto text = [](int size) { return QString(size, u'x'); };
    expectStepFault("title", text(61), GuideError::TooLong, "B1.title");
    expectStepFault("why", text(301), GuideError::TooLong, "B1.why");
    expectStepFault("how", QJsonArray{text(160), text(161)}, GuideError::TooLong, "B1.how[1]");
    expectStepFault("more", QJsonArray{text(401)}, GuideError::TooLong, "B1.more[0]");
    GuideFiles files = shippedFiles();
    files.betrayer = editedFirst(files.betrayer, steps, [&](QJsonObject& step) {
        step.insert(QStringLiteral("title"), text(60));
        step.insert(QStringLiteral("why"), text(300));
    });
    EXPECT_TRUE(Guide::load(files).has_value());
}

TEST(GuideLoad, RefusesControlCharacters) {
    expectStepFault("why", QStringLiteral("bell \a"), GuideError::BadText, "B1.why");
}

TEST(GuideLoad, WantsTwoToFiveThingsToDo) {
    const QString one = QStringLiteral("x");
    expectStepFault("how", QJsonArray{one}, GuideError::BadCount, "B1.how");
    expectStepFault("how", QJsonArray{one, one, one, one, one, one}, GuideError::BadCount,
                    "B1.how");
}

TEST(GuideLoad, RefusesIdsThatAreNotOfTheirFile) {
    expectStepFault("id", QStringLiteral("X1"), GuideError::BadId, "steps[0].id");
    expectStepFault("id", QStringLiteral("H1"), GuideError::BadId, "steps[0].id");
    GuideFiles files = shippedFiles();
    files.prompts = editedFirst(files.prompts, QStringLiteral("gestures"), [](QJsonObject& idea) {
        idea.insert(QStringLiteral("id"), QStringLiteral("G007"));
    });
    expectFault(files, GuideError::BadId, "prompts.json", "gestures[0].id");
}

TEST(GuideLoad, RefusesTheSameIdTwiceAlsoAcrossFiles) {
    expectStepFault("id", QStringLiteral("B3"), GuideError::DuplicateId, "B3.id");
    GuideFiles files = shippedFiles();
    files.shared = editedFirst(files.shared, steps, [](QJsonObject& step) {
        step.insert(QStringLiteral("id"), QStringLiteral("B3"));
    });
    expectFault(files, GuideError::DuplicateId, "shared.json", "B3.id");
    expectStepFault("kind", QJsonArray{QStringLiteral("once"), QStringLiteral("once")},
                    GuideError::DuplicateId, "B1.kind");
    expectStepFault("relations", QJsonArray{QStringLiteral("friend"), QStringLiteral("friend")},
                    GuideError::DuplicateId, "B1.relations");
    files = shippedFiles();
    files.prompts =
        editedFirst(files.prompts, QStringLiteral("feelings"), [](QJsonObject& feeling) {
            feeling.insert(QStringLiteral("id"), QStringLiteral("sad"));
        });
    expectFault(files, GuideError::DuplicateId, "prompts.json", "feelings[2].id");
}

TEST(GuideLoad, RefusesUnknownKindsAndRelations) {
    expectStepFault("kind", QStringLiteral("weekly"), GuideError::UnknownKind, "B1.kind");
    expectStepFault("relations", QJsonArray{QStringLiteral("boss")}, GuideError::UnknownRelation,
                    "B1.relations");
}

TEST(GuideLoad, RefusesWordsForARelationThatHasNone) {
    const QJsonObject words = only("title", QStringLiteral("x"));
    expectStepFault("for", only("boss", words), GuideError::UnknownRelation, "B1.for");
    expectStepFault("for", only("partner", words), GuideError::UnknownRelation, "B1.for");
    GuideFiles files = shippedFiles();
    files.betrayer = editedFirst(files.betrayer, steps, [&](QJsonObject& step) {
        step.insert(QStringLiteral("relations"), QJsonArray{QStringLiteral("partner")});
        step.insert(QStringLiteral("for"), only("friend", words));
    });
    expectFault(files, GuideError::UnknownRelation, "betrayer.json", "B1.for");
}

TEST(GuideLoad, ChecksOverridesLikeTheMainText) {
    expectStepFault("for", only("friend", only("title", QString(61, u'x'))), GuideError::TooLong,
                    "B1.friend.title");
    expectStepFault("for", only("friend", only("id", QStringLiteral("B2"))),
                    GuideError::UnknownField, "B1.for.friend.id");
    expectStepFault("for", only("friend", 1), GuideError::WrongType, "B1.for.friend");
}

TEST(GuideLoad, RefusesTemplatesThatCannotBe) {
    expectStepFault("commitment", commitment("8/week"), GuideError::BadCommitment,
                    "B1.commitment.schedule");
    expectStepFault("commitment", commitment("once:2026-11-22"), GuideError::BadCommitment,
                    "B1.commitment.schedule");
    expectStepFault("commitment", commitment("daily", "25:00"), GuideError::BadCommitment,
                    "B1.commitment.by");
    expectStepFault("commitment", only("title", QStringLiteral("x")), GuideError::MissingField,
                    "B1.commitment.schedule");
}

TEST(GuideLoad, RefusesNamesNobodyKnows) {
    const Edit rename = [](QJsonObject& one) {
        one.insert(QStringLiteral("id"), QStringLiteral("joy"));
    };
    GuideFiles files = shippedFiles();
    files.prompts = editedFirst(files.prompts, QStringLiteral("scales"), rename);
    expectFault(files, GuideError::UnknownName, "prompts.json", "scales[0].id");
    files = shippedFiles();
    files.safety = editedFirst(files.safety, QStringLiteral("sections"), rename);
    expectFault(files, GuideError::UnknownName, "safety.json", "sections[0].id");
    files = shippedFiles();
    files.marks = editedFirst(files.marks, QStringLiteral("marks"), rename);
    expectFault(files, GuideError::UnknownName, "marks.json", "marks[0].id");
}

TEST(GuideLoad, MissesAScaleASectionOrAMark) {
    const auto withoutFirst = [](const QByteArray& json, const char* key) {
        return edited(json, [key](QJsonObject& root) {
            QJsonArray list = root.value(QLatin1String(key)).toArray();
            list.removeFirst();
            root.insert(QLatin1String(key), list);
        });
    };
    GuideFiles files = shippedFiles();
    files.prompts = withoutFirst(files.prompts, "scales");
    expectFault(files, GuideError::MissingField, "prompts.json", "scales.safety");
    files = shippedFiles();
    files.safety = withoutFirst(files.safety, "sections");
    expectFault(files, GuideError::MissingField, "safety.json", "sections");
    files = shippedFiles();
    files.marks = withoutFirst(files.marks, "marks");
    expectFault(files, GuideError::MissingField, "marks.json", "marks.confirmed");
    files = shippedFiles();
    files.prompts = edited(files.prompts, [](QJsonObject& root) {
        QJsonObject lines = root.value(QLatin1String("reassurances")).toObject();
        lines.remove(QLatin1String("family"));
        root.insert(QLatin1String("reassurances"), lines);
    });
    expectFault(files, GuideError::MissingField, "prompts.json", "reassurances.family");
}

TEST(GuideLoad, RefusesASectionTwiceAndANumberWithoutADate) {
    GuideFiles files = shippedFiles();
    files.safety = editedFirst(files.safety, QStringLiteral("sections"), [](QJsonObject& section) {
        section.insert(QStringLiteral("id"), QStringLiteral("life"));
    });
    expectFault(files, GuideError::DuplicateId, "safety.json", "sections[1].id");
    const auto withNumber = [](const char* date) {
        QJsonObject number{{QStringLiteral("number"), QStringLiteral("112")},
                           {QStringLiteral("where"), QStringLiteral("here")},
                           {QStringLiteral("source"), QStringLiteral("a law")}};
        if (date)
            number.insert(QStringLiteral("date"), QLatin1String(date));
        GuideFiles spoilt = shippedFiles();
        spoilt.safety =
            editedFirst(spoilt.safety, QStringLiteral("sections"), [&](QJsonObject& section) {
                section.insert(QStringLiteral("numbers"), QJsonArray{number});
            });
        return spoilt;
    };
    expectFault(withNumber("2018-13-11"), GuideError::BadDate, "safety.json",
                "sections[0].numbers[0].date");
    expectFault(withNumber(nullptr), GuideError::MissingField, "safety.json",
                "sections[0].numbers[0].date");
}

} // namespace
} // namespace mend::guide
