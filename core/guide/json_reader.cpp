#include "core/guide/json_reader.h"

#include "core/domain/text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace mend::guide {

namespace {

std::optional<GuideError> wrongWith(const QJsonValue& value, const QString& text, int limit) {
    if (!value.isString())
        return GuideError::WrongType;
    if (QStringView(text).trimmed().isEmpty())
        return GuideError::Empty;
    if (text.size() > limit)
        return GuideError::TooLong;
    if (checkText(text))
        return GuideError::BadText;
    return {};
}

} // namespace

void Faults::add(GuideError kind, const QString& where) {
    if (!first_)
        first_ = GuideFault{kind, file_, where};
}

JsonObject::JsonObject(Faults& faults, QJsonObject fields, QString path)
    : faults_(&faults), fields_(std::move(fields)), path_(std::move(path)) {}

JsonObject::JsonObject(Faults& faults, const QByteArray& bytes) : faults_(&faults) {
    if (bytes.size() > fileLimit) {
        faults.add(GuideError::Unreadable, {});
        return;
    }
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        faults.add(GuideError::NotJson, {});
    fields_ = document.object();
}

QString JsonObject::at(QLatin1String key) const {
    return path_.isEmpty() ? QString(key) : path_ + QLatin1Char('.') + key;
}

void JsonObject::fault(GuideError kind, QLatin1String key) const {
    faults_->add(kind, at(key));
}

void JsonObject::faultAt(GuideError kind, const QString& where) const {
    faults_->add(kind, where);
}

void JsonObject::allowOnly(const QStringList& keys) const {
    const QStringList present = fields_.keys();
    for (const QString& key : present)
        if (!keys.contains(key))
            faults_->add(GuideError::UnknownField,
                         path_.isEmpty() ? key : path_ + QLatin1Char('.') + key);
}

JsonObject JsonObject::called(const QString& path) const {
    return {*faults_, fields_, path};
}

JsonObject JsonObject::overlaid(const JsonObject& over, const QString& path) const {
    QJsonObject merged = fields_;
    for (auto field = over.fields_.begin(); field != over.fields_.end(); ++field)
        merged.insert(field.key(), field.value());
    return {*faults_, merged, path};
}

QString JsonObject::text(QLatin1String key, int limit) const {
    if (!has(key)) {
        fault(GuideError::MissingField, key);
        return {};
    }
    const QJsonValue value = fields_.value(key);
    const QString text = value.toString();
    if (const auto wrong = wrongWith(value, text, limit))
        fault(*wrong, key);
    return text;
}

QString JsonObject::optionalText(QLatin1String key, int limit) const {
    return has(key) ? text(key, limit) : QString();
}

QStringList JsonObject::texts(QLatin1String key, int limit) const {
    if (!has(key)) {
        fault(GuideError::MissingField, key);
        return {};
    }
    const QJsonValue list = fields_.value(key);
    if (!list.isArray())
        fault(GuideError::WrongType, key);
    else if (list.toArray().isEmpty())
        fault(GuideError::Empty, key);
    QStringList texts;
    for (const QJsonValue& one : list.toArray()) {
        const QString text = one.toString();
        if (const auto wrong = wrongWith(one, text, limit))
            faults_->add(*wrong, at(key) + QStringLiteral("[%1]").arg(texts.size()));
        texts += text;
    }
    return texts;
}

QStringList JsonObject::optionalTexts(QLatin1String key, int limit) const {
    return has(key) ? texts(key, limit) : QStringList();
}

JsonObject JsonObject::object(QLatin1String key) const {
    const QJsonValue value = fields_.value(key);
    if (!has(key))
        fault(GuideError::MissingField, key);
    else if (!value.isObject())
        fault(GuideError::WrongType, key);
    return {*faults_, value.toObject(), at(key)};
}

std::vector<JsonObject> JsonObject::objects(QLatin1String key) const {
    const QJsonValue list = fields_.value(key);
    if (!has(key))
        fault(GuideError::MissingField, key);
    else if (!list.isArray())
        fault(GuideError::WrongType, key);
    else if (list.toArray().isEmpty())
        fault(GuideError::Empty, key);
    std::vector<JsonObject> objects;
    for (const QJsonValue& one : list.toArray()) {
        const QString path = at(key) + QStringLiteral("[%1]").arg(objects.size());
        if (!one.isObject())
            faults_->add(GuideError::WrongType, path);
        objects.push_back({*faults_, one.toObject(), path});
    }
    return objects;
}

std::set<Relation> relationsOf(const JsonObject& object) {
    std::set<Relation> named;
    for (const QString& name : object.texts(QLatin1String("relations"), titleLimit)) {
        const std::optional<Relation> relation = relationFromName(name);
        if (!relation)
            object.fault(GuideError::UnknownRelation, QLatin1String("relations"));
        else if (!named.insert(*relation).second)
            object.fault(GuideError::DuplicateId, QLatin1String("relations"));
    }
    return named;
}

JsonObject inWordsFor(Relation relation, const JsonObject& object,
                      const std::set<Relation>& allowed, const QStringList& overridable) {
    const QLatin1String key("for");
    if (!object.has(key))
        return object;
    const JsonObject overrides = object.object(key);
    for (const QString& named : overrides.keys()) {
        const std::optional<Relation> whom = relationFromName(named);
        if (!whom || *whom == Relation::Partner || !allowed.contains(*whom))
            object.fault(GuideError::UnknownRelation, key);
    }
    const QByteArray own = name(relation).toLatin1();
    if (!overrides.has(QLatin1String(own)))
        return object;
    const JsonObject words = overrides.object(QLatin1String(own));
    words.allowOnly(overridable);
    return object.overlaid(words, object.path() + QLatin1Char('.') + name(relation));
}

} // namespace mend::guide
