// Mend's own window on a vault, with its clock set to a day and driven by lines on standard input.
// Built of the parts that app/desktop/main.cpp is built of; what is measured is said on standard
// output, a line each, times in milliseconds but for moments, which are nanoseconds of the
// machine's monotonic clock.
//
//   bench_window TODAY [mend's options]
//
//   unlock            -> unlocked MS          from pressing Unlock to Today painted
//   page ID           -> paged                shows a page, and is back in its event loop
//   checkin DAY       -> saved MOMENT         the moment before it was saved
//   frames / framed   -> frames COUNT MEDIAN P99 WORST   between the two
//   scroll            -> frames …             from the newest entry to the oldest, a screen a frame
//   held              -> held MINE THEIRS PHASE
// and by itself, once the timeline was shown, when the other's check-in has come into its model:
// shown DAY MOMENT

#include "app/desktop/aside.h"
#include "app/desktop/wiring.h"
#include "core/crypto/process.h"
#include "tests/bench/frames.h"
#include "tests/bench/shifted_clock.h"
#include "ui/models/timeline_model.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/widgets/secret_field.h"
#include "ui/window/navigation.h"

#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QSocketNotifier>
#include <array>
#include <chrono>
#include <cstdio>
#include <set>
#include <string>
#include <unistd.h>

using namespace mend;
using namespace Qt::StringLiterals;

namespace {

qint64 now() {
    return std::chrono::steady_clock::now().time_since_epoch().count();
}

template <class... Values>
void say(const char* format, Values... values) {
    std::printf(format, values...);
    std::putchar('\n');
    std::fflush(stdout);
}

void say(const bench::FrameTimes& times) {
    say("frames %zu %.3f %.3f %.3f", times.count, times.median, times.p99, times.worst);
}

// Calls `then` once `widget` has been painted and what was painted is on its way to the screen.
class OncePainted : public QObject {
public:
    OncePainted(QWidget* widget, std::function<void()> then)
        : QObject(widget), then_(std::move(then)) {
        widget->installEventFilter(this);
        widget->update();
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, [this] {
                then_();
                deleteLater();
            });
        }
        return false;
    }

private:
    std::function<void()> then_;
};

class Driver : public QObject {
public:
    explicit Driver(desktop::Desktop& mend)
        : mend_(mend), frames_(mend.window()), lines_(STDIN_FILENO, QSocketNotifier::Read) {
        connect(&lines_, &QSocketNotifier::activated, this, &Driver::hear);
    }

private:
    // As many lines as came at once: the notifier speaks of what is still to be read, and not of
    // what a stream has read ahead.
    void hear() {
        std::array<char, 4096> bytes;
        const auto count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        if (count <= 0)
            return QCoreApplication::quit();
        heard_.append(bytes.data(), qsizetype(count));
        for (qsizetype end; (end = heard_.indexOf('\n')) >= 0;) {
            const QString line = QString::fromUtf8(heard_.first(end));
            heard_.remove(0, end + 1);
            obey(line.split(u' '));
        }
    }

    void obey(const QStringList& words) {
        const QString& command = words.first();
        if (command == u"unlock"_s)
            unlock();
        else if (command == u"page"_s)
            showPage(words.value(1));
        else if (command == u"checkin"_s)
            checkIn(*Day::fromIso(words.value(1)));
        else if (command == u"frames"_s)
            frames_.begin();
        else if (command == u"framed"_s)
            say(frames_.end());
        else if (command == u"scroll"_s)
            scroll();
        else if (command == u"held"_s)
            sayHeld();
        else
            QCoreApplication::exit(2);
    }

    void unlock() {
        auto* gate = mend_.window().gate();
        gate->findChild<ui::SecretField*>(u"passphrase"_s)->edit()->setText(u"correct horse"_s);
        opened_.setInterval(1);
        opened_.callOnTimeout(this, [this] { lookForToday(); });
        opened_.start();
        from_ = now();
        gate->findChild<QPushButton*>(u"unlock"_s)->click();
    }
    void lookForToday() {
        if (!mend_.session())
            return;
        opened_.stop();
        mend_.idleLock().stop();
        auto* navigation = mend_.window().navigation();
        new OncePainted(navigation->page(u"today"_s),
                        [this] { say("unlocked %.3f", double(now() - from_) / 1e6); });
    }
    void showPage(const QString& id) {
        mend_.session()->showPage(id);
        if (id == u"timeline"_s)
            watchTimeline();
        new OncePainted(mend_.window().navigation()->page(id), [] { say("paged"); });
    }

