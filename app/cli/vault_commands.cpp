// init, role, passphrase, verify, rebuild: the vault itself.

#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/options.h"

#include <QEventLoop>
#include <QFile>
#include <algorithm>

namespace mend::cli {

using namespace Qt::StringLiterals;

namespace {

// Where the recovery code goes. A file is made before anything else, so that a name that can't be
// written is told while nothing has happened; never over one that is there: it might be the only
// copy of another code. Forgotten again unless a code came.
class CodeFile {
public:
    explicit CodeFile(const QString& name) : file_(name), wanted_(!name.isEmpty()) {}
    ~CodeFile() {
        if (made_ && !kept_)
            file_.remove();
    }
    CodeFile(const CodeFile&) = delete;
    CodeFile& operator=(const CodeFile&) = delete;

    bool ready() {
        made_ = wanted_ && file_.open(QIODevice::WriteOnly | QIODevice::NewOnly) &&
                file_.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        if (wanted_ && !made_)
            tell(
                u"The file for the recovery code is there already, or can't be made. Nothing was changed."_s);
        return made_ || !wanted_;
    }
    int take(const QString& code) {
        kept_ = made_ && file_.write(code.toUtf8() + '\n') > 0 && file_.flush();
        if (kept_)
            return Done;
        tell(
            wanted_
                ? u"The recovery code could not be written to that file, so here it is, this once:"_s
                : u"Your recovery code, shown this once. Write it down and keep it where only you look:"_s);
        print(code);
        return wanted_ ? CouldNot : Done;
    }

private:
    QFile file_;
    bool wanted_;
    bool made_ = false;
    bool kept_ = false;
};

int init(const Invocation& invocation) {
    const auto role = roleFromName(invocation.value("role"));
    const auto relation =
        relationFromName(invocation.has("relation") ? invocation.value("relation") : u"partner"_s);
    if (!invocation.has("name"))
        return wrongUsage(u"init needs --name NAME. Nothing was made."_s);
    if (invocation.has("role") && !role)
        return wrongUsage(u"--role takes betrayer or hurt. Nothing was made."_s);
    if (!relation)
        return wrongUsage(
            u"--relation takes partner, friend, family or colleague. Nothing was made."_s);
    Opening opening = openingOf(invocation);
    if (opening.vaultExists())
        return report(Problem::VaultExists);
    CodeFile file(invocation.value("recovery-code-file"));
    if (!file.ready())
        return CouldNot;
    auto passphrase = readPassphrase(invocation.context, u"New passphrase: "_s, true);
    if (!passphrase)
        return CouldNot;
    const auto made =
        opening.createNow({invocation.value("name"), role, *relation}, std::move(*passphrase));
    if (!made)
        return report(made.error());
    return file.take(made->recoveryCode);
}

int role(const Invocation& invocation) {
    const auto wanted = roleFromName(invocation.words[0]);
    if (!wanted)
        return wrongUsage(u"role takes betrayer or hurt. Nothing was changed."_s);
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    if ((*workspace)->partner())
        return report(Problem::AlreadyPaired);
    const Me me = (*workspace)->me();
    const auto changed = (*workspace)->changeMe(me.name, wanted, me.relation);
    return changed ? Done : report(changed.error());
}

int recover(const Invocation& invocation) {
    auto code = readPassphrase(invocation.context, u"Recovery code: "_s);
    auto next =
        code ? readPassphrase(invocation.context, u"New passphrase: "_s, true) : std::nullopt;
    if (!next)
        return CouldNot;
    Opening opening = openingOf(invocation);
    if (!opening.vaultExists())
        return report(Problem::NoVault);
    const auto opened = opening.recoverNow(std::move(*code), std::move(*next));
    return opened ? Done : report(opened.error());
}

int newKey(const Invocation& invocation) {
    Opening opening = openingOf(invocation);
    if (!opening.vaultExists())
        return report(Problem::NoVault);
    CodeFile file(invocation.value("recovery-code-file"));
    if (!file.ready())
        return CouldNot;
    auto current = readPassphrase(invocation.context, u"Passphrase: "_s);
    auto next =
        current ? readPassphrase(invocation.context, u"New passphrase: "_s, true) : std::nullopt;
    if (!next)
        return CouldNot;
    const auto code = opening.newKeyNow(std::move(*current), std::move(*next));
    if (!code)
        return report(code.error());
    tell(
        u"The vault has a new key. Copies made before can still be opened with the old passphrase."_s);
    return file.take(*code);
}

int passphrase(const Invocation& invocation) {
    const bool codeFile = invocation.has("recovery-code-file");
    if (invocation.has("recover") && (invocation.has("new-key") || codeFile))
        return wrongUsage(u"--recover goes alone. Nothing was changed."_s);
    if (codeFile && !invocation.has("new-key"))
        return wrongUsage(u"--recovery-code-file goes with --new-key. Nothing was changed."_s);
    if (invocation.has("recover"))
        return recover(invocation);
    if (invocation.has("new-key"))
        return newKey(invocation);
    auto current = readPassphrase(invocation.context, u"Passphrase: "_s);
    auto next =
        current ? readPassphrase(invocation.context, u"New passphrase: "_s, true) : std::nullopt;
    if (!next)
        return CouldNot;
    Opening opening = openingOf(invocation);
    if (!opening.vaultExists())
        return report(Problem::NoVault);
    auto workspace = opening.unlockNow(*current);
    if (!workspace)
        return report(workspace.error());
    Attempt<void> changed;
    QEventLoop loop;
    (*workspace)
        ->changePassphrase(
            std::move(*current), std::move(*next), [&](const Attempt<void>& outcome) {
                changed = outcome;
                QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
            });
    loop.exec();
    return changed ? Done : report(changed.error());
}

// What is read is made of what was written: where that alone differs, nothing is lost.
QString wayOn(const VerifyReading& checked) {
    const bool onlyReading =
        std::all_of(checked.problems.begin(), checked.problems.end(),
                    [](const auto& problem) { return problem.first == u"projection-differs"; });
    return onlyReading ? u"What was written is whole; mend-cli rebuild makes what is read anew."_s
                       : u"Keep the folder as it is."_s;
}

int verify(const Invocation& invocation) {
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const auto checked = (*workspace)->verify();
    if (!checked)
        return report(checked.error());
    if (invocation.json)
        printJson(toJson(*checked));
    else
        print(u"%1 entries, %2"_s.arg(checked->records)
                  .arg(checked->ok ? u"all in order"_s : u"not in order"_s));
    if (checked->ok)
        return Done;
    QStringList found;
    for (const auto& [what, count] : checked->problems)
        found << u"%1 (%2)"_s.arg(what).arg(count);
    tell(u"Not in order: %1. Nothing was changed. %2"_s.arg(found.join(u", "_s), wayOn(*checked)));
    return DamagedVault;
}

int rebuild(const Invocation& invocation) {
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const auto rebuilt = Opening::rebuildNow(**workspace);
    return rebuilt ? Done : report(rebuilt.error());
}

} // namespace

QList<Command> vaultCommands() {
    return {
        {u"init"_s,
         u"--name N [--role betrayer|hurt] [--relation partner|friend|family|colleague]\n"
         "       [--recovery-code-file FILE]"_s,
         u"Makes a vault."_s,
         {valued("name", "N"), valued("role", "R"), valued("relation", "R"),
          valued("recovery-code-file", "FILE")},
         0,
         0,
         init},
        {u"role"_s,
         u"betrayer|hurt"_s,
         u"Says who you are in this, before pairing."_s,
         {},
         1,
         1,
         role},
        {u"passphrase"_s,
         u"[--recover | --new-key [--recovery-code-file FILE]]"_s,
         u"Changes it; --recover opens with the recovery code; --new-key when somebody knows it."_s,
         {flag("recover"), flag("new-key"), valued("recovery-code-file", "FILE")},
         0,
         0,
         passphrase},
        {u"verify"_s,
         u""_s,
         u"Checks every chain, signature and hash, and the reading against a rebuild."_s,
         {},
         0,
         0,
         verify,
         Takes::Json},
        {u"rebuild"_s,
         u""_s,
         u"Makes what is read anew from what was written, which stays as it is."_s,
         {},
         0,
         0,
         rebuild},
    };
}

} // namespace mend::cli
