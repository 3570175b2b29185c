#include "ui/window/checklist_wiring.h"

#include "core/domain/step_sharing.h"
#include "ui/models/sentences.h"
#include "ui/pages/checklist/checklist_page.h"
#include "ui/pages/checklist/step_offers.h"

#include <map>

namespace mend::ui {

namespace {

const QString sharingKey = QStringLiteral("checklist.share");
const QByteArray on = "1";
const QByteArray off = "0";

bool standsOn(guide::Side side, Role role) {
    return side == guide::Side::Both ||
           side == (role == Role::Betrayer ? guide::Side::Betrayer : guide::Side::Hurt);
}

// Only what stands on my own list is ever shared.
bool isForBoth(const guide::Step& step, std::optional<Role> role) {
    return mayBeShared(step.id) && role && standsOn(step.side, *role);
}

} // namespace

ChecklistWiring::ChecklistWiring(ChecklistPage& page, Workspace& workspace,
                                 const guide::Guide& guide, QObject* parent)
    : QObject(parent), m_page(page), m_workspace(workspace), m_guide(guide),
      m_filled(page, [this] { refresh(); }) {
    connect(&workspace, &Workspace::changed, &m_filled, &FilledWhenSeen::changed);
    connect(&workspace, &Workspace::meChanged, &m_filled, &FilledWhenSeen::changed);
    connect(&workspace, &Workspace::partnerChanged, &m_filled, &FilledWhenSeen::changed);
    connect(&page, &ChecklistPage::stateChosen, this, &ChecklistWiring::setStep);
    connect(&page, &ChecklistPage::stateSettled, this, &ChecklistWiring::shareStep);
    connect(&page, &ChecklistPage::sharingChosen, this,
            [this](bool sharing) { tell(m_workspace.setSetting(sharingKey, sharing ? on : off)); });
    connect(&page, &ChecklistPage::pageAsked, this, &ChecklistWiring::pageWanted);
    connect(&page, &ChecklistPage::commitmentAsked, this, &ChecklistWiring::startCommitment);
    refresh();
}

ChecklistWiring::~ChecklistWiring() {
    m_page.settle();
}

void ChecklistWiring::refresh() {
    m_page.setState(read());
}

ChecklistState ChecklistWiring::read() {
    ChecklistState state;
    const Me me = m_workspace.me();
    const auto mine = m_workspace.steps(mend::Person::Me);
    const auto theirs = m_workspace.steps(mend::Person::Partner);
    state.role = me.role;
    state.problem = m_problem;
    for (const auto* read : {&mine, &theirs})
        if (!*read)
            state.problem = sentence(read->error());
    const bool sharing = isSharing();
    std::map<QString, StepReading> known;
    if (mine)
        for (const StepReading& step : *mine)
            known[step.id] = step;
    const auto item = [&](const guide::Step& step) {
        const StepReading& reading = known[step.id];
        const auto& ideas = m_guide.prompts(Role::Betrayer, me.relation).gestures;
        return ChecklistItem{step,
                             reading.state,
                             reading.shared,
                             offersIdeas(step) ? ideas : std::vector<guide::GestureIdea>(),
                             step.tick && me.role && standsOn(step.side, *me.role),
                             sharing && isForBoth(step, me.role)};
    };
    for (const Role role : {Role::Hurt, Role::Betrayer})
        for (const guide::Step& step : m_guide.steps(role, me.relation)) {
            const bool both = step.side == guide::Side::Both;
            if (both && role == me.role.value_or(Role::Betrayer)) {
                state.mine.push_back(item(step));
            } else if (!both) {
                auto& list = role == me.role ? state.mine : state.others;
                list.push_back(item(step));
            }
        }
    if (const auto partner = m_workspace.partner()) {
        state.partner = partner->name;
        state.sharing = sharing;
        // In the guide's order; a step that this Mend doesn't know can't be shown.
        std::map<QString, StepState> shown;
        if (theirs)
            for (const StepReading& step : *theirs)
                shown[step.id] = step.state;
        for (const Role role : {Role::Betrayer, Role::Hurt})
            for (const guide::Step& step : m_guide.steps(role, me.relation))
                if (const auto at = shown.find(step.id); at != shown.end()) {
                    state.theirs.push_back({step, at->second, true});
                    shown.erase(at);
                }
    }
    return state;
}

bool ChecklistWiring::isSharing() const {
    return m_workspace.partner() && m_workspace.setting(sharingKey) == on;
}

bool ChecklistWiring::isShared(const QString& id) const {
    const Me me = m_workspace.me();
    const auto step = m_guide.step(id, me.relation);
    return step && isForBoth(*step, me.role) && isSharing();
}

// Private at once; the other hears of it when it can't be taken back any more.
void ChecklistWiring::setStep(const QString& id, StepState state) {
    if (isShared(id))
        m_toShare.insert(id);
    else
        m_toShare.remove(id);
    tell(m_workspace.setStep(id, state));
}

void ChecklistWiring::shareStep(const QString& id, StepState state) {
    if (m_toShare.remove(id) && isShared(id))
        tell(m_workspace.shareStep(id, state));
}

void ChecklistWiring::startCommitment(const QString& id) {
    const auto step = m_guide.step(id, m_workspace.me().relation);
    if (!step)
        return;
    CommitmentFields fields;
    if (step->commitment) {
        fields.title = step->commitment->title;
        fields.schedule = step->commitment->schedule;
        fields.by = step->commitment->by;
    }
    fields.from = m_workspace.today();
    fields.step = id;
    fields.for_ = mend::Person::Me;
    Q_EMIT commitmentWanted(fields);
}

void ChecklistWiring::tell(const Attempt<void>& attempt) {
    m_problem = attempt ? QString() : sentence(attempt.error());
    refresh();
}

} // namespace mend::ui
