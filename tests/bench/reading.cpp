// Reading a long history, each at another place of it: a page of the timeline, a search, a year of
// the strip. One repetition is one read, so that the statistics are those of single reads. One that
// fails ends the program: Google Benchmark would leave it out of them.
//
//   bench_reading VAULT TODAY [options of Google Benchmark]

#include "app/demo/demo_clock.h"
#include "core/crypto/process.h"
#include "core/workspace/opening.h"

#include <QCoreApplication>
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdio>
#include <cstdlib>
#include <random>

using namespace mend;
using namespace Qt::StringLiterals;

namespace {

constexpr int reads = 500;     // Of each kind.
constexpr int pageSize = 50;   // Entries, as the timeline's.
constexpr int stripDays = 371; // Of the year strip.

double percentile99(const std::vector<double>& values) {
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    return sorted[std::min(sorted.size() - 1, std::size_t(0.99 * double(sorted.size())))];
}

class Reader {
public:
    explicit Reader(Workspace& workspace)
        : workspace_(workspace), first_(*workspace.firstDay()),
          days_(workspace.today().daysSince(first_)) {}

    Day anyDay() { return first_.plus(int(dice_() % unsigned(days_))); }
    // From a day that is anywhere on, as scrolling reads.
    bool page() {
        const TimelineKey from{anyDay(), 0, {}};
        const auto page = workspace_.older({}, from, pageSize);
        return page && (page->entries.size() == pageSize || !page->moreOlder);
    }
    // From words that stand in thousands of entries to words that stand in none.
    bool search() {
        static const QStringList words = {
            u"sofa"_s, u"asking"_s,    u"the meeting"_s, u"train on time"_s,
            u"walk"_s, u"glove box"_s, u"harbour"_s,     u"mother"_s,
            u"ca"_s,   u"t"_s,         u"i forgot"_s,    u"lighthouse"_s};
        TimelineFilter filter;
        filter.search = words[qsizetype(dice_() % quint64(words.size()))];
        return workspace_.older(filter, std::nullopt, pageSize).has_value();
    }
    bool strip() {
        const Day to = anyDay();
        return workspace_.perDay({}, to.plus(-stripDays), to).has_value();
    }

private:
    Workspace& workspace_;
    std::mt19937_64 dice_{1};
    Day first_;
    int days_;
};

[[noreturn]] void giveUp(const char* name) {
    std::fprintf(stderr, "%s: could not be read.\n", name);
    std::exit(1);
}

void add(const char* name, Reader& reader, bool (Reader::*read)()) {
    benchmark::RegisterBenchmark(name,
                                 [&reader, read, name](benchmark::State& state) {
                                     for (auto _ : state)
                                         if (!(reader.*read)())
                                             giveUp(name);
                                 })
        ->Iterations(1)
        ->Repetitions(reads)
        ->ReportAggregatesOnly()
        ->UseRealTime()
        ->ComputeStatistics("p99", percentile99)
        ->Unit(benchmark::kMillisecond);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const auto today = argc > 2 ? Day::fromIso(QString::fromLocal8Bit(argv[2])) : std::nullopt;
    if (!today || !crypto::initialise())
        return 2;
    const DemoClock clock(*today);
    Opening opening(QString::fromLocal8Bit(argv[1]), clock, KeyCost::Full);
    const auto workspace = opening.unlockNow(u"correct horse"_s);
    if (!workspace) {
        std::fprintf(stderr, "The vault can't be opened.\n");
        return 1;
    }
    Reader reader(**workspace);
    add("page", reader, &Reader::page);
    add("search", reader, &Reader::search);
    add("strip", reader, &Reader::strip);
    argv[2] = argv[0];
    argc -= 2;
    benchmark::Initialize(&argc, argv + 2);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
