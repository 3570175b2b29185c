#include "ui/pages/today/today_drafts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace mend::ui {

namespace {

constexpr int lowest = 0; // of a scale and of a moment's strength
constexpr int highest = 10;

QByteArray bytesOf(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<QJsonObject> objectOf(const QByteArray& bytes) {
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

std::optional<int> scaleValue(const QJsonValue& value) {
    const int number = value.toInt(lowest - 1);
    return number >= lowest && number <= highest ? std::optional(number) : std::nullopt;
}

QJsonObject scalesOf(const CheckInFields& fields) {
    QJsonObject scales;
    for (auto scale = fields.scales.begin(); scale != fields.scales.end(); ++scale)
        scales.insert(name(scale.key()), scale.value());
    return scales;
}

QJsonObject textsOf(const CheckInFields& fields) {
    QJsonObject texts;
    for (auto text = fields.texts.begin(); text != fields.texts.end(); ++text)
        texts.insert(name(text.key()), text.value());
    return texts;
}

QJsonArray feelingsOf(const CheckInFields& fields) {
    QJsonArray feelings;
    for (const Feeling feeling : fields.feelings)
        feelings.append(name(feeling));
    return feelings;
}

void readScales(const QJsonObject& object, CheckInFields& fields) {
    for (const QString& key : object.keys())
        if (const auto scale = scaleFromName(key))
            if (const auto value = scaleValue(object.value(key)))
                fields.scales.insert(*scale, *value);
}

void readTexts(const QJsonObject& object, CheckInFields& fields) {
    for (const QString& key : object.keys())
        if (const auto text = checkInTextFromName(key))
            fields.texts.insert(*text, object.value(key).toString());
}

void readFeelings(const QJsonArray& array, CheckInFields& fields) {
    for (const QJsonValue& value : array)
        if (const auto feeling = feelingFromName(value.toString()))
            if (!fields.feelings.contains(*feeling))
                fields.feelings.append(*feeling);
}

} // namespace

bool CheckInDraft::isEmpty() const {
    return fields.scales.isEmpty() && fields.feelings.isEmpty() && fields.ticks.isEmpty() &&
           std::all_of(fields.texts.begin(), fields.texts.end(),
                       [](const QString& text) { return text.trimmed().isEmpty(); });
}

bool MomentDraft::isEmpty() const {
    return !strength && !need && text.trimmed().isEmpty();
}

bool NoteDraft::isEmpty() const {
    return text.trimmed().isEmpty();
}

QByteArray encoded(const CheckInDraft& draft) {
    if (draft.isEmpty())
        return {};
    return bytesOf({{QStringLiteral("role"), name(draft.fields.role)},
                    {QStringLiteral("scales"), scalesOf(draft.fields)},
                    {QStringLiteral("feelings"), feelingsOf(draft.fields)},
                    {QStringLiteral("texts"), textsOf(draft.fields)},
                    {QStringLiteral("ticks"), QJsonArray::fromStringList(draft.fields.ticks)},
                    {QStringLiteral("share"), name(draft.share)},
                    {QStringLiteral("withScales"), draft.withScales},
                    {QStringLiteral("withTicks"), draft.withTicks},
                    {QStringLiteral("replacesShared"), draft.replacesShared},
                    {QStringLiteral("replacesPrivate"), QString::number(draft.replacesPrivate)}});
}

std::optional<CheckInDraft> checkInDraft(const QByteArray& bytes) {
    const auto object = objectOf(bytes);
    if (!object)
        return std::nullopt;
    CheckInDraft draft;
    const auto value = [&](const char* key) { return object->value(QLatin1String(key)); };
    draft.fields.role = roleFromName(value("role").toString()).value_or(Role::Hurt);
    readScales(value("scales").toObject(), draft.fields);
    readFeelings(value("feelings").toArray(), draft.fields);
    readTexts(value("texts").toObject(), draft.fields);
    for (const QJsonValue& tick : value("ticks").toArray())
        draft.fields.ticks.append(tick.toString());
    draft.share = shareFromName(value("share").toString()).value_or(Share::Private);
    draft.withScales = value("withScales").toBool();
    draft.withTicks = value("withTicks").toBool();
    draft.replacesShared = value("replacesShared").toBool();
    draft.replacesPrivate = value("replacesPrivate").toString().toLongLong();
    return draft;
}

QByteArray encoded(const MomentDraft& draft) {
    if (draft.isEmpty())
        return {};
    QJsonObject object{{QStringLiteral("text"), draft.text},
                       {QStringLiteral("share"), draft.share}};
    if (draft.strength)
        object.insert(QStringLiteral("strength"), *draft.strength);
    if (draft.need)
        object.insert(QStringLiteral("need"), name(*draft.need));
    return bytesOf(object);
}

std::optional<MomentDraft> momentDraft(const QByteArray& bytes) {
    const auto object = objectOf(bytes);
    if (!object)
        return std::nullopt;
    return MomentDraft{scaleValue(object->value(QLatin1String("strength"))),
                       needFromName(object->value(QLatin1String("need")).toString()),
                       object->value(QLatin1String("text")).toString(),
                       object->value(QLatin1String("share")).toBool()};
}

QByteArray encoded(const NoteDraft& draft) {
    if (draft.isEmpty())
        return {};
    QJsonObject object{{QStringLiteral("kind"), name(draft.kind)},
                       {QStringLiteral("text"), draft.text}};
    if (draft.until)
        object.insert(QStringLiteral("until"), draft.until->text());
    return bytesOf(object);
}

std::optional<NoteDraft> noteDraft(const QByteArray& bytes) {
    const auto object = objectOf(bytes);
    if (!object)
        return std::nullopt;
    const QString kind = object->value(QLatin1String("kind")).toString();
    return NoteDraft{noteKindFromName(kind).value_or(NoteKind::Whereabouts),
                     object->value(QLatin1String("text")).toString(),
                     TimeOfDay::fromText(object->value(QLatin1String("until")).toString())};
}

} // namespace mend::ui
