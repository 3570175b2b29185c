#include "ui/models/entry_text.h"

#include "ui/models/commitment_text.h"
#include "ui/models/day_text.h"

#include <QCoreApplication>

namespace mend::ui {
namespace {

struct Entries {
    Q_DECLARE_TR_FUNCTIONS(mend::ui::Entries)
};

// Title and words of each kind of content.
class Teller {
public:
    Teller(const TimelineEntry& entry, const EntryReader& reader, std::optional<DayState> state)
        : entry_(entry), reader_(reader), state_(state) {}

    EntryText operator()(const CheckIn& checkIn) const {
        QStringList lines;
        QStringList scales;
        for (auto it = checkIn->scales.begin(); it != checkIn->scales.end(); ++it)
            scales += Entries::tr("%1 %2", "a scale and its value, 0 to 10")
                          .arg(scaleWord(it.key()))
                          .arg(it.value());
        lines += scales.join(Entries::tr(" · "));
        QStringList feelings;
        for (const Feeling feeling : checkIn->feelings)
            feelings += feelingWord(feeling);
        lines += capitalised(feelings.join(Entries::tr(", ")));
        for (auto it = checkIn->texts.begin(); it != checkIn->texts.end(); ++it)
            lines += Entries::tr("%1: %2").arg(promptWord(it.key()), it.value());
        for (const QString& tick : checkIn->ticks)
            lines += Entries::tr("Ticked: %1").arg(stepTitle(tick));
        lines.removeAll(QString());
        return {kindWord(Kind::CheckIn), lines.join(u'\n'), {}, false};
    }

    EntryText operator()(const Commitment& commitment) const {
        const CommitmentFields& fields = commitment.fields();
        const bool asked = fields.for_ == mend::Person::Partner;
        const QString title = asked ? Entries::tr("A commitment that was asked for, and agreed: %1")
                                    : Entries::tr("A commitment: %1");
        return {title.arg(fields.title), Entries::tr("%1.").arg(dueWords(fields)), {}, false};
    }

    EntryText operator()(const CommitmentChange& change) const {
        QString title;
        switch (change->change) {
        case ChangeKind::Edit:
            title = Entries::tr("%1: changed.");
            break;
        case ChangeKind::Pause:
            title = Entries::tr("%1: paused.");
            break;
        case ChangeKind::Resume:
            title = Entries::tr("%1: goes on.");
            break;
        case ChangeKind::End:
            title = Entries::tr("%1: ended.");
            break;
        }
        QString body;
        if (change->edited)
            body = Entries::tr("From then on: %1, %2.")
                       .arg(change->edited->title, scheduleWords(change->edited->schedule));
        return {title.arg(commitmentTitle()), body, {}, false};
    }

    EntryText operator()(const Consent& consent) const {
        switch (consent->answer) {
        case Answer::Yes:
            return {mine() ? Entries::tr("%1: you agreed.").arg(commitmentTitle())
                           : Entries::tr("%1: %2 agreed.").arg(commitmentTitle(), who()),
                    consent->note,
                    {},
                    false};
        case Answer::Change:
            return {mine()
                        ? Entries::tr("%1: you asked for a change.").arg(commitmentTitle())
                        : Entries::tr("%1: %2 asked for a change.").arg(commitmentTitle(), who()),
                    consent->note,
                    {},
                    false};
        case Answer::No:
            break;
        }
        return {Entries::tr("%1: not this one.").arg(commitmentTitle()), consent->note, {}, false};
    }

    EntryText operator()(const Outcome& outcome) const {
        QString title;
        switch (outcome->state) {
        case OutcomeState::Kept:
            title = Entries::tr("%1: kept.").arg(commitmentTitle());
            break;
        case OutcomeState::Partly:
            title = Entries::tr("%1: partly kept.").arg(commitmentTitle());
            break;
        case OutcomeState::Missed:
            title = Entries::tr("%1: not kept.").arg(commitmentTitle());
            break;
        case OutcomeState::Excused:
            title = Entries::tr("%1: something came in between.").arg(commitmentTitle());
            break;
        }
        return {joined(title, standing()), outcome->note, {}, false};
    }

    EntryText operator()(const View& view) const {
        return {seen(view->state), view->note, {}, view->note.isEmpty()};
    }

    EntryText operator()(const Note& note) const {
        QString title;
        switch (note->note) {
        case NoteKind::Whereabouts:
            title = mine() ? Entries::tr("Where you are") : Entries::tr("Where %1 is").arg(who());
            break;
        case NoteKind::Reassurance:
            title = Entries::tr("Some reassurance");
            break;
        case NoteKind::Plan:
            title = Entries::tr("Plan of the day");
            break;
        }
        if (note->until)
            title = Entries::tr("%1, until %2").arg(title, note->until->text());
        return {title, note->text, {}, false};
    }

    EntryText operator()(const Moment& moment) const {
        QStringList lines;
        if (mine())
            lines += moment->text;
        if (const QString need = needed(moment->need); !need.isEmpty())
            lines += Entries::tr("What is needed: “%1”").arg(need);
        lines.removeAll(QString());
        EntryText text;
        text.title = Entries::tr("A hard moment, %1 of 10").arg(moment->strength);
        text.body = lines.join(u'\n');
        if (!mine())
            text.held = moment->text;
        return text;
    }

