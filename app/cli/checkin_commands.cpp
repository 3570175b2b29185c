// checkin, note, moment, withdraw, open, replace: what is written about a day.

#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/options.h"
#include "app/cli/shipped_guide.h"
#include "app/cli/values.h"
#include "core/workspace/problem_of.h"

#include <algorithm>

namespace mend::cli {

using namespace Qt::StringLiterals;

namespace {

int printed(Workspace& workspace, const Attempt<RecordId>& id) {
    if (!id)
        return report(id.error());
    print(shortId(workspace, *id));
    return Done;
}

int done(const Attempt<void>& attempt) {
    return attempt ? Done : report(attempt.error());
}

int checkin(const Invocation& invocation) {
    const auto share =
        shareFromName(invocation.has("share") ? invocation.value("share") : name(Share::Private));
    if (!share)
        return wrongUsage(u"--share takes private, together or now. Nothing was saved."_s);
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const auto role = (*workspace)->me().role;
    if (!role)
        return report(Problem::NoRole);
    const auto day = dayOr(invocation, "day", (*workspace)->today());
    const auto fields = day ? checkInOf(invocation, {*role, {}, {}, {}, {}}) : std::nullopt;
    if (!fields)
        return WrongUsage;
    if (const auto steps = knowsSteps(**workspace, fields->ticks); !steps)
        return steps.error();
    const auto saved =
        (*workspace)
            ->saveCheckIn(*day, *fields,
                          {*share, invocation.has("with-scales"), invocation.has("with-ticks")});
    if (!saved)
        return report(saved.error());
    if (*saved)
        print(shortId(**workspace, **saved));
    return Done;
}

int note(const Invocation& invocation) {
    NoteFields fields;
    fields.text = invocation.words[0];
    const auto kind = noteKindFromName(invocation.has("kind") ? invocation.value("kind")
                                                              : name(NoteKind::Whereabouts));
    if (!kind)
        return wrongUsage(u"--kind takes whereabouts, reassurance or plan. Nothing was saved."_s);
    fields.note = *kind;
    if (!optionalTime(invocation, "until", fields.until))
        return WrongUsage;
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    Workspace& w = **workspace;
    return printed(w, w.shareNote(w.today(), fields));
}

// --strength and --need, over what was there. False after telling what is wrong.
bool readMoment(const Invocation& invocation, MomentFields& fields) {
    bool isNumber = true;
    if (invocation.has("strength"))
        fields.strength = invocation.value("strength").toInt(&isNumber);
    if (!isNumber) {
        wrongUsage(u"--strength takes 0 to 10. Nothing was saved."_s);
        return false;
    }
    if (!invocation.has("need"))
        return true;
    fields.need = needFromName(invocation.value("need"));
    if (!fields.need)
        wrongUsage(u"--need takes listen, hold, space or answer. Nothing was saved."_s);
    return fields.need.has_value();
}

int moment(const Invocation& invocation) {
    if (!invocation.has("strength"))
        return wrongUsage(u"moment needs --strength 0..10. Nothing was saved."_s);
    MomentFields fields{0, std::nullopt, invocation.words[0]};
    if (!readMoment(invocation, fields))
        return WrongUsage;
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    Workspace& w = **workspace;
    if (!invocation.has("private"))
        return printed(w, w.shareMoment(w.today(), fields));
    const auto kept = w.keepMoment(w.today(), fields);
    return kept ? Done : report(kept.error());
}

template <class Call>
int onEntry(const Invocation& invocation, Call call) {
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const auto id = idOf(**workspace, invocation.words[0]);
    return id ? call(**workspace, *id) : report(id.error());
}

int withdraw(const Invocation& invocation) {
    return onEntry(invocation,
                   [](Workspace& w, const RecordId& id) { return done(w.withdraw(id)); });
}

int open(const Invocation& invocation) {
    return onEntry(invocation,
                   [](Workspace& w, const RecordId& id) { return done(w.openSealed(id)); });
}

// The new version of an entry of mine: what was given, the rest as it was; or an exit code, after
// telling why.
struct Replacement {
    const Invocation& invocation;
    using New = Result<Content, int>;

    New operator()(const Note& old) const {
        NoteFields fields = old.fields();
        if (!takes(u"A note takes TEXT and --until."_s, {u"until"_s}) ||
            !optionalTime(invocation, "until", fields.until))
            return fail(int(WrongUsage));
        return made<Note>(withText(fields));
    }
    New operator()(const Moment& old) const {
        MomentFields fields = old.fields();
        if (!takes(u"A moment takes TEXT, --strength and --need."_s, {u"strength"_s, u"need"_s}) ||
            !readMoment(invocation, fields))
            return fail(int(WrongUsage));
        return made<Moment>(withText(fields));
    }
    New operator()(const CheckIn& old) const {
        const QStringList options = {u"scale"_s, u"feeling"_s,     u"text"_s,
                                     u"tick"_s,  u"with-scales"_s, u"with-ticks"_s};
        const bool fits =
            takes(u"A check-in takes --scale, --feeling, --text and --tick."_s, options, NoText) &&
            isMeantToBeShared("scale", "with-scales") && isMeantToBeShared("tick", "with-ticks");
        const auto fields = fits ? checkInOf(invocation, old.fields()) : std::nullopt;
        return fields ? made<CheckIn>(*fields) : fail(int(WrongUsage));
    }
    New operator()(const Outcome& old) const { return withNote(old); }
    New operator()(const View& old) const { return withNote(old); }
    template <class Other>
    New operator()(const Other&) const {
        return fail(report(Problem::NotAllowed));
    }

private:
    enum Words { WithText, NoText };

