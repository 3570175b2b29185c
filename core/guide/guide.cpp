#include "core/guide/guide.h"

#include "core/guide/readers.h"

#include <QFile>
#include <algorithm>

namespace mend::guide {

namespace {

struct NamedFile {
    QByteArray GuideFiles::*bytes;
    const char* name;
};
constexpr NamedFile betrayerFile{&GuideFiles::betrayer, "betrayer.json"};
constexpr NamedFile hurtFile{&GuideFiles::hurt, "hurt.json"};
constexpr NamedFile sharedFile{&GuideFiles::shared, "shared.json"};
constexpr NamedFile promptsFile{&GuideFiles::prompts, "prompts.json"};
constexpr NamedFile safetyFile{&GuideFiles::safety, "safety.json"};
constexpr NamedFile marksFile{&GuideFiles::marks, "marks.json"};

// Lets `read` have the file, and says what was wrong with it.
template <class Read>
std::optional<GuideFault> readFile(const GuideFiles& files, const NamedFile& file, Read read) {
    Faults faults{QLatin1String(file.name)};
    const JsonObject root(faults, files.*file.bytes);
    if (!faults.first())
        read(root);
    return faults.first();
}

bool standsOn(Role role, const Step& step) {
    return step.side == Side::Both || (step.side == Side::Betrayer) == (role == Role::Betrayer);
}

} // namespace

Result<GuideFiles, GuideFault> readFiles(const QString& folder) {
    GuideFiles files;
    for (const NamedFile& one :
         {betrayerFile, hurtFile, sharedFile, promptsFile, safetyFile, marksFile}) {
        QFile file(folder + QLatin1Char('/') + QLatin1String(one.name));
        if (!file.open(QIODevice::ReadOnly) || file.size() > fileLimit)
            return fail(GuideFault{GuideError::Unreadable, QLatin1String(one.name), {}});
        files.*one.bytes = file.readAll();
    }
    return files;
}

Result<Guide, GuideFault> Guide::load(const GuideFiles& files) {
    Guide guide;
    std::set<QString> ids;
    const std::pair<NamedFile, Side> checklists[] = {
        {betrayerFile, Side::Betrayer}, {hurtFile, Side::Hurt}, {sharedFile, Side::Both}};
    for (const auto& [file, side] : checklists) {
        const auto read = [&, whose = side](const JsonObject& root) {
            readSteps(root, whose, guide.steps_, ids);
        };
        if (const auto wrong = readFile(files, file, read))
            return fail(*wrong);
    }
    const auto readAllPrompts = [&](const JsonObject& root) {
        for (const Role role : {Role::Betrayer, Role::Hurt})
            for (const Relation relation : relations)
                guide.prompts_[{role, relation}] = readPrompts(root, role, relation);
    };
    if (const auto wrong = readFile(files, promptsFile, readAllPrompts))
        return fail(*wrong);
    if (const auto wrong = readFile(
            files, safetyFile, [&](const JsonObject& root) { guide.safety_ = readSafety(root); }))
        return fail(*wrong);
    if (const auto wrong = readFile(
            files, marksFile, [&](const JsonObject& root) { guide.marks_ = readMarks(root); }))
        return fail(*wrong);
    return guide;
}

std::vector<Step> Guide::steps(Role role, Relation relation) const {
    std::vector<Step> mine;
    if (const auto found = steps_.find(relation); found != steps_.end())
        std::copy_if(found->second.begin(), found->second.end(), std::back_inserter(mine),
                     [role](const Step& step) { return standsOn(role, step); });
    return mine;
}

std::optional<Step> Guide::step(QStringView id, Relation relation) const {
    const auto found = steps_.find(relation);
    if (found == steps_.end())
        return {};
    for (const Step& step : found->second)
        if (step.id == id)
            return step;
    return {};
}

const Prompts& Guide::prompts(Role role, Relation relation) const {
    return prompts_.at({role, relation}); // load() fills all eight
}

} // namespace mend::guide
