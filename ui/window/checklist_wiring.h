#pragma once
// Fills the page Checklist from the workspace and the guide, and carries out what it asks for.

#include "core/domain/commitment.h"
#include "core/guide/guide.h"
#include "core/workspace/workspace.h"
#include "ui/pages/checklist/checklist_state.h"
#include "ui/window/behind.h"

#include <QObject>
#include <QSet>

namespace mend::ui {

class ChecklistPage;

class ChecklistWiring : public QObject {
    Q_OBJECT
public:
    /// All three outlive it.
    ChecklistWiring(ChecklistPage& page, Workspace& workspace, const guide::Guide& guide,
                    QObject* parent = nullptr);

    /// Shares what still waits for the ten seconds to pass.
    ~ChecklistWiring() override;

Q_SIGNALS:
    /// A new commitment of mine, to be looked at in its form before it is made. Its title may be
    /// empty.
    void commitmentWanted(const mend::CommitmentFields& fields);
    /// As StepDestination.
    void pageWanted(const QString& page, const QString& part);

private:
    void refresh();
    ChecklistState read();
    void setStep(const QString& id, StepState state);
    void shareStep(const QString& id, StepState state);
    void startCommitment(const QString& id);
    bool isSharing() const;
    bool isShared(const QString& id) const;
    void tell(const Attempt<void>& attempt);

    ChecklistPage& m_page;
    Workspace& m_workspace;
    const guide::Guide& m_guide;
    QSet<QString> m_toShare; ///< changed while sharing was on, not settled yet
    QString m_problem;
    FilledWhenSeen m_filled;
};

} // namespace mend::ui
