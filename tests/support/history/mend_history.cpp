// mend-history --years N --out DIR: two people's paired vaults with N years in them, DIR/a (Sam,
// who was hurt) and DIR/b (Alex). DIR/b-new is b as it was when the two had just paired: an empty
// partner, to measure a first sync with. The passphrase of all is "correct horse". The same options
// give the same words on the same days.

#include "app/demo/history.h"
#include "core/base/clock.h"
#include "core/crypto/argon2.h"
#include "core/crypto/process.h"
#include "core/crypto/system_random.h"
#include "core/vault/read_store.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <algorithm>
#include <cmath>
#include <cstdio>

using namespace mend;
using namespace Qt::StringLiterals;

namespace {

constexpr double daysPerYear = 365.25;

struct Wanted {
    int days = 0;
    Day last;
    QString out;
    crypto::Argon2Cost cost = crypto::fullCost;
};

// A Day begins with the year 2000: what doesn't fit before today ends in days to come.
Day lastDay(int days) {
    return std::max(SystemClock().today(), Day().plus(days + 1));
}

std::optional<Wanted> readOptions(const QCoreApplication& app) {
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"years"_s, u"How long a history; 0.1 is five weeks."_s, u"N"_s},
                       {u"out"_s, u"The folder for the vaults; must not hold any."_s, u"DIR"_s},
                       {u"last"_s, u"The history's last day; today if it fits."_s, u"DAY"_s},
                       {u"light-key"_s, u"Passphrases that cost nothing to open: for tests."_s}});
    parser.process(app);
    bool isNumber = false;
    const double years = parser.value(u"years"_s).toDouble(&isNumber);
    Wanted wanted;
    wanted.days = int(std::lround(years * daysPerYear));
    wanted.out = parser.value(u"out"_s);
    const auto last = parser.isSet(u"last"_s) ? Day::fromIso(parser.value(u"last"_s))
                                              : std::optional(lastDay(wanted.days));
    const bool fits = last && last->plus(-wanted.days).daysSince(*last) == -wanted.days;
    if (!isNumber || wanted.days < 1 || !fits || wanted.out.isEmpty())
        return std::nullopt;
    wanted.last = *last;
    if (parser.isSet(u"light-key"_s))
        wanted.cost = demoCost;
    return wanted;
}

bool copyFolder(const QString& from, const QString& to) {
    const QDir source(from);
    bool fine = QDir().mkpath(to) &&
                QFile::setPermissions(to, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    for (const QString& file : source.entryList(QDir::Files | QDir::Hidden))
        fine = QFile::copy(source.filePath(file), to + u'/' + file) && fine;
    return fine;
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const auto wanted = crypto::initialise() ? readOptions(app) : std::nullopt;
    if (!wanted) {
        std::fprintf(stderr, "mend-history --years N --out DIR [--last DAY] [--light-key]\n");
        return 2;
    }
    const QDir out(wanted->out);
    HistoryPlan plan{out.filePath(u"a"_s), out.filePath(u"b"_s), u"correct horse"_s, wanted->last};
    plan.days = wanted->days;
    plan.everyDay = true;
    plan.cost = wanted->cost;
    plan.paired = [&] { return copyFolder(plan.folderOfBetrayer, out.filePath(u"b-new"_s)); };
    QDir().mkpath(wanted->out);
    DemoClock clock(wanted->last);
    crypto::SystemRandom random;
    if (!writeHistory(plan, clock, random)) {
        std::fprintf(stderr, "The vaults could not be written to %s.\n", qPrintable(wanted->out));
        return 1;
    }
    std::printf("%s\n", qPrintable(wanted->last.toIso()));
    return 0;
}
