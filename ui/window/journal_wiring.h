#pragma once
// Between the Journal page and the Workspace. Goes before the Workspace does; settle() first where
// the vault is about to lock.

#include "core/workspace/workspace.h"
#include "ui/pages/journal/journal_page.h"

#include <QObject>
#include <QPointer>

namespace mend::ui {

class JournalWiring : public QObject {
    Q_OBJECT
public:
    // Both outlive it; the page may go before.
    JournalWiring(JournalPage& page, Workspace& workspace, QObject* parent = nullptr);
    ~JournalWiring() override;

    // Reads the list anew; the entry that is being written stays open.
    void refresh();
    // Saves what is half written; a deletion that waits for its Undo is done.
    void settle();

private:
    void search(const QString& words);
    void addOlder(int offset);
    void save(qint64 id, const QString& text);
    void remove(qint64 id);
    void show(Problem problem);

    QPointer<JournalPage> m_page;
    Workspace& m_workspace;
    QString m_search;
};

} // namespace mend::ui