    QListView* list() {
        return mend_.window()
            .navigation()
            ->page(u"timeline"_s)
            ->findChild<QListView*>(u"timelineList"_s);
    }
    ui::TimelineModel* model() { return qobject_cast<ui::TimelineModel*>(list()->model()); }

    void watchTimeline() {
        disconnect(model(), nullptr, this, nullptr);
        noteShown(false);
        const auto look = [this] { noteShown(true); };
        connect(model(), &QAbstractItemModel::rowsInserted, this, look);
        connect(model(), &QAbstractItemModel::modelReset, this, look);
        connect(model(), &QAbstractItemModel::dataChanged, this, look);
    }
    void noteShown(bool aloud) {
        constexpr int newest = 5; // Rows. Benchmarks write for the newest day.
        const qint64 moment = now();
        for (int row = 0; row < std::min(newest, model()->rowCount()); ++row) {
            const TimelineEntry& entry = model()->entryAt(row);
            if (entry.kind == u"checkin"_s && entry.by == Person::Partner &&
                shown_.insert(entry.newest).second && aloud)
                say("shown %s %lld", qPrintable(entry.day.toIso()), moment);
        }
    }

    void checkIn(Day day) {
        Workspace& workspace = mend_.session()->workspace();
        CheckInFields fields;
        fields.role = workspace.me().role.value_or(Role::Hurt);
        for (const Scale scale : scalesOf(fields.role))
            fields.scales[scale] = 6;
        fields.texts[CheckInText::Helped] = u"We ate at the table, with the telephones away."_s;
        fields.texts[CheckInText::Thanks] = u"For asking, instead of guessing."_s;
        const qint64 moment = now();
        if (workspace.saveCheckIn(day, fields, {Share::Now, true, false}))
            say("saved %lld", moment);
        else
            QCoreApplication::exit(1);
    }

    void scroll() {
        std::vector<double> times;
        QScrollBar* bar = list()->verticalScrollBar();
        QElapsedTimer time;
        for (;;) {
            time.start();
            bar->setValue(bar->value() + list()->viewport()->height());
            QCoreApplication::processEvents(); // and with it the frame
            list()->viewport()->repaint();
            times.push_back(double(time.nsecsElapsed()) / 1e6);
            if (bar->value() == bar->maximum() && !model()->hasOlder())
                break;
        }
        say(bench::summary(times));
    }

    void sayHeld() {
        static_assert(int(SyncReading::Phase::InStep) == 7); // as programs.py knows it
        const SyncReading reading = mend_.session()->workspace().syncState();
        say("held %llu %llu %d", reading.counts.mine, reading.counts.theirs, int(reading.phase));
    }

    desktop::Desktop& mend_;
    bench::FrameProbe frames_;
    QSocketNotifier lines_;
    QByteArray heard_;
    QTimer opened_;
    qint64 from_ = 0;
    std::set<RecordId> shown_;
};

} // namespace

int main(int argc, char** argv) {
    QCoreApplication::setApplicationName(u"mend"_s);
    if (!crypto::hardenProcess() || !crypto::initialise())
        return 1;
    QApplication app(argc, argv);
    QStringList arguments = app.arguments();
    const auto today = Day::fromIso(arguments.value(1));
    if (!today)
        return 2;
    arguments.removeAt(1);
    const auto line = desktop::readCommandLine(arguments);
    const auto guide = desktop::loadGuide();
    if (!line.options || !guide)
        return 2;
    ui::Theme theme(app);
    theme.followSystem();
    const bench::ShiftedClock clock(*today);
    desktop::Desktop mend(theme, {clock, *guide}, *line.options);
    QObject::connect(&mend, &desktop::Desktop::ended, &app, &QCoreApplication::quit);
    Driver driver(mend);
    mend.show();
    return app.exec();
}
