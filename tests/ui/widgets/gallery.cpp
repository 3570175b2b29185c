// Every widget of Mend in both looks, as pictures to be looked at: ui_gallery
// DIR
#include "ui/theme/button_kind.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy.h"
#include "ui/widgets/card.h"
#include "ui/widgets/code_field.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/month_grid.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/person_badge.h"
#include "ui/widgets/scale_slider.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/shard_widget.h"
#include "ui/widgets/side_bar.h"
#include "ui/widgets/strength_meter.h"
#include "ui/widgets/tag_picker.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"
#include "ui/widgets/year_strip.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDir>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QVBoxLayout>

using namespace mend::ui;
using mend::DayState;

namespace {

const QDate today(2026, 11, 22);

/// Rows of the seam, as a list's delegate paints them.
class SeamSample : public QWidget {
public:
    SeamSample() { setFixedSize(seamWidth, 360); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const QList<std::vector<DayState>> days = {
            {DayState::Confirmed, DayState::Confirmed, DayState::Kept},
            {DayState::Partly, DayState::MissedTold},
            {DayState::Differs},
            {DayState::Excused}};
        int top = 0;
        for (qsizetype i = 0; i < days.size(); ++i) {
            const SeamPiece piece{.shards = days[i],
                                  .above = i > 0 ? seamThickness(days[i - 1]) : 0,
                                  .below = seamThickness(days[i]),
                                  .first = i == 0,
                                  .last = i + 1 == days.size()};
            paintSeam(painter, QRectF(0, top, seamWidth, 90), piece, tokensOf(this));
            top += 90;
        }
    }
};

class IconSample : public QWidget {
public:
    IconSample() { setFixedSize(24 * 12 + 8, 24 * 4); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        for (int i = 0; i < iconCount; ++i)
            paintIcon(painter, QRectF(i % 12 * 24.5, i / 12 * 30.0, 20, 20),
                      static_cast<IconName>(i), tokensOf(this).ink);
    }
};

QWidget* buttons() {
    auto* host = new QWidget;
    auto* flow = new FlowLayout(host);
    auto* primary = new QPushButton(QStringLiteral("Save"));
    setButtonKind(primary, ButtonKind::Primary);
    auto* quiet = new QPushButton(QStringLiteral("Not now"));
    setButtonKind(quiet, ButtonKind::Quiet);
    auto* off = new QPushButton(QStringLiteral("Pair"));
    off->setEnabled(false);
    for (QWidget* each : std::initializer_list<QWidget*>{
             primary, new QPushButton(QStringLiteral("Back")), quiet, off})
        flow->addWidget(each);
    return host;
}

Card* controls() {
    auto* card = new Card(QStringLiteral("Controls"));
    card->add(buttons());
    card->add(new QLineEdit(QStringLiteral("A line")));
    auto* combo = new QComboBox;
    combo->addItem(QStringLiteral("On weekdays"));
    card->add(combo);
    card->add(new QDateEdit(today));
    auto* check = new QCheckBox(QStringLiteral("Share the scales"));
    check->setChecked(true);
    card->add(check);
    auto* radio = new QRadioButton(QStringLiteral("Just me"));
    radio->setChecked(true);
    card->add(radio);
    auto* tabs = new QTabBar;
    tabs->addTab(QStringLiteral("My steps"));
    tabs->addTab(QStringLiteral("Alex’s steps"));
    card->add(tabs);
    auto* choice = new SegmentedChoice(QStringLiteral("Home by 18:30"));
    choice->setChoices({{QStringLiteral("kept"), QStringLiteral("kept")},
                        {QStringLiteral("partly"), QStringLiteral("partly")},
                        {QStringLiteral("missed"), QStringLiteral("not kept")}});
    choice->setChosen(QStringLiteral("kept"));
    card->add(choice);
    card->add(new IconSample);
    return card;
}

Card* checkIn() {
    auto* card = new Card(QStringLiteral("How is it today"));
    card->addAction(new PersonBadge(QStringLiteral("Sam"), Person::You));
    for (const auto& [name, value] : {std::pair{QStringLiteral("Safe"), std::optional(4)},
                                      std::pair{QStringLiteral("Trust"), std::optional<int>()}}) {
        auto* slider = new ScaleSlider(name);
        slider->setEndLabels(QStringLiteral("not at all"), QStringLiteral("fully"));
        slider->setValue(value);
        card->add(slider);
    }
    auto* tags = new TagPicker(QStringLiteral("Feelings"));
    QList<Tag> feelings;
    for (const char* each : {"calm", "hopeful", "sad", "angry", "afraid", "ashamed", "numb",
                             "tired", "lonely", "grateful", "tense", "relieved"})
        feelings << Tag{QLatin1String(each), QLatin1String(each)};
    tags->setTags(feelings);
    tags->setSelected({QStringLiteral("sad"), QStringLiteral("hopeful")});
    card->add(tags);
    auto* text = new GrowingTextEdit(QStringLiteral("What helped?"));
    text->setText(QStringLiteral("You asked before I had to.\nThe walk in the evening."));
    card->add(text);
    return card;
}

Card* secrets() {
    auto* card = new Card(QStringLiteral("Secrets and waits"));
    card->add(new SecretField(QStringLiteral("Passphrase")));
    auto* meter = new StrengthMeter;
    meter->setPassphrase(u"gravel otter umbrella");
    card->add(meter);
    auto* code = new CodeDisplay;
    code->setCode(QStringLiteral("123456789"));
    card->add(code);
    auto* busy = new Busy(QStringLiteral("Opening your vault."));
    busy->setProgress(0.4);
    busy->setCancellable(true);
    card->add(busy);
    return card;
}

Card* seam() {
    auto* card = new Card(QStringLiteral("The seam"));
    auto* line = new QHBoxLayout;
    line->addWidget(new SeamSample);
    auto* column = new QVBoxLayout;
    mend::guide::Legend marks{QStringLiteral("What the marks mean"), {}};
    for (const DayState state :
         {DayState::Confirmed, DayState::Kept, DayState::Partly, DayState::MissedTold,
          DayState::Differs, DayState::Excused, DayState::Open, DayState::Missed})
        marks.marks.push_back({state, QStringLiteral("A sentence of the guide.")});
    column->addWidget(new SeamLegend(marks));
    auto* month = new MonthGrid;
    month->setToday(today);
    month->setMarks({{QDate(2026, 11, 3), {DayState::Confirmed}},
                     {QDate(2026, 11, 4), {DayState::Kept, DayState::Partly}},
                     {QDate(2026, 11, 9), {DayState::MissedTold}},
                     {QDate(2026, 11, 12), {DayState::Differs}},
                     {QDate(2026, 11, 18), {DayState::Excused}}});
    month->setMonth(today);
    column->addWidget(month);
    line->addLayout(column, 1);
    card->add(line);
    return card;
}

QWidget* page() {
    auto* scroll = new PageScroll(QStringLiteral("Gallery"));
    scroll->header()->setAside(QStringLiteral("Sunday 22 November"));
    scroll->add(new Banner(Banner::Kind::Info,
                           QStringLiteral("What you write is kept here until you both are on the "
                                          "same network.")));
    scroll->add(
        new Banner(Banner::Kind::Attention, QStringLiteral("This folder can’t be written to.")));
    auto* strip = new YearStrip;
    strip->setLastDay(today);
    QSet<QDate> days;
    for (int i = 0; i < 200; i += i % 5 + 1)
        days << today.addDays(-i);
    strip->setDays(days);
    scroll->add(strip);
    auto* columns = new TwoColumns;
    columns->main()->addWidget(checkIn());
    columns->main()->addWidget(seam());
    columns->side()->addWidget(controls());
    columns->side()->addWidget(secrets());
    columns->side()->addWidget(
        new EmptyState(QStringLiteral("No commitments yet. The first one may be small.")));
    scroll->add(columns);
    auto* undo = new UndoBar;
    undo->offer(QStringLiteral("Withdrawn."));
    scroll->setFoot(undo);
    return scroll;
}

QWidget* window() {
    auto* result = new QWidget;
    auto* line = new QHBoxLayout(result);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(0);
    auto* bar = new SideBar;
    bar->addItem(QStringLiteral("today"), IconName::Today, QStringLiteral("Today"));
    bar->addItem(QStringLiteral("timeline"), IconName::Timeline, QStringLiteral("Timeline"));
    bar->addSeparator();
    bar->addItem(QStringLiteral("partner"), IconName::Partner, QStringLiteral("Partner"));
    bar->addItem(QStringLiteral("lock"), IconName::Lock, QStringLiteral("Lock"),
                 SideBar::Item::Command);
    bar->setCurrent(QStringLiteral("today"));
    bar->setDot(QStringLiteral("partner"), true, QStringLiteral("something waits"));
    line->addWidget(bar);
    line->addWidget(page(), 1);
    return result;
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    if (argc != 2 || !QDir().mkpath(QString::fromLocal8Bit(argv[1])))
        return 2;
    const QDir out(QString::fromLocal8Bit(argv[1]));
    Theme theme(app);
    bool written = true;
    for (const auto& [name, look, rtl] : {std::tuple{"light", LookChoice::Light, false},
                                          std::tuple{"dark", LookChoice::Dark, false},
                                          std::tuple{"right-to-left", LookChoice::Light, true}}) {
        theme.choose(look);
        QGuiApplication::setLayoutDirection(rtl ? Qt::RightToLeft : Qt::LeftToRight);
        const std::unique_ptr<QWidget> shown(window());
        shown->resize(1'200, 1'560);
        shown->show();
        QApplication::processEvents();
        written &= shown->grab().save(out.filePath(QLatin1String(name) + QStringLiteral(".png")));
    }
    return written ? 0 : 1;
}
