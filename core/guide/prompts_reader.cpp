#include "core/guide/readers.h"

#include <QRegularExpression>

namespace mend::guide {

using Key = QLatin1String;

namespace {

constexpr Scale scales[] = {Scale::Safety, Scale::Trust, Scale::Closeness, Scale::Honesty,
                            Scale::Steadiness};
constexpr CheckInText texts[] = {CheckInText::Helped, CheckInText::Hard, CheckInText::Need,
                                 CheckInText::Thanks, CheckInText::True};
constexpr Feeling feelings[] = {Feeling::Calm,     Feeling::Hopeful, Feeling::Sad,
                                Feeling::Angry,    Feeling::Afraid,  Feeling::Ashamed,
                                Feeling::Numb,     Feeling::Tired,   Feeling::Lonely,
                                Feeling::Grateful, Feeling::Tense,   Feeling::Relieved};
constexpr Need needs[] = {Need::Listen, Need::Hold, Need::Space, Need::Answer};

// A prompt as this relation reads it, with none but these fields.
JsonObject prompt(const JsonObject& object, Relation relation, const QStringList& fields) {
    object.allowOnly(fields + QStringList{QStringLiteral("id"), QStringLiteral("for")});
    const std::set<Relation> all(std::begin(relations), std::end(relations));
    return inWordsFor(relation, object, all, fields);
}

std::vector<ScalePrompt> readScales(const JsonObject& file, Role role, Relation relation) {
    const auto found = namedObjects<Scale>(file, Key("scales"), scales);
    std::vector<ScalePrompt> prompts;
    for (const Scale scale : scalesOf(role)) {
        const auto entry = found.find(scale);
        if (entry == found.end())
            continue; // remembered as missing
        const JsonObject words =
            prompt(entry->second, relation,
                   {QStringLiteral("label"), QStringLiteral("low"), QStringLiteral("high")});
        prompts.push_back({scale, words.text(Key("label"), titleLimit),
                           words.text(Key("low"), titleLimit),
                           words.text(Key("high"), titleLimit)});
    }
    return prompts;
}

std::vector<TextPrompt> readTexts(const JsonObject& file, Role role, Relation relation) {
    const JsonObject roles = file.object(Key("texts"));
    roles.allowOnly({name(Role::Betrayer), name(Role::Hurt)});
    const QByteArray key = name(role).toLatin1();
    std::vector<TextPrompt> prompts;
    for (const auto& [text, object] : namedObjects<CheckInText>(roles, Key(key), texts)) {
        const JsonObject words =
            prompt(object, relation, {QStringLiteral("label"), QStringLiteral("hint")});
        prompts.push_back({text, words.text(Key("label"), titleLimit),
                           words.optionalText(Key("hint"), howLimit)});
    }
    return prompts;
}

std::vector<FeelingLabel> readFeelings(const JsonObject& file) {
    std::vector<FeelingLabel> labels;
    for (const auto& [feeling, object] : namedObjects<Feeling>(file, Key("feelings"), feelings)) {
        object.allowOnly({QStringLiteral("id"), QStringLiteral("label")});
        labels.push_back({feeling, object.text(Key("label"), titleLimit)});
    }
    return labels;
}

MomentPrompts readMoment(const JsonObject& moment, Relation relation) {
    moment.allowOnly({QStringLiteral("what"), QStringLiteral("strengthLow"),
                      QStringLiteral("strengthHigh"), QStringLiteral("needs"),
                      QStringLiteral("listenFirst")});
    MomentPrompts prompts{moment.text(Key("what"), titleLimit),
                          moment.text(Key("strengthLow"), titleLimit),
                          moment.text(Key("strengthHigh"), titleLimit),
                          {},
                          moment.text(Key("listenFirst"), whyLimit)};
    for (const auto& [need, object] : namedObjects<Need>(moment, Key("needs"), needs)) {
        const JsonObject words = prompt(object, relation, {QStringLiteral("label")});
        prompts.needs.push_back({need, words.text(Key("label"), titleLimit)});
    }
    return prompts;
}

QStringList readReassurances(const JsonObject& byRelation, Relation relation) {
    QStringList names;
    for (const Relation one : relations)
        names += name(one);
    byRelation.allowOnly(names);
    const QByteArray key = name(relation).toLatin1();
    return byRelation.texts(Key(key), howLimit);
}

std::vector<GestureIdea> readGestures(const JsonObject& file, Relation relation) {
    static const QRegularExpression shape(QStringLiteral("\\AG[1-9][0-9]?\\z"));
    std::set<QString> ids;
    std::vector<GestureIdea> ideas;
    for (const JsonObject& object : file.objects(Key("gestures"))) {
        object.allowOnly({QStringLiteral("id"), QStringLiteral("relations"), QStringLiteral("text"),
                          QStringLiteral("pace")});
        const GestureIdea idea{object.text(Key("id"), titleLimit),
                               object.text(Key("text"), howLimit),
                               object.optionalText(Key("pace"), howLimit)};
        if (!shape.match(idea.id).hasMatch())
            object.fault(GuideError::BadId, Key("id"));
        if (!ids.insert(idea.id).second)
            object.fault(GuideError::DuplicateId, Key("id"));
        if (relationsOf(object).contains(relation))
            ideas.push_back(idea);
    }
    return ideas;
}

} // namespace

Prompts readPrompts(const JsonObject& file, Role role, Relation relation) {
    file.allowOnly({QStringLiteral("scales"), QStringLiteral("texts"), QStringLiteral("feelings"),
                    QStringLiteral("moment"), QStringLiteral("reassurances"),
                    QStringLiteral("gestures")});
    Prompts prompts{readScales(file, role, relation),
                    readTexts(file, role, relation),
                    readFeelings(file),
                    readMoment(file.object(Key("moment")), relation),
                    {},
                    {}};
    // To reassure is for the one who broke trust; nothing here asks it of the one who was hurt.
    if (role == Role::Betrayer) {
        prompts.reassurances = readReassurances(file.object(Key("reassurances")), relation);
        prompts.gestures = readGestures(file, relation);
    }
    return prompts;
}

} // namespace mend::guide
