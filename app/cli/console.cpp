#include "app/cli/console.h"

#include "app/cli/cli.h"
#include "core/base/result.h"
#include "core/workspace/typed_secret.h"

#include <QFile>
#include <QStringDecoder>
#include <array>
#include <csignal>
#include <cstdio>
#include <memory>
#include <termios.h>
#include <unistd.h>

namespace mend::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lineLimit = 4096; // Bytes of a line that holds a secret.

// What the shell gets back when it ends this program, or stops it, at the prompt. For the handler
// alone, which can be given nothing.
struct Silenced {
    int terminal;
    termios before;
    termios silent;
};
Silenced silenced;

constexpr std::array ending{SIGINT, SIGTERM, SIGQUIT, SIGHUP, SIGTSTP};

// Echo first, then what the signal does by itself. Comes back from SIGTSTP alone: silent again.
void speakAndObey(int signal) {
    tcsetattr(silenced.terminal, TCSAFLUSH, &silenced.before);
    struct sigaction usual {};
    usual.sa_handler = SIG_DFL;
    struct sigaction ours {};
    sigaction(signal, &usual, &ours);
    raise(signal);
    sigaction(signal, &ours, nullptr);
    tcsetattr(silenced.terminal, TCSAFLUSH, &silenced.silent);
}

