#pragma once
// Strict reading of a JSON file of texts. The first thing that is wrong is remembered and
// everything after it reads as empty, so that readers can be written straight down and ask once, at
// the end.

#include "core/guide/guide.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <algorithm>
#include <map>
#include <set>
#include <span>

namespace mend::guide {

class Faults {
public:
    explicit Faults(QString file) : file_(std::move(file)) {}
    void add(GuideError kind, const QString& where);
    const std::optional<GuideFault>& first() const { return first_; }

private:
    QString file_;
    std::optional<GuideFault> first_;
};

class JsonObject {
public:
    // The whole file.
    JsonObject(Faults& faults, const QByteArray& bytes);
    JsonObject(Faults& faults, QJsonObject fields, QString path);

    bool has(QLatin1String key) const { return fields_.contains(key); }
    bool isText(QLatin1String key) const { return fields_.value(key).isString(); }
    // Every field but these is UnknownField.
    void allowOnly(const QStringList& keys) const;
    void fault(GuideError kind, QLatin1String key) const;
    void faultAt(GuideError kind, const QString& where) const;
    // Where a field is, from the top of the file: "B5.commitment.title".
    QString at(QLatin1String key) const;
    // The same object, called by another name in faults.
    JsonObject called(const QString& path) const;
    // This object's fields with those of `over` in place of its own.
    JsonObject overlaid(const JsonObject& over, const QString& path) const;

    // Required unless they say "optional"; never blank, at most `limit` UTF-16 code units.
    QString text(QLatin1String key, int limit) const;
    QString optionalText(QLatin1String key, int limit) const; // empty if absent
    QStringList texts(QLatin1String key, int limit) const;    // at least one
    QStringList optionalTexts(QLatin1String key, int limit) const;
    JsonObject object(QLatin1String key) const;
    std::vector<JsonObject> objects(QLatin1String key) const; // at least one
    QStringList keys() const { return fields_.keys(); }
    const QString& path() const { return path_; }

private:
    Faults* faults_;
    QJsonObject fields_;
    QString path_; // "B5", "B5.commitment"
};

inline constexpr Relation relations[] = {Relation::Partner, Relation::Friend, Relation::Family,
                                         Relation::Colleague};

// The names of relations under "relations": each once, at least one.
std::set<Relation> relationsOf(const JsonObject& object);

// The object as `relation` sees it: with what "for" says for that relation. Only `overridable` may
// stand there, and only for relations in `allowed` other than partner, whom the main text is
// written for.
JsonObject inWordsFor(Relation relation, const JsonObject& object,
                      const std::set<Relation>& allowed, const QStringList& overridable);

// The objects under `key` by their "id", which are the names of `all`: each exactly once.
template <class Name>
std::map<Name, JsonObject> namedObjects(const JsonObject& parent, QLatin1String key,
                                        std::span<const Name> all) {
    std::map<Name, JsonObject> found;
    for (const JsonObject& object : parent.objects(key)) {
        const QString id = object.text(QLatin1String("id"), titleLimit);
        const auto known =
            std::find_if(all.begin(), all.end(), [&id](Name one) { return name(one) == id; });
        if (known == all.end())
            object.fault(GuideError::UnknownName, QLatin1String("id"));
        else if (!found.emplace(*known, object.called(parent.at(key) + QLatin1Char('.') + id))
                      .second)
            object.fault(GuideError::DuplicateId, QLatin1String("id"));
    }
    for (const Name one : all)
        if (!found.contains(one))
            parent.faultAt(GuideError::MissingField, parent.at(key) + QLatin1Char('.') + name(one));
    return found;
}

} // namespace mend::guide
