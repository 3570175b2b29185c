#pragma once
// Between the Journal page and the Workspace. Goes before the Workspace does; settle() first where
// the vault is about to lock.

#include "core/guide/guide.h"
#include "core/workspace/workspace.h"
#include "ui/pages/journal/journal_page.h"
#include "ui/window/kept_reading.h"

#include <QObject>
#include <QPointer>
#include <optional>

namespace mend::ui {

class JournalWiring : public QObject {
    Q_OBJECT
public:
    // All three outlive it; the page may go before.
    JournalWiring(JournalPage& page, Workspace& workspace, const guide::Guide& guide,
                  QObject* parent = nullptr);
    ~JournalWiring() override;

    // Reads every list anew; the entry that is being written stays open.
    void refresh();
    // Saves what is half written; a deletion that waits for its Undo is done.
    void settle();
    // Once more what could not be saved, of Mend's own accord.
    void tryAgain();

Q_SIGNALS:
    // An entry can't be kept: the vault can't be written any more.
    void troubled(mend::Problem problem);
    // After troubled(): it is kept.
    void troubleOver();
    // The page Today of that day.
    void dayWanted(mend::Day day);

protected:
    // What was written on other pages is there when this one is looked at.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectEntries();
    void connectKept();
    void readEntries();
    Attempt<KeptSlice> readMoments(const std::optional<KeptPlace>& before, int limit);
    Attempt<KeptSlice> readCheckIns(const std::optional<KeptPlace>& before, int limit);
    template <class T>
    bool went(const Attempt<T>& attempt);
    void addOlder(int offset);
    void save(qint64 id, const QString& text);
    std::optional<Problem> store(qint64& id, Day today, const QString& text);
    void remove(qint64 id);
    void show(Problem problem);

    QPointer<JournalPage> m_page;
    Workspace& m_workspace;
    const guide::Guide& m_guide;
    QString m_search;
    KeptReading m_moments;
    KeptReading m_checkIns;
    bool m_inTrouble = false;
};

} // namespace mend::ui
