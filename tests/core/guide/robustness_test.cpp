// Whatever the bytes are: a guide, or a fault in the file that was spoilt. Seeds are fixed, so that
// a failure comes back.

#include "tests/core/guide/shipped.h"

#include <gtest/gtest.h>
#include <random>

namespace mend::guide {
namespace {

struct Victim {
    QByteArray GuideFiles::*bytes;
    const char* name;
};
constexpr Victim victims[] = {
    {&GuideFiles::betrayer, "betrayer.json"}, {&GuideFiles::hurt, "hurt.json"},
    {&GuideFiles::shared, "shared.json"},     {&GuideFiles::prompts, "prompts.json"},
    {&GuideFiles::safety, "safety.json"},     {&GuideFiles::marks, "marks.json"},
};

int below(std::mt19937& random, qsizetype bound) {
    return std::uniform_int_distribution<int>(0, static_cast<int>(bound) - 1)(random);
}

// True if it was read; a fault must name the spoilt file.
bool loads(const GuideFiles& files, const Victim& victim) {
    const auto guide = Guide::load(files);
    if (!guide) {
        EXPECT_EQ(guide.error().file, QLatin1String(victim.name));
    }
    return guide.has_value();
}

// The value with one node in it, at random, replaced by something else.
QJsonValue spoilt(const QJsonValue& value, std::mt19937& random) {
    const QJsonValue others[] = {QJsonValue(),        QJsonValue(-1.5),        QJsonValue(true),
                                 QJsonArray{},        QJsonObject{},           QStringLiteral(""),
                                 QString(5000, u'x'), QJsonArray{QJsonArray{}}};
    const bool here = below(random, 4) == 0;
    if (value.isObject() && !value.toObject().isEmpty() && !here) {
        QJsonObject object = value.toObject();
        const QString key = object.keys().at(below(random, object.size()));
        object.insert(key, spoilt(object.value(key), random));
        return object;
    }
    if (value.isArray() && !value.toArray().isEmpty() && !here) {
        QJsonArray array = value.toArray();
        const int at = below(random, array.size());
        array.replace(at, spoilt(array.at(at), random));
        return array;
    }
    return others[below(random, std::size(others))];
}

TEST(GuideRobustness, RandomBytesAreRefused) {
    std::mt19937 random(1);
    for (int i = 0; i < 120; ++i) {
        const Victim& victim = victims[below(random, 6)];
        QByteArray bytes(below(random, 400), '\0');
        for (char& byte : bytes)
            byte = static_cast<char>(below(random, 256));
        GuideFiles files = shippedFiles();
        files.*victim.bytes = bytes;
        EXPECT_FALSE(loads(files, victim));
    }
}

TEST(GuideRobustness, DeepNestingIsRefused) {
    GuideFiles files = shippedFiles();
    files.betrayer =
        QByteArray("{\"steps\":") + QByteArray(100000, '[') + QByteArray(100000, ']') + "}";
    EXPECT_FALSE(loads(files, victims[0]));
}

TEST(GuideRobustness, ChangedBytesGiveAGuideOrAFault) {
    std::mt19937 random(2);
    int refused = 0;
    for (int i = 0; i < 120; ++i) {
        const Victim& victim = victims[below(random, 6)];
        GuideFiles files = shippedFiles();
        QByteArray& bytes = files.*victim.bytes;
        for (int flips = below(random, 4); flips >= 0; --flips)
            bytes[below(random, bytes.size())] = static_cast<char>(below(random, 256));
        if (below(random, 4) == 0)
            bytes.truncate(below(random, bytes.size()));
        refused += !loads(files, victim);
    }
    EXPECT_GT(refused, 30);
}

TEST(GuideRobustness, ChangedValuesAreRefused) {
    std::mt19937 random(3);
    for (int i = 0; i < 200; ++i) {
        const Victim& victim = victims[below(random, 6)];
        GuideFiles files = shippedFiles();
        const QJsonValue root = QJsonDocument::fromJson(files.*victim.bytes).object();
        QJsonValue changed = spoilt(root, random);
        files.*victim.bytes =
            changed.isArray() ? QJsonDocument(changed.toArray()).toJson(QJsonDocument::Compact)
                              : QJsonDocument(changed.toObject()).toJson(QJsonDocument::Compact);
        // Only an empty object may stand, where words for a relation were: it says nothing.
        if (loads(files, victim)) {
            EXPECT_TRUE((files.*victim.bytes).contains("{}"));
        }
    }
}

} // namespace
} // namespace mend::guide
