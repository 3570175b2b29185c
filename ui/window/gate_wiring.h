#pragma once
// Welcome and Unlock over Opening: gives out the Workspace once it is open.

#include "core/workspace/opening.h"

#include <QObject>
#include <functional>
#include <memory>

namespace mend::ui {

class UnlockPage;
class WelcomePage;
struct NewPersonFields;

class WelcomeWiring : public QObject {
    Q_OBJECT
public:
    /// `opened` gets the Workspace and whether to go on to pairing.
    using Opened = std::function<void(std::unique_ptr<Workspace>, bool pairNow)>;
    WelcomeWiring(WelcomePage& page, Opening& opening, Opened opened, QObject* parent = nullptr);
    ~WelcomeWiring() override;

Q_SIGNALS:
    void making();
    /// Whether there is a vault now, open behind its recovery code, which is shown next. Whoever
    /// hears it may delete this and the page instead.
    void made(bool vault);

private:
    void create(const NewPersonFields& person, const QString& passphrase);
    void take(Attempt<NewWorkspace> attempt);
    void keep(const QString& words);

    WelcomePage& m_page;
    Opening& m_opening;
    Opened m_opened;
    NewWorkspace m_made; // until the person goes on
};

class UnlockWiring : public QObject {
    Q_OBJECT
public:
    using Opened = std::function<void(std::unique_ptr<Workspace>)>;
    UnlockWiring(UnlockPage& page, Opening& opening, Opened opened, QObject* parent = nullptr);

private:
    Opening::OpenedThen then();

    UnlockPage& m_page;
    Opening& m_opening;
    Opened m_opened;
};

} // namespace mend::ui
