#include "core/domain/checkin.h"

#include "core/domain/names.h"
#include "core/domain/text.h"

#include <QSet>
#include <algorithm>

namespace mend {

namespace {

constexpr int highest = 10;  // of a scale
constexpr int mostTicks = 5; // of a check-in: more would be a to-do list

constexpr Names<5> scaleNames = {QLatin1String("safety"), QLatin1String("trust"),
                                 QLatin1String("closeness"), QLatin1String("honesty"),
                                 QLatin1String("steadiness")};
constexpr Names<5> textNames = {QLatin1String("helped"), QLatin1String("hard"),
                                QLatin1String("need"), QLatin1String("thanks"),
                                QLatin1String("true")};
constexpr Names<12> feelingNames = {
    QLatin1String("calm"),     QLatin1String("hopeful"), QLatin1String("sad"),
    QLatin1String("angry"),    QLatin1String("afraid"),  QLatin1String("ashamed"),
    QLatin1String("numb"),     QLatin1String("tired"),   QLatin1String("lonely"),
    QLatin1String("grateful"), QLatin1String("tense"),   QLatin1String("relieved")};
constexpr Names<3> shareNames = {QLatin1String("private"), QLatin1String("together"),
                                 QLatin1String("now")};

std::optional<DomainError> checkScales(const CheckInFields& fields) {
    const std::vector<Scale> asked = scalesOf(fields.role);
    for (auto it = fields.scales.cbegin(); it != fields.scales.cend(); ++it) {
        const bool known = std::find(asked.begin(), asked.end(), it.key()) != asked.end();
        if (!known || it.value() < 0 || it.value() > highest)
            return DomainError::BadScale;
    }
    return std::nullopt;
}

std::optional<DomainError> checkFeelings(const QList<Feeling>& feelings) {
    QSet<int> met;
    for (const Feeling feeling : feelings) {
        const int value = int(feeling);
        if (value < 0 || value >= int(feelingNames.size()) || met.contains(value))
            return DomainError::BadFeeling;
        met.insert(value);
    }
    return std::nullopt;
}

std::optional<DomainError> checkTexts(const QMap<CheckInText, QString>& texts) {
    qsizetype together = 0; // Bytes.
    for (const QString& text : texts) {
        if (const auto wrong = checkText(text))
            return wrong;
        if (isBlank(text))
            return DomainError::Empty;
        together += text.toUtf8().size();
    }
    if (together > longTextLimit)
        return DomainError::TooLong;
    return std::nullopt;
}

std::optional<DomainError> checkTicks(const QStringList& ticks) {
    const bool ids =
        std::all_of(ticks.begin(), ticks.end(), [](const QString& id) { return isStepId(id); });
    if (ticks.size() > mostTicks || !ids ||
        QSet<QString>(ticks.begin(), ticks.end()).size() != ticks.size())
        return DomainError::BadTick;
    return std::nullopt;
}

} // namespace

QString name(Scale scale) {
    return nameIn(scaleNames, scale);
}

QString name(CheckInText text) {
    return nameIn(textNames, text);
}

QString name(Feeling feeling) {
    return nameIn(feelingNames, feeling);
}

QString name(Share share) {
    return nameIn(shareNames, share);
}

std::optional<Scale> scaleFromName(QStringView name) {
    return valueIn<Scale>(scaleNames, name);
}

std::optional<CheckInText> checkInTextFromName(QStringView name) {
    return valueIn<CheckInText>(textNames, name);
}

std::optional<Feeling> feelingFromName(QStringView name) {
    return valueIn<Feeling>(feelingNames, name);
}

std::optional<Share> shareFromName(QStringView name) {
    return valueIn<Share>(shareNames, name);
}

std::vector<Scale> scalesOf(Role role) {
    if (role == Role::Hurt)
        return {Scale::Safety, Scale::Trust, Scale::Closeness};
    return {Scale::Honesty, Scale::Steadiness, Scale::Closeness};
}

std::optional<DomainError> check(const CheckInFields& fields) {
    if (fields.scales.isEmpty() && fields.feelings.isEmpty() && fields.texts.isEmpty() &&
        fields.ticks.isEmpty())
        return DomainError::Empty;
    if (const auto wrong = checkScales(fields))
        return wrong;
    if (const auto wrong = checkFeelings(fields.feelings))
        return wrong;
    if (const auto wrong = checkTexts(fields.texts))
        return wrong;
    return checkTicks(fields.ticks);
}

CheckInFields withoutBlankTexts(CheckInFields fields) {
    fields.texts.removeIf([](const auto& entry) { return isBlank(entry.value()); });
    return fields;
}

CheckInFields shareable(CheckInFields fields, bool withScales, bool withTicks) {
    if (!withScales)
        fields.scales.clear();
    if (!withTicks)
        fields.ticks.clear();
    return fields;
}

} // namespace mend
