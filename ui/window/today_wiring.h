#pragma once
// Between the Today page and the Workspace: reads the day for the page, and does what the page
// wants. Goes before the Workspace does; settle() first where the vault is about to lock.

#include "core/guide/guide.h"
#include "core/workspace/workspace.h"
#include "ui/pages/today/today_page.h"
#include "ui/window/behind.h"

#include <QObject>
#include <QPointer>

namespace mend::ui {

class TodayWiring : public QObject {
    Q_OBJECT
public:
    // All three outlive it; the page may go before.
    TodayWiring(TodayPage& page, Workspace& workspace, const guide::Guide& guide,
                QObject* parent = nullptr);
    ~TodayWiring() override;

    Day day() const { return m_day; }
    // Reads everything anew. A new day is gone to, unless something is half written, or somebody
    // went to an earlier day to finish what they began.
    void refresh();
    // Saves what is half written; what waits for its Undo is done.
    void settle();
    // Saves every draft once more, after one could not be kept.
    void keepDrafts();
    // The page of another day, until somebody goes elsewhere.
    void goTo(Day day);

Q_SIGNALS:
    // As TodayPage::pageWanted.
    void pageWanted(const QString& page);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectWorkspace();
    void connectCheckIn();
    void connectRest();
    void connectDrafts();
    void showDay();
    TodayDrafts drafts();
    // An earlier day because of what was begun then: it is opened, too.
    void goOnWith(Day day);
    void saveCheckIn(const CheckInDraft& draft);
    void takeBack(const SavedCheckIn& saved);
    void saveMoment(const MomentDraft& draft);
    void shareNote(const NoteDraft& draft);
    void answered(const RecordId& id, const QString& note, bool kept);
    void saveDraft(const QString& place, const QByteArray& bytes);
    // Shows what went wrong, else nothing; true if it went well.
    template <class T>
    bool went(const Attempt<T>& attempt);

    QPointer<TodayPage> m_page;
    Workspace& m_workspace;
    const guide::Guide& m_guide;
    Day m_day;
    bool m_stays = false; // on an earlier day, because somebody asked for it
    FilledWhenSeen m_filled;
};

} // namespace mend::ui