    // Whether something was said, and nothing that this kind doesn't have.
    bool takes(const QString& sentence, const QStringList& options, Words words = WithText) const {
        const QStringList given = invocation.options.optionNames();
        const bool text = invocation.words.size() > 1;
        const bool known = std::all_of(given.begin(), given.end(),
                                       [&](const QString& o) { return options.contains(o); });
        if (known && (text ? words == WithText : !given.isEmpty()))
            return true;
        wrongUsage(sentence + u" Nothing was saved."_s);
        return false;
    }
    // What replaces a shared check-in is shared.
    bool isMeantToBeShared(const char* what, const char* flag) const {
        if (!invocation.has(what) || invocation.has(flag))
            return true;
        wrongUsage(u"--%1 is shared here, so it needs --%2. Nothing was saved."_s.arg(
            QLatin1String(what), QLatin1String(flag)));
        return false;
    }
    template <class Fields>
    Fields withText(Fields fields) const {
        if (invocation.words.size() > 1)
            fields.text = invocation.words[1];
        return fields;
    }
    template <class Value>
    New withNote(const Value& old) const {
        auto fields = old.fields();
        if (!takes(u"It takes --note."_s, {u"note"_s}, NoText))
            return fail(int(WrongUsage));
        fields.note = invocation.value("note");
        return made<Value>(fields);
    }
    template <class Value, class Fields>
    New made(const Fields& fields) const {
        auto value = Value::create(fields);
        if (!value)
            return fail(report(problemOf(value.error())));
        return Content(*value);
    }
};

int replace(const Invocation& invocation) {
    return onEntry(invocation, [&](Workspace& w, const RecordId& id) {
        const auto old = w.entry(id);
        if (!old)
            return report(old.error());
        if (!old->content || old->by != Person::Me)
            return report(Problem::NotAllowed);
        const auto content = std::visit(Replacement{invocation}, *old->content);
        return content ? printed(w, w.replace(id, *content)) : content.error();
    });
}

} // namespace

QList<Command> checkInCommands() {
    const QList<QCommandLineOption> fields = {valued("scale", "NAME=0..10"),
                                              valued("feeling", "TAG"),
                                              valued("text", "FIELD=TEXT"), valued("tick", "STEP")};
    return {
        {u"checkin"_s,
         u"[--day D] [--share private|together|now] [--scale NAME=0..10]… [--feeling TAG]…\n"
         "       [--text FIELD=TEXT]… [--tick STEP]… [--with-scales] [--with-ticks]"_s,
         u"Writes a check-in; private unless said otherwise."_s,
         fields + QList{valued("day", "D"), valued("share", "S"), flag("with-scales"),
                        flag("with-ticks")},
         0, 0, checkin},
        {u"note"_s,
         u"TEXT [--until HH:MM] [--kind whereabouts|reassurance|plan]"_s,
         u"Shares a short note."_s,
         {valued("until", "HH:MM"), valued("kind", "K")},
         1,
         1,
         note},
        {u"moment"_s,
         u"--strength 0..10 [--need listen|hold|space|answer] TEXT [--private]"_s,
         u"Writes down a hard moment."_s,
         {valued("strength", "N"), valued("need", "N"), flag("private")},
         1,
         1,
         moment},
        {u"withdraw"_s,
         u"ID"_s,
         u"Takes the words of an entry back; that there was one stays."_s,
         {},
         1,
         1,
         withdraw},
        {u"open"_s,
         u"ID"_s,
         u"Opens a sealed entry of yours before both have shared."_s,
         {},
         1,
         1,
         open},
        {u"replace"_s,
         u"ID [TEXT] [--until HH:MM] [--strength 0..10] [--need N] [--note T]\n"
         "       [--scale NAME=0..10]… [--feeling TAG]… [--text FIELD=TEXT]… [--tick STEP]…\n"
         "       [--with-scales] [--with-ticks]"_s,
         u"Writes a new version of an entry of yours: what its kind has, the rest stays as it was."_s,
         fields + QList{valued("until", "HH:MM"), valued("strength", "N"), valued("need", "N"),
                        valued("note", "T"), flag("with-scales"), flag("with-ticks")},
         1, 2, replace},
    };
}

} // namespace mend::cli