// Turns echo off while it lives; also what ends the program turns it on again.
class Silence {
public:
    explicit Silence(int terminal) : known_(tcgetattr(terminal, &silenced.before) == 0) {
        if (!known_)
            return;
        silenced.terminal = terminal;
        silenced.silent = silenced.before;
        silenced.silent.c_lflag &= ~tcflag_t(ECHO);
        struct sigaction ours {};
        ours.sa_handler = speakAndObey;
        ours.sa_flags = SA_NODEFER | SA_RESTART; // NODEFER: raised within, it is obeyed at once
        for (std::size_t i = 0; i < ending.size(); ++i) {
            sigaction(ending[i], nullptr, &before_[i]);
            if (before_[i].sa_handler != SIG_IGN) // as under nohup
                sigaction(ending[i], &ours, nullptr);
        }
        tcsetattr(terminal, TCSAFLUSH, &silenced.silent);
    }
    ~Silence() {
        if (!known_)
            return;
        tcsetattr(silenced.terminal, TCSAFLUSH, &silenced.before);
        for (std::size_t i = 0; i < ending.size(); ++i)
            sigaction(ending[i], &before_[i], nullptr);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

private:
    std::array<struct sigaction, ending.size()> before_{};
    bool known_;
};

void put(std::FILE* stream, const QString& line) {
    const QByteArray bytes = line.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
}

enum class NoLine { Missing, NotUtf8 };

// Read unbuffered, so that no copy of a secret stays in a buffer of Qt's.
Result<QString, NoLine> lineOf(QFile& file) {
    QByteArray line = file.readLine(lineLimit);
    // A line cut off would have its rest taken for the next secret.
    const bool whole = !line.isEmpty() && (line.size() < lineLimit - 1 || line.endsWith('\n'));
    qsizetype length = line.size();
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
        --length;
    // The window takes what the keyboard means; bytes that mean nothing would never be typed again.
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decode(QByteArrayView(line.constData(), length));
    line.fill('\0');
    if (!whole)
        return fail(NoLine::Missing);
    if (decode.hasError())
        return fail(NoLine::NotUtf8);
    return text;
}

std::optional<QString> given(Result<QString, NoLine> line, const QString& missing) {
    if (line)
        return std::move(*line);
    tell(
        line.error() == NoLine::Missing
            ? missing
            : u"What was given as a passphrase is not UTF-8, so the window could never be given the same. Nothing was changed."_s);
    return std::nullopt;
}

std::optional<QString> askOnce(const QString& prompt) {
    QFile terminal(u"/dev/tty"_s);
    if (!terminal.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) {
        tell(
            u"There is no terminal to ask on. Name a file: --passphrase-file FILE. Nothing was changed."_s);
        return std::nullopt;
    }
    const Silence silence(
        terminal.handle()); // before the prompt: it throws away what was typed too early
    terminal.write(prompt.toUtf8());
    auto line = lineOf(terminal);
    terminal.write("\n");
    return given(std::move(line), u"No passphrase was typed. Nothing was changed."_s);
}

std::optional<QString> ask(const QString& prompt, bool again) {
    auto first = askOnce(prompt);
    if (!first || !again)
        return first;
    auto second = askOnce(u"Once more: "_s);
    const bool same = second == first;
    if (second)
        wipe(*second);
    if (same)
        return first;
    wipe(*first);
    if (!second)
        return std::nullopt; // told already
    tell(u"The two were not the same. Nothing was changed."_s);
    return std::nullopt;
}

// The named file stays open, so that a second secret is its second line.
std::optional<QString> fromFile(const QString& name) {
    static std::unique_ptr<QFile> file;
    if (!file) {
        file = std::make_unique<QFile>(name == u"-" ? QString() : name);
        constexpr auto unbuffered = QIODevice::ReadOnly | QIODevice::Unbuffered;
        const bool open =
            name == u"-" ? file->open(STDIN_FILENO, unbuffered) : file->open(unbuffered);
        if (!open) {
            file.reset();
            tell(u"The passphrase file can't be read. Nothing was changed."_s);
            return std::nullopt;
        }
    }
    return given(
        lineOf(*file),
        u"The passphrase file has no such line, or one that is far too long. Nothing was changed."_s);
}

struct Words {
    Problem problem;
    ExitCode code;
    const char* sentence;
};
constexpr Words words[] = {
    {Problem::NoVault, CouldNot,
     "There is no vault in this folder, and nothing was made. Make one with: mend-cli init --name "
     "NAME"},
    {Problem::VaultExists, CouldNot,
     "There is a vault in this folder already. It was not touched."},
    {Problem::NoFolder, CouldNot, "The folder isn't there and can't be made. Nothing was changed."},
    {Problem::ReadOnly, CouldNot,
     "The folder can be read but not written. Everything in it is safe; nothing was changed."},
    {Problem::InUse, CouldNot,
     "The vault is in use by another Mend on this computer. Nothing was changed; try again when it "
     "is closed."},
    {Problem::WrongPassphrase, WrongSecret, "That isn't the passphrase. Nothing is lost."},
    {Problem::WrongRecoveryCode, WrongSecret,
     "That isn't this vault's recovery code. Nothing is lost."},
    {Problem::BadRecoveryCode, WrongSecret,
     "That isn't a recovery code: a letter or digit is missing or mistyped. Nothing is lost."},
    {Problem::TooNew, CouldNot,
     "This vault was written by a newer Mend. It was not touched; update Mend to open it."},
    {Problem::KeyFileDamaged, DamagedVault,
     "The vault's key file is damaged. The data is untouched; put back a copy of vault.keys if you "
     "have one."},
    {Problem::Damaged, DamagedVault,
     "The vault's data can't be read as it should. Nothing was changed; keep the folder as it is."},
    {Problem::NotEncrypted, DamagedVault,
     "SQLCipher doesn't answer, or a file is not encrypted. Nothing was opened or written."},
    {Problem::LogKeyMissing, CouldNot,
     "The key that signs new entries is missing, so nothing new can be written here. Everything "
     "can still be read."},
    {Problem::DiskFull, CouldNot,
     "The disk is full. What was saved before is safe; this was not saved."},
    {Problem::NoMemory, CouldNot,
     "This computer has too little memory free to try the passphrase. Nothing was changed; close "
     "some programs and try again."},
    {Problem::Io, CouldNot,
     "The disk could not be read or written. What was saved before is safe; this was not saved."},
    {Problem::TooLong, CouldNot,
     "That is too long to be kept in one entry. Nothing was saved; shorten it or split it in two."},
    {Problem::Empty, CouldNot, "There is nothing in it yet. Nothing was saved."},
    {Problem::BadInput, WrongUsage, "One of the values is not possible. Nothing was saved."},
    {Problem::BadDay, WrongUsage,
     "That day can't be used: days are written YYYY-MM-DD, what was done is not in the future, "
     "--until is "
     "not before --from, and --review is at most 26 weeks away. Nothing was saved."},
    {Problem::NotAllowed, CouldNot,
     "That can't be said about this entry: it is the other's to say, or it can't be taken back. "
     "Nothing was saved."},
    {Problem::NotDue, CouldNot,
     "It can't be known yet that it wasn't kept: its time of day has not come, and the day is not "
     "over. Nothing was saved."},
    {Problem::UnknownId, CouldNot, "No single entry has this id. Nothing was changed."},
    {Problem::NotPaired, NotReached,
     "This vault is not paired yet, so nothing was sent or asked. What is in it stays here."},
    {Problem::AlreadyPaired, CouldNot, "This vault is paired already. Nothing was touched."},
    {Problem::Forked, DamagedVault,
     "One of the two logs has two futures: was it restored, or copied? Both are kept; sharing has "
     "stopped."},
    {Problem::NoRole, CouldNot,
     "This needs your role first: mend-cli role betrayer|hurt. Nothing was saved or sent."},
    {Problem::NotAsked, CouldNot,
     "Your partner doesn't wish to be asked for commitments. Nothing was sent."},
    {Problem::BadCode, WrongUsage,
     "That isn't a pairing code: it has nine digits. Nothing was sent."},
    {Problem::CodeSlip, WrongUsage,
     "One of the digits was mistyped. Nothing was sent and no try was used."},
    {Problem::BadAddress, WrongUsage, "That isn't an address: write HOST:PORT. Nothing was sent."},
    {Problem::PairingRunning, CouldNot, "A pairing is under way already. Nothing was changed."},
};

} // namespace

void print(const QString& line) {
    put(stdout, line);
}

void tell(const QString& line) {
    put(stderr, line);
}

bool printed() {
    return std::ferror(stdout) == 0;
}

int report(Problem problem) {
    for (const Words& w : words)
        if (w.problem == problem) {
            tell(QString::fromUtf8(w.sentence));
            return w.code;
        }
    Q_UNREACHABLE();
}

int wrongUsage(const QString& why) {
    tell(why);
    return WrongUsage;
}

std::optional<QString> readPassphrase(const Context& context, const QString& prompt, bool again) {
    return context.passphraseFile.isEmpty() ? ask(prompt, again) : fromFile(context.passphraseFile);
}

} // namespace mend::cli
