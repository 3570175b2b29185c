#pragma once
// The check-in of a day (guidance.md): scales are unset until touched, everything is optional.

#include "core/domain/checked.h"
#include "core/domain/role.h"

#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace mend {

enum class Scale { Safety, Trust, Closeness, Honesty, Steadiness };
enum class CheckInText { Helped, Hard, Need, Thanks, True };
enum class Feeling {
    Calm,
    Hopeful,
    Sad,
    Angry,
    Afraid,
    Ashamed,
    Numb,
    Tired,
    Lonely,
    Grateful,
    Tense,
    Relieved
};
// How a check-in is shared. Private ones never touch a log.
enum class Share { Private, Together, Now };

QString name(Scale scale);
QString name(CheckInText text);
QString name(Feeling feeling);
QString name(Share share);
std::optional<Scale> scaleFromName(QStringView name);
std::optional<CheckInText> checkInTextFromName(QStringView name);
std::optional<Feeling> feelingFromName(QStringView name);
std::optional<Share> shareFromName(QStringView name);

// The three scales of a role, in the order they are asked.
std::vector<Scale> scalesOf(Role role);

struct CheckInFields {
    Role role = Role::Hurt;           // whose scales these are
    QMap<Scale, int> scales;          // 0 (not at all) to 10 (fully)
    QList<Feeling> feelings;          // each at most once
    QMap<CheckInText, QString> texts; // none blank; at most longTextLimit together
    QStringList ticks;                // ids of steps, at most five, each once
    bool operator==(const CheckInFields&) const = default;
};
// Empty: nothing set at all, or a text that is there but blank, so that an unset field has one form
// only.
std::optional<DomainError> check(const CheckInFields& fields);
using CheckIn = Checked<CheckInFields>;

// As filled in on a page: fields left blank are unset.
CheckInFields withoutBlankTexts(CheckInFields fields);
// What of a check-in may leave this computer: scales and ticks only where their owner said so.
CheckInFields shareable(CheckInFields fields, bool withScales, bool withTicks);

} // namespace mend
