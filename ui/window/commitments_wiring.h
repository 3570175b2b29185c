#pragma once
// Fills the Commitments page from the workspace, and carries out what is asked on it.

#include "core/workspace/workspace.h"
#include "ui/window/behind.h"

#include <QObject>
#include <QPointer>

namespace mend::guide {
class Guide;
}

namespace mend::ui {

class CommitmentsPage;
struct CommitmentsState;

class CommitmentsWiring : public QObject {
    Q_OBJECT
public:
    // `workspace` and `guide` outlive it.
    CommitmentsWiring(CommitmentsPage& page, Workspace& workspace, const guide::Guide& guide,
                      QObject* parent = nullptr);
    ~CommitmentsWiring() override;

    // Reads everything again: after a change, when the day turns, and when somebody looks who may
    // say more by now.
    void refresh();

Q_SIGNALS:
    void safetyWanted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectPage();
    void connectDrafts();
    void readDrafts(CommitmentsState& state);
    void add(const CommitmentFields& fields);
    void addAgain(const RecordId& id, const CommitmentFields& fields);
    void edit(const RecordId& id, const CommitmentFields& fields);
    bool tell(const Attempt<void>& done);
    void saveDraft(const QString& place, const QByteArray& bytes);

    QPointer<CommitmentsPage> m_page;
    Workspace& m_workspace;
    const guide::Guide& m_guide;
    FilledWhenSeen m_filled;
    std::optional<TimeOfDay> m_nextToKnow; // of today
};

} // namespace mend::ui
