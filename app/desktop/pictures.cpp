// mend --demo --screenshots DIR: every page as a picture, without a display.

#include "app/demo/history.h"
#include "app/desktop/demo.h"
#include "core/crypto/system_random.h"
#include "core/workspace/opening.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/window/main_window.h"
#include "ui/window/session.h"
#include "ui/window/settings_keys.h"

#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <cstdio>

namespace mend::desktop {

namespace {

using namespace Qt::StringLiterals;

constexpr QSize pictureSize(1180, 820); // Pixels.
constexpr int settleMs = 400;           // What pages still do after they are shown.
const QStringList pages = {u"today"_s,   u"timeline"_s, u"commitments"_s, u"checklist"_s,
                           u"journal"_s, u"partner"_s,  u"settings"_s,    u"safety"_s};

void settle() {
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < settleMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
}

class Studio {
public:
    Studio(ui::Theme& theme, const guide::Guide& guide, const Clock& clock, QString folder)
        : theme_(theme), guide_(guide), clock_(clock), folder_(std::move(folder)) {}

    bool gate(QWidget* page, const QString& name) {
        ui::MainWindow window(guide_);
        window.setGate(page);
        return bothLooks(window, name);
    }
    bool everyPage(const QString& vault, const QString& role) {
        Opening opening(vault, clock_, KeyCost::Small);
        auto workspace = opening.unlockNow(QString::fromLatin1(demoPassphrase));
        if (!workspace)
            return false;
        // A vault brings its own choice of motion.
        if (!(*workspace)->setSetting(ui::settings::motion(), "off"))
            return false;
        ui::MainWindow window(guide_);
        const NetworkChoice nobody{u"127.0.0.1"_s, {}, false};
        ui::Session session(std::move(*workspace),
                            {window, theme_, guide_, clock_, nobody, u"~/.local/share/mend"_s});
        bool fine = true;
        for (const QString& page : pages) {
            session.showPage(page);
            fine = bothLooks(window, role + u'-' + page) && fine;
        }
        return fine;
    }

private:
    bool bothLooks(ui::MainWindow& window, const QString& name) {
        window.resize(pictureSize);
        window.show();
        bool fine = !theme_.motion(); // else a picture may be of two pages
        for (const auto& [choice, look] :
             {std::pair(ui::LookChoice::Light, u"light"_s), {ui::LookChoice::Dark, u"dark"_s}}) {
            theme_.choose(choice);
            settle();
            fine = window.grab().save(folder_ + u'/' + name + u'-' + look + u".png"_s) && fine;
        }
        return fine;
    }

    ui::Theme& theme_;
    const guide::Guide& guide_;
    const Clock& clock_;
    QString folder_;
};

} // namespace

int runPictures(QApplication&, ui::Theme& theme, const guide::Guide& guide, const QString& folder) {
    const QTemporaryDir vaults;
    crypto::SystemRandom random;
    DemoClock clock(*Day::fromIso(u"2026-11-22"));
    const HistoryPlan plan{vaults.filePath(u"sam"_s), vaults.filePath(u"alex"_s),
                           QString::fromLatin1(demoPassphrase), clock.today()};
    theme.choose(ui::MotionChoice::Off);
    bool fine = QDir().mkpath(folder) && writeHistory(plan, clock, random).has_value();
    if (fine) {
        Studio studio(theme, guide, clock, folder);
        fine = studio.everyPage(plan.folderOfHurt, u"hurt"_s) &&
               studio.everyPage(plan.folderOfBetrayer, u"betrayer"_s) &&
               studio.gate(new ui::WelcomePage, u"anybody-welcome"_s) &&
               studio.gate(new ui::UnlockPage, u"anybody-unlock"_s);
    }
    if (!fine)
        std::fprintf(
            stderr,
            "The pictures could not be written. Is the folder there, and is the disk full?\n");
    return fine ? 0 : 1;
}

} // namespace mend::desktop
