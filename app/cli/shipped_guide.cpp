#include "app/cli/shipped_guide.h"

#include "app/cli/console.h"

namespace mend::cli {

using namespace Qt::StringLiterals;

std::optional<guide::Guide> loadGuide() {
    const auto files = guide::readFiles(u":/guide/en"_s);
    auto guide = files ? guide::Guide::load(*files) : fail(files.error());
    if (guide)
        return std::move(*guide);
    tell(u"The guide's texts can't be read: this Mend is not whole. Your vault was not touched."_s);
    return std::nullopt;
}

Result<void, int> knowsSteps(Workspace& workspace, const QStringList& ids) {
    if (ids.isEmpty())
        return {};
    const auto guide = loadGuide();
    if (!guide)
        return fail(int(CouldNot));
    for (const QString& id : ids)
        if (!guide->step(id, workspace.me().relation)) {
            tell(u"The checklist has no step %1. Nothing was saved."_s.arg(id));
            return fail(int(CouldNot));
        }
    return {};
}

} // namespace mend::cli
