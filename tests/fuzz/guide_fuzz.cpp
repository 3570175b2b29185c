// A file of the guide. The input's first byte says which; the rest is JSON. What is read holds no
// text that is blank, too long or broken.

#include "core/domain/text.h"
#include "core/guide/readers.h"
#include "tests/fuzz/require.h"

using namespace mend;
using namespace mend::guide;
using fuzz::require;

namespace {

void requireText(const QString& text, int limit) {
    require(!text.trimmed().isEmpty() && text.size() <= limit && !checkText(text),
            "a text is a text");
}

void requireStep(const Step& step) {
    require(isStepId(step.id) && !step.kinds.empty(), "a step has an id and a kind");
    requireText(step.title, titleLimit);
    requireText(step.why, whyLimit);
    require(step.how.size() >= howFewest && step.how.size() <= howMost, "a step says how");
    for (const QString& how : step.how)
        requireText(how, howLimit);
    require(step.tick.has_value() == step.is(StepKind::Daily), "a daily step has a tick");
}

void checklist(const JsonObject& root, const Faults& faults, Side side) {
    StepsByRelation steps;
    std::set<QString> ids;
    readSteps(root, side, steps, ids);
    if (faults.first())
        return;
    for (const auto& [relation, list] : steps)
        for (const Step& step : list)
            requireStep(step);
}

void prompts(const JsonObject& root, const Faults& faults) {
    for (const Role role : {Role::Betrayer, Role::Hurt}) {
        for (const Relation relation : relations) {
            const Prompts read = readPrompts(root, role, relation);
            if (!faults.first())
                require(!read.scales.empty() && !read.texts.empty(), "there is something to ask");
        }
    }
}

void pages(const JsonObject& root, const Faults& faults, bool safety) {
    if (safety) {
        const SafetyPage page = readSafety(root);
        require(faults.first() || !page.sections.empty(), "Safety says something");
    } else {
        const Legend legend = readMarks(root);
        require(faults.first() || !legend.marks.empty(), "the legend says something");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    Faults faults(QStringLiteral("any.json"));
    const JsonObject root(faults, fuzz::view(data + 1, size - 1).toByteArray());
    if (faults.first())
        return 0;
    switch (data[0] % 6) {
    case 0:
        checklist(root, faults, Side::Betrayer);
        break;
    case 1:
        checklist(root, faults, Side::Hurt);
        break;
    case 2:
        checklist(root, faults, Side::Both);
        break;
    case 3:
        prompts(root, faults);
        break;
    default:
        pages(root, faults, data[0] % 6 == 4);
    }
    return 0;
}
