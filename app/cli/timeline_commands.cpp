// timeline: the shared history.

#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/options.h"
#include "app/cli/values.h"
#include "core/domain/content.h"

#include <QJsonArray>
#include <algorithm>

namespace mend::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualLimit = 1000;
constexpr int mostLimit = 1'000'000;

int timeline(const Invocation& invocation) {
    TimelineFilter filter;
    for (const QString& typed : invocation.values("kind")) {
        const auto kind = kindFromName(typed);
        if (!kind || !onTimeline(*kind))
            return wrongUsage(u"No kind of entry is called %1."_s.arg(typed));
        filter.kinds.insert(typed);
    }
    filter.search = invocation.value("search");
    bool isNumber = true;
    const int limit =
        invocation.has("limit") ? invocation.value("limit").toInt(&isNumber) : usualLimit;
    if (!isNumber || limit < 1 || limit > mostLimit)
        return wrongUsage(u"--limit takes a number from 1 on."_s);
    if (!optionalDay(invocation, "from", filter.from) || !optionalDay(invocation, "to", filter.to))
        return WrongUsage;
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const auto page = (*workspace)->older(filter, std::nullopt, limit);
    if (!page)
        return report(page.error());
    QJsonArray entries;
    for (const TimelineEntry& entry : page->entries) {
        if (invocation.json)
            entries.append(toJson(entry));
        else
            print(u"%1  %2  %3  %4"_s.arg(entry.day.toIso(), name(entry.by),
                                          shortId(**workspace, entry.id), entry.kind));
    }
    if (invocation.json)
        printJson({{u"entries"_s, entries}, {u"more"_s, page->moreOlder}});
    return Done;
}

} // namespace

QList<Command> timelineCommands() {
    return {{u"timeline"_s,
             u"[--from D] [--to D] [--kind K]… [--search TEXT] [--limit N]"_s,
             u"The shared history, newest first."_s,
             {valued("from", "D"), valued("to", "D"), valued("kind", "K"), valued("search", "TEXT"),
              valued("limit", "N")},
             0,
             0,
             timeline,
             Takes::Json}};
}

} // namespace mend::cli
