// The words of single values, and what of an entry can be reworded (entry_text.h).

#include "ui/models/entry_text.h"

#include <QCoreApplication>

namespace mend::ui {
namespace {

struct EntryWords {
    Q_DECLARE_TR_FUNCTIONS(mend::ui::EntryWords)
};

template <class Value, class Fields>
std::optional<Content> made(Fields fields) {
    auto value = Value::create(std::move(fields));
    return value ? std::optional<Content>(*value) : std::nullopt;
}

} // namespace

QString scaleWord(Scale scale) {
    switch (scale) {
    case Scale::Safety:
        return EntryWords::tr("Safety");
    case Scale::Trust:
        return EntryWords::tr("Trust");
    case Scale::Closeness:
        return EntryWords::tr("Closeness");
    case Scale::Honesty:
        return EntryWords::tr("Honesty");
    case Scale::Steadiness:
        return EntryWords::tr("Steadiness");
    }
    return {};
}

QString feelingWord(Feeling feeling) {
    switch (feeling) {
    case Feeling::Calm:
        return EntryWords::tr("calm");
    case Feeling::Hopeful:
        return EntryWords::tr("hopeful");
    case Feeling::Sad:
        return EntryWords::tr("sad");
    case Feeling::Angry:
        return EntryWords::tr("angry");
    case Feeling::Afraid:
        return EntryWords::tr("afraid");
    case Feeling::Ashamed:
        return EntryWords::tr("ashamed");
    case Feeling::Numb:
        return EntryWords::tr("numb");
    case Feeling::Tired:
        return EntryWords::tr("tired");
    case Feeling::Lonely:
        return EntryWords::tr("lonely");
    case Feeling::Grateful:
        return EntryWords::tr("grateful");
    case Feeling::Tense:
        return EntryWords::tr("tense");
    case Feeling::Relieved:
        return EntryWords::tr("relieved");
    }
    return {};
}

QString promptWord(CheckInText text) {
    switch (text) {
    case CheckInText::Helped:
        return EntryWords::tr("What helped");
    case CheckInText::Hard:
        return EntryWords::tr("What was hard");
    case CheckInText::Need:
        return EntryWords::tr("Needed");
    case CheckInText::Thanks:
        return EntryWords::tr("Thanks for");
    case CheckInText::True:
        return EntryWords::tr("One true thing");
    }
    return {};
}

QString stepStateWord(StepState state) {
    switch (state) {
    case StepState::None:
        return EntryWords::tr("not started");
    case StepState::Working:
        return EntryWords::tr("working on it");
    case StepState::Done:
        return EntryWords::tr("done");
    case StepState::NotForUs:
        return EntryWords::tr("not for us");
    }
    return {};
}

QString kindWord(std::optional<Kind> kind) {
    switch (kind.value_or(Kind::Member)) {
    case Kind::CheckIn:
        return EntryWords::tr("Check-in");
    case Kind::Commitment:
        return EntryWords::tr("Commitment");
    case Kind::CommitmentChange:
        return EntryWords::tr("Change of a commitment");
    case Kind::Consent:
        return EntryWords::tr("Answer to a commitment");
    case Kind::Outcome:
        return EntryWords::tr("How a commitment went");
    case Kind::View:
        return EntryWords::tr("What was seen of a commitment");
    case Kind::Note:
        return EntryWords::tr("Note");
    case Kind::Moment:
        return EntryWords::tr("Hard moment");
    case Kind::Step:
        return EntryWords::tr("Checklist step");
    default:
        return {};
    }
}

std::optional<QString> ownWords(const Content& content) {
    if (const auto* note = std::get_if<Note>(&content))
        return (*note)->text;
    if (const auto* moment = std::get_if<Moment>(&content))
        return (*moment)->text;
    if (const auto* outcome = std::get_if<Outcome>(&content))
        return (*outcome)->note;
    if (const auto* view = std::get_if<View>(&content))
        return (*view)->note;
    return std::nullopt;
}

std::optional<Content> withWords(const Content& content, const QString& words) {
    if (const auto* note = std::get_if<Note>(&content)) {
        NoteFields fields = note->fields();
        fields.text = words;
        return made<Note>(fields);
    }
    if (const auto* moment = std::get_if<Moment>(&content)) {
        MomentFields fields = moment->fields();
        fields.text = words;
        return made<Moment>(fields);
    }
    if (const auto* outcome = std::get_if<Outcome>(&content)) {
        OutcomeFields fields = outcome->fields();
        fields.note = words;
        return made<Outcome>(fields);
    }
    if (const auto* view = std::get_if<View>(&content)) {
        ViewFields fields = view->fields();
        fields.note = words;
        return made<View>(fields);
    }
    return std::nullopt;
}

} // namespace mend::ui
