#pragma once
// The guide that Mend ships, read from the source tree, and ways to spoil it.

#include "core/guide/guide.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <functional>
#include <stdexcept>

namespace mend::guide {

inline constexpr Relation allRelations[] = {Relation::Partner, Relation::Friend, Relation::Family,
                                            Relation::Colleague};
inline constexpr Role bothRoles[] = {Role::Betrayer, Role::Hurt};

inline QString guideFolder() {
    return QString::fromUtf8(MEND_SOURCE_DIR) + QStringLiteral("/resources/guide");
}

inline GuideFiles shippedFiles() {
    static const auto files = readFiles(guideFolder() + QStringLiteral("/en"));
    if (!files)
        throw std::runtime_error("no guide at " + guideFolder().toStdString());
    return *files;
}

inline Guide shippedGuide() {
    const auto guide = Guide::load(shippedFiles());
    if (!guide)
        throw std::runtime_error(
            (guide.error().file + QLatin1Char(' ') + guide.error().where).toStdString());
    return *guide;
}

// Every text of a step that a person can read.
inline QStringList textsOf(const Step& step) {
    QStringList texts{step.group, step.title, step.why};
    texts += step.how + step.more;
    if (step.tick)
        texts += *step.tick;
    if (step.commitment)
        texts += step.commitment->title;
    return texts;
}

inline QStringList textsOf(const Prompts& prompts) {
    QStringList texts{prompts.moment.what, prompts.moment.strengthLow, prompts.moment.strengthHigh,
                      prompts.moment.listenFirst};
    for (const ScalePrompt& one : prompts.scales)
        texts += {one.label, one.low, one.high};
    for (const TextPrompt& one : prompts.texts)
        texts += {one.label, one.hint};
    for (const FeelingLabel& one : prompts.feelings)
        texts += one.label;
    for (const NeedLabel& one : prompts.moment.needs)
        texts += one.label;
    for (const GestureIdea& one : prompts.gestures)
        texts += {one.text, one.pace};
    return texts + prompts.reassurances;
}

inline QByteArray edited(const QByteArray& json, const std::function<void(QJsonObject&)>& edit) {
    QJsonObject root = QJsonDocument::fromJson(json).object();
    edit(root);
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

// The file with the first object of its list `key` edited.
inline QByteArray editedFirst(const QByteArray& json, const QString& key,
                              const std::function<void(QJsonObject&)>& edit) {
    return edited(json, [&](QJsonObject& root) {
        QJsonArray list = root.value(key).toArray();
        QJsonObject first = list.first().toObject();
        edit(first);
        list.replace(0, first);
        root.insert(key, list);
    });
}

} // namespace mend::guide
