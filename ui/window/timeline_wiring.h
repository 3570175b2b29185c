#pragma once
// Fills the Timeline page from the workspace, and carries out what is asked on it.

#include "core/workspace/workspace.h"
#include "ui/models/timeline_model.h"
#include "ui/window/behind.h"
#include "ui/window/workspace_timeline.h"

#include <QObject>
#include <QPointer>
#include <optional>

namespace mend::guide {
class Guide;
}

namespace mend::ui {

class TimelinePage;
struct EntryState;

class TimelineWiring : public QObject {
    Q_OBJECT
public:
    // `workspace` and `guide` outlive it. What could still be undone on the page is done as meant
    // when the wiring goes.
    TimelineWiring(TimelinePage& page, Workspace& workspace, const guide::Guide& guide,
                   QObject* parent = nullptr);
    ~TimelineWiring() override;

    // Reads everything again: after a change, and when the day turns.
    void refresh();

private:
    // What the model's rows say depends on these.
    struct Reader {
        QString partner;
        Relation relation;
        Day today;
        bool operator==(const Reader&) const = default;
    };
    void connectPage();
    void readPeople();
    void readDays();
    void showEntry(const RecordId& id);
    void followEntry();
    void reword(const RecordId& id, const QString& words);
    void takeBack(const RecordId& id);
    void openSealed(const RecordId& id);
    QString listenFirst() const;
    EntryState stateOf(const TimelineEntry& entry);
    void tell(Problem problem);

    QPointer<TimelinePage> m_page;
    Workspace& m_workspace;
    const guide::Guide& m_guide;
    WorkspaceTimeline m_source;
    TimelineModel m_model;
    FilledWhenSeen m_filled;
    std::optional<Reader> m_reader; // as the model has it
};

} // namespace mend::ui
