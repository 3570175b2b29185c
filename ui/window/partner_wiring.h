#pragma once
// The page Partner over the Workspace.

#include "core/base/clock.h"
#include "core/workspace/workspace.h"
#include "ui/window/behind.h"

#include <QObject>
#include <QTimer>

namespace mend::ui {

class PartnerPage;
struct PairingWish;

class PartnerWiring : public QObject {
    Q_OBJECT
public:
    PartnerWiring(PartnerPage& page, Workspace& workspace, const Clock& clock,
                  QObject* parent = nullptr);

    /// Where this computer listens while it shows a code; empty: everywhere.
    void setPairingBind(const QString& host) { m_bind = host; }

Q_SIGNALS:
    void safetyAsked();

private:
    void connectPage();
    void connectWorkspace();
    void refresh();
    void pair(const PairingWish& wish);
    void report(const Attempt<void>& attempt);

    PartnerPage& m_page;
    Workspace& m_workspace;
    const Clock& m_clock;
    QTimer m_second; // while a code is shown
    QString m_bind;
    QString m_refusal; // why pairing did not begin
    QString m_problem;
    FilledWhenSeen m_filled;
};

} // namespace mend::ui
