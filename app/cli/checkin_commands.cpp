// checkin, note, moment, withdraw, open, replace: what is written about a day.

#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/options.h"
#include "app/cli/values.h"

namespace mend::cli {

using namespace Qt::StringLiterals;

namespace {

int printed(const Attempt<RecordId>& id) {
    if (!id)
        return report(id.error());
    print(shortId(*id));
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
    const auto fields = day ? checkInOf(invocation, *role) : std::nullopt;
    if (!fields)
        return WrongUsage;
    const auto saved =
        (*workspace)
            ->saveCheckIn(*day, *fields,
                          {*share, invocation.has("with-scales"), invocation.has("with-ticks")});
    if (!saved)
        return report(saved.error());
    if (*saved)
        print(shortId(**saved));
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
    return printed((*workspace)->shareNote((*workspace)->today(), fields));
}

std::optional<MomentFields> momentOf(const Invocation& invocation, const QString& text) {
    bool isNumber = false;
    MomentFields fields{invocation.value("strength").toInt(&isNumber), std::nullopt, text};
    if (!isNumber) {
        wrongUsage(u"moment needs --strength 0..10. Nothing was saved."_s);
        return std::nullopt;
    }
    if (invocation.has("need")) {
        fields.need = needFromName(invocation.value("need"));
        if (!fields.need) {
            wrongUsage(u"--need takes listen, hold, space or answer. Nothing was saved."_s);
            return std::nullopt;
        }
    }
    return fields;
}

int moment(const Invocation& invocation) {
    const auto fields = momentOf(invocation, invocation.words[0]);
    if (!fields)
        return WrongUsage;
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    Workspace& w = **workspace;
    if (!invocation.has("private"))
        return printed(w.shareMoment(w.today(), *fields));
    const auto kept = w.keepMoment(w.today(), *fields);
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

// The new words of an entry of mine: those given, the others as they were.
struct Replacement {
    const Invocation& invocation;
    Attempt<Content> operator()(const Note& old) const {
        NoteFields fields = old.fields();
        if (invocation.words.size() > 1)
            fields.text = invocation.words[1];
        if (!optionalTime(invocation, "until", fields.until))
            return fail(Problem::BadInput);
        return made<Note>(fields);
    }
    Attempt<Content> operator()(const Moment& old) const {
        MomentFields fields = old.fields();
        if (invocation.words.size() > 1)
            fields.text = invocation.words[1];
        if (invocation.has("strength"))
            fields.strength = invocation.value("strength").toInt();
        if (invocation.has("need"))
            fields.need = needFromName(invocation.value("need"));
        return made<Moment>(fields);
    }
    Attempt<Content> operator()(const CheckIn& old) const {
        const auto fields = checkInOf(invocation, old->role);
        return fields ? made<CheckIn>(*fields) : fail(Problem::BadInput);
    }
    Attempt<Content> operator()(const Outcome& old) const {
        OutcomeFields fields = old.fields();
        if (invocation.has("note"))
            fields.note = invocation.value("note");
        return made<Outcome>(fields);
    }
    Attempt<Content> operator()(const View& old) const {
        ViewFields fields = old.fields();
        if (invocation.has("note"))
            fields.note = invocation.value("note");
        return made<View>(fields);
    }
    template <class Other>
    Attempt<Content> operator()(const Other&) const {
        return fail(Problem::NotAllowed);
    }
    template <class Value, class Fields>
    Attempt<Content> made(const Fields& fields) const {
        auto value = Value::create(fields);
        if (!value)
            return fail(value.error() == DomainError::TooLong ? Problem::TooLong
                                                              : Problem::BadInput);
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
        return content ? printed(w.replace(id, *content)) : report(content.error());
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
        {u"replace"_s, u"ID [TEXT] … (the fields of its kind)"_s,
         u"Writes a new version of an entry of yours."_s,
         fields + QList{valued("until", "HH:MM"), valued("strength", "N"), valued("need", "N"),
                        valued("note", "T")},
         1, 2, replace},
    };
}

} // namespace mend::cli
