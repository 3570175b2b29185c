// Runs a fuzz target without libFuzzer:
//   fuzz_NAME CORPUS MUTANTS
// over every file of its corpus, then over so many mutants of them, the same in every run. An input
// that stops the target is left in the working folder as stopped-by-NAME.

#include "tests/fuzz/mutant.h"

#include <QDir>
#include <QFile>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size);

namespace {

using mend::fuzz::Mutator;

constexpr quint64 seed = 20261122;

// What runs now, for the handler below.
QByteArray input;
QByteArray leaveAt;

// Only what a signal handler may do.
void keepInput(int signal) {
    const int file = ::open(leaveAt.constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (file >= 0 && ::write(file, input.constData(), std::size_t(input.size())) >= 0)
        ::close(file);
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

void run(QByteArray bytes) {
    input = std::move(bytes);
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(input.constData()),
                           std::size_t(input.size()));
}

std::vector<QByteArray> filesIn(const QString& folder) {
    std::vector<QByteArray> files;
    for (const QString& name : QDir(folder).entryList(QDir::Files, QDir::Name)) {
        QFile file(folder + QLatin1Char('/') + name);
        if (!file.open(QIODevice::ReadOnly)) {
            std::fprintf(stderr, "can't read %s\n", qPrintable(file.fileName()));
            std::exit(2);
        }
        files.push_back(file.readAll());
    }
    return files;
}

} // namespace

int main(int argc, char** argv) {
    const int mutants = argc == 3 ? std::atoi(argv[2]) : 0;
    if (mutants <= 0) {
        std::fprintf(stderr, "usage: %s CORPUS MUTANTS\n", argv[0]);
        return 2;
    }
    const std::vector<QByteArray> corpus = filesIn(QFile::decodeName(argv[1]));
    if (corpus.empty()) {
        std::fprintf(stderr, "nothing in %s\n", argv[1]);
        return 2;
    }
    leaveAt = QByteArray("stopped-by-") + QByteArray(argv[0]).split('/').last();
    for (const int signal : {SIGABRT, SIGSEGV, SIGBUS, SIGFPE, SIGILL})
        std::signal(signal, keepInput);

    for (const QByteArray& bytes : corpus)
        run(bytes);
    Mutator mutator(seed);
    const auto any = [&]() -> const QByteArray& {
        return corpus[mutator.below(quint32(corpus.size()))];
    };
    for (int i = 0; i < mutants; ++i) {
        const QByteArray& from = any();
        run(mutator.mutant(from, any()));
    }
    std::printf("%zu of the corpus, %d mutants\n", corpus.size(), mutants);
    return 0;
}