    EntryText operator()(const StepShared& step) const {
        return {Entries::tr("%1: %2.").arg(stepTitle(step->step), stepStateWord(step->state)),
                {},
                {},
                false};
    }

    // What runs the log has no day, and so no entry.
    template <class Other>
    EntryText operator()(const Other&) const {
        return {Entries::tr("This can’t be shown."), {}, {}, true};
    }

private:
    bool mine() const { return entry_.by == mend::Person::Me; }
    QString who() const {
        return reader_.partner.isEmpty() ? Entries::tr("the other") : reader_.partner;
    }
    QString commitmentTitle() const {
        return entry_.commitmentTitle.isEmpty() ? Entries::tr("A commitment")
                                                : entry_.commitmentTitle;
    }
    QString stepTitle(const QString& step) const {
        const QString title = reader_.stepTitle ? reader_.stepTitle(step) : QString();
        return title.isEmpty() ? step : title;
    }
    QString needed(std::optional<Need> need) const {
        return need && reader_.need ? reader_.need(*need) : QString();
    }
    static QString joined(const QString& first, const QString& second) {
        return second.isEmpty() ? first : Entries::tr("%1 %2").arg(first, second);
    }

    // Told first is said by no entry of its own; what the other saw has its own row.
    QString standing() const {
        if (state_ == DayState::MissedTold)
            return mine() ? Entries::tr("You said so first.")
                          : capitalised(Entries::tr("%1 said so first.").arg(who()));
        return {};
    }

    QString seen(ViewState view) const {
        const QString title = commitmentTitle();
        const bool me = mine();
        switch (view) {
        case ViewState::Confirmed:
            return me ? Entries::tr("%1: you saw it too.").arg(title)
                      : Entries::tr("%1: %2 saw it too.").arg(title, who());
        case ViewState::Differs:
            return me ? Entries::tr("%1: you saw it differently.").arg(title)
                      : Entries::tr("%1: %2 saw it differently.").arg(title, who());
        case ViewState::Noticed:
            return me ? Entries::tr("%1: you knew before it was said.").arg(title)
                      : Entries::tr("%1: %2 knew before it was said.").arg(title, who());
        case ViewState::Thanks:
            return me ? Entries::tr("%1: you said thanks.").arg(title)
                      : Entries::tr("%1: %2 said thanks.").arg(title, who());
        }
        return title;
    }

    const TimelineEntry& entry_;
    const EntryReader& reader_;
    std::optional<DayState> state_;
};

QString noWords(const TimelineEntry& entry, const EntryReader& reader) {
    const std::optional<Kind> kind = kindFromName(entry.kind);
    const bool mine = entry.by == mend::Person::Me;
    switch (entry.seal) {
    case SealState::Sealed:
        return mine ? Entries::tr("Yours opens when you both have shared one.")
                    : Entries::tr("Opens when you both have shared one.");
    case SealState::Withdrawn:
        if (mine)
            return Entries::tr("You took back what was here.");
        return reader.partner.isEmpty()
                   ? Entries::tr("What was here was taken back.")
                   : Entries::tr("%1 took back what was here.").arg(reader.partner);
    case SealState::Lost:
        return Entries::tr("These words were lost with a computer before they could be opened.");
    case SealState::None:
        break;
    }
    return kind ? Entries::tr("This can’t be shown.") : Entries::tr("Made with a newer Mend.");
}

QStringList remarksOf(const TimelineEntry& entry) {
    QStringList remarks;
    if (entry.seal == SealState::Sealed && entry.content)
        remarks += Entries::tr("opens when you both have shared one");
    if (entry.edited)
        remarks += Entries::tr("edited");
    if (entry.changedBeforeOpening)
        remarks += Entries::tr("changed before opening");
    if (entry.changedAfterOpening)
        remarks += Entries::tr("changed after opening");
    if (entry.late)
        remarks += Entries::tr("written later");
    if (entry.forked)
        remarks += Entries::tr("from a restored or copied Mend");
    return remarks;
}

} // namespace

EntryText entryText(const TimelineEntry& entry, const EntryReader& reader,
                    std::optional<DayState> state) {
    const bool withdrawn = entry.seal == SealState::Withdrawn;
    if (!entry.content || withdrawn)
        return {noWords(entry, reader), {}, withdrawn ? QStringList() : remarksOf(entry), true};
    EntryText text = std::visit(Teller(entry, reader, state), *entry.content);
    text.remarks = remarksOf(entry);
    return text;
}

QString remarksLine(const EntryText& text) {
    QStringList remarks = text.remarks;
    if (!text.held.isEmpty())
        remarks.prepend(Entries::tr("listen first"));
    return remarks.join(Entries::tr(", "));
}

QString oneLine(const EntryText& text) {
    QStringList parts = {text.title};
    if (!text.body.isEmpty())
        parts += text.body;
    if (const QString remarks = remarksLine(text); !remarks.isEmpty())
        parts += Entries::tr("(%1)").arg(remarks);
    return parts.join(u' ').simplified();
}

} // namespace mend::ui
