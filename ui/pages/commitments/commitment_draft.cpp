#include "ui/pages/commitments/commitment_draft.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace mend::ui {

QByteArray encoded(const CommitmentFields& fields) {
    const auto iso = [](const std::optional<Day>& day) { return day ? day->toIso() : QString(); };
    const QJsonObject object{{QStringLiteral("title"), fields.title},
                             {QStringLiteral("schedule"), text(fields.schedule)},
                             {QStringLiteral("by"), fields.by ? fields.by->text() : QString()},
                             {QStringLiteral("from"), fields.from.toIso()},
                             {QStringLiteral("until"), iso(fields.until)},
                             {QStringLiteral("review"), iso(fields.review)},
                             {QStringLiteral("step"), fields.step},
                             {QStringLiteral("asked"), fields.for_ == mend::Person::Partner}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<CommitmentFields> commitmentDraft(const QByteArray& bytes) {
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject())
        return std::nullopt;
    const auto value = [object = document.object()](const char* key) {
        return object.value(QLatin1String(key));
    };
    const auto words = [&](const char* key) { return value(key).toString(); };
    CommitmentFields fields;
    fields.title = words("title");
    // Weekdays of which none is chosen yet have no text.
    fields.schedule = scheduleFromText(words("schedule")).value_or(OnWeekdays{});
    fields.by = TimeOfDay::fromText(words("by"));
    const auto from = Day::fromIso(words("from"));
    if (!from)
        return std::nullopt;
    fields.from = *from;
    fields.until = Day::fromIso(words("until"));
    fields.review = Day::fromIso(words("review"));
    fields.step = words("step");
    fields.for_ = value("asked").toBool() ? mend::Person::Partner : mend::Person::Me;
    return fields;
}

} // namespace mend::ui
