#include "ui/pages/commitments/commitment_inputs.h"

#include "ui/pages/commitments/optional_fields.h"
#include "ui/pages/commitments/schedule_field.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/wrap_label.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace mend::ui {
namespace {

constexpr int reviewAfter = 28; // Days. Four weeks unless chosen otherwise.
const QString forMe = QStringLiteral("me");
const QString forOther = QStringLiteral("partner");

} // namespace

CommitmentInputs::CommitmentInputs(QWidget* parent)
    : QWidget(parent), m_for(new SegmentedChoice(tr("Whose commitment"), this)),
      m_forWords(new WrapLabel({}, TextRole::Caption, this)),
      m_saidNo(new WrapLabel({}, TextRole::Caption, this)), m_offerLine(new QWidget(this)),
      m_offer(new QComboBox(m_offerLine)), m_title(new QLineEdit(this)),
      m_schedule(new ScheduleField(this)),
      m_by(new OptionalTime(tr("By a time of day"), QStringLiteral("formBy"), this)),
      m_fromLine(new QWidget(this)), m_from(new QDateEdit(m_fromLine)),
      m_until(new OptionalDay(tr("Until"), QStringLiteral("formUntil"), this)),
      m_review(new OptionalDay(tr("Look at it again on"), QStringLiteral("formReview"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::oneHalf);
    buildWhat(column);
    buildWhen(column);
    connectSignals();
    clear();
}

void CommitmentInputs::buildWhat(QVBoxLayout* column) {
    m_for->setObjectName(QStringLiteral("formFor"));
    column->addWidget(m_for, 0, Qt::AlignLeft);
    m_forWords->setTextFormat(Qt::PlainText);
    m_forWords->setObjectName(QStringLiteral("formForWords"));
    column->addWidget(m_forWords);
    m_offer->setObjectName(QStringLiteral("formOffer"));
    m_offer->setAccessibleName(tr("From a step of your checklist"));
    m_offer->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    auto* offer = new QVBoxLayout(m_offerLine);
    offer->setContentsMargins(0, 0, 0, 0);
    offer->setSpacing(space::half);
    offer->addWidget(new WrapLabel(tr("From a step of your checklist"), TextRole::Caption));
    offer->addWidget(m_offer);
    column->addWidget(m_offerLine);
    m_title->setObjectName(QStringLiteral("formTitle"));
    m_title->setAccessibleName(tr("What"));
    m_title->setPlaceholderText(tr("Something that can be checked: “Home by 18:30”"));
    column->addWidget(new WrapLabel(tr("What"), TextRole::BodyStrong, this));
    column->addWidget(m_title);
    m_saidNo->setObjectName(QStringLiteral("formSaidNo"));
    column->addWidget(m_saidNo);
}

void CommitmentInputs::buildWhen(QVBoxLayout* column) {
    column->addWidget(new WrapLabel(tr("When"), TextRole::BodyStrong, this));
    column->addWidget(m_schedule);
    column->addWidget(m_by);
    auto* line = new QHBoxLayout(m_fromLine);
    line->setContentsMargins(0, 0, 0, 0);
    m_from->setObjectName(QStringLiteral("formFrom"));
    m_from->setAccessibleName(tr("From"));
    m_from->setCalendarPopup(true);
    m_from->setDisplayFormat(tr("ddd d MMMM yyyy"));
    line->setSpacing(space::one);
    m_fromWord = new WrapLabel(tr("From"), TextRole::Body, m_fromLine);
    line->addWidget(m_fromWord);
    line->addWidget(m_from);
    line->addStretch();
    column->addWidget(m_fromLine);
    column->addWidget(m_until);
    column->addWidget(m_review);
}

void CommitmentInputs::connectSignals() {
    connect(m_for, &SegmentedChoice::choiceMade, this, &CommitmentInputs::changed);
    connect(m_schedule, &ScheduleField::scheduleChanged, this, &CommitmentInputs::changed);
    connect(m_title, &QLineEdit::textChanged, this, &CommitmentInputs::changed);
    connect(m_by, &OptionalTime::changed, this, &CommitmentInputs::changed);
    connect(m_from, &QDateEdit::dateChanged, this, &CommitmentInputs::changed);
    connect(m_until, &OptionalDay::changed, this, &CommitmentInputs::changed);
    connect(m_review, &OptionalDay::changed, this, &CommitmentInputs::changed);
    connect(m_offer, &QComboBox::activated, this, &CommitmentInputs::takeOffer);
    connect(this, &CommitmentInputs::changed, this, &CommitmentInputs::showParts);
}

// The words are as wide as the widest of them, so that the fields stand below each other.
void CommitmentInputs::alignFields() {
    const std::array<QWidget*, 4> words{m_by->tick(), m_fromWord, m_until->tick(),
                                        m_review->tick()};
    int widest = 0;
    for (const QWidget* each : words)
        widest = std::max(widest, each->sizeHint().width());
    for (QWidget* each : words)
        each->setFixedWidth(widest);
}

void CommitmentInputs::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        alignFields();
}

void CommitmentInputs::showEvent(QShowEvent* event) {
    alignFields(); // polished by now
    QWidget::showEvent(event);
}

void CommitmentInputs::setState(const CommitmentsState& state) {
    const bool offers = state.offers != m_offers || m_offer->count() == 0;
    m_partner = state.partner;
    m_mayAsk = state.mayAsk;
    m_today = state.today;
    m_offers = state.offers;
    m_declined.clear();
    for (const CommitmentReading& one : state.sections.ended)
        if (one.state == CommitmentState::Declined)
            m_declined += one.now.title.simplified();
    const QString chosen = m_for->chosen();
    m_for->setChoices({{forMe, tr("For me")}, {forOther, tr("Ask %1").arg(state.partner)}});
    m_for->setChosen(state.mayAsk && !chosen.isEmpty() ? chosen : forMe);
    if (offers)
        fillOffers();
    showParts();
}

void CommitmentInputs::setStands(bool whose, bool first) {
    m_stands = whose;
    m_firstStands = first;
    showParts();
}

void CommitmentInputs::fillOffers() {
    m_offer->clear();
    m_offer->addItem(tr("None: in my own words"));
    for (const CommitmentOffer& offer : m_offers)
        m_offer->addItem(offer.title, offer.step);
}

void CommitmentInputs::clear() {
    const Day today = m_today;
    const Day last = *Day::fromEpochDays(Day::last);
    m_offer->setCurrentIndex(0);
    m_title->clear();
    m_for->setChosen(forMe);
    m_schedule->setToday(today);
    m_schedule->setSchedule(Daily{});
    m_by->setTime(std::nullopt);
    m_from->setDateRange(today.date(), last.date());
    m_from->setDate(today.date());
    m_until->setRange(today, last);
    m_until->setSuggestion(today.plus(reviewAfter));
    m_review->setRange(today.plus(1), last);
    m_review->setSuggestion(today.plus(reviewAfter));
    showParts();
}

void CommitmentInputs::take(const CommitmentFields& fields) {
    m_title->setText(fields.title);
    const bool other = fields.for_ == mend::Person::Partner && (m_stands || m_mayAsk);
    m_for->setChosen(other ? forOther : forMe);
    m_offer->setCurrentIndex(std::max(0, m_offer->findData(fields.step)));
    m_schedule->setSchedule(fields.schedule);
    m_by->setTime(fields.by);
    m_from->setDate(fields.from.date());
    m_until->setDay(fields.until);
    // A day that has passed would have to be moved, and nobody chose the next one.
    const bool ahead = fields.review && *fields.review > m_today;
    m_review->setDay(ahead ? fields.review : std::nullopt);
    showParts();
}

void CommitmentInputs::takeOffer(int index) {
    if (index >= 1 && index <= int(m_offers.size())) {
        const CommitmentOffer& offer = m_offers[std::size_t(index) - 1];
        m_title->setText(offer.title);
        m_schedule->setSchedule(offer.schedule);
        m_by->setTime(offer.by);
    }
    Q_EMIT changed();
}

bool CommitmentInputs::isForOther() const {
    return m_for->chosen() == forOther;
}

void CommitmentInputs::focusTitle() {
    m_title->setFocus();
    m_title->end(
        false); // Qt marks all of it as the form opens, and the first key would take it away
}

QString CommitmentInputs::askingWords() const {
    if (m_stands || m_partner.isEmpty())
        return {};
    if (!m_mayAsk)
        return tr("%1 doesn’t wish to be asked for commitments at the moment.").arg(m_partner);
    if (!isForOther())
        return {};
    return tr("%1 may say yes, ask for a change, or say no without a reason. A no leaves nothing "
              "on the timeline.")
        .arg(m_partner);
}

// Words in another order, or with another time, are somebody's own to ask: only the same again is.
bool CommitmentInputs::wasDeclined() const {
    const QString title = m_title->text().simplified();
    return !m_stands && isForOther() && !title.isEmpty() &&
           m_declined.contains(title, Qt::CaseInsensitive);
}

void CommitmentInputs::showParts() {
    m_saidNo->setText(tr("%1 said no to this. Asking again is pressure.").arg(m_partner));
    m_saidNo->setVisible(wasDeclined());
    m_for->setVisible(!m_stands && m_mayAsk);
    m_forWords->setText(askingWords());
    m_forWords->setVisible(!m_forWords->text().isEmpty());
    // Steps are for one's own commitments: no template asks the other for something.
    m_offerLine->setVisible(!m_stands && !isForOther() && m_offer->count() > 1);
    const bool once = m_schedule->isOnce();
    m_fromLine->setVisible(!m_firstStands && !once);
    m_until->setVisible(!once);
}

CommitmentFields CommitmentInputs::fields() const {
    CommitmentFields fields;
    fields.title = m_title->text().trimmed();
    fields.schedule = m_schedule->schedule();
    fields.by = m_by->time();
    fields.from = Day::fromDate(m_from->date()).value_or(m_today);
    fields.review = m_review->day();
    if (const auto* once = std::get_if<Once>(&fields.schedule))
        fields.from = std::min(m_today, once->day);
    else
        fields.until = m_until->day();
    fields.for_ = isForOther() ? mend::Person::Partner : mend::Person::Me;
    if (!isForOther())
        fields.step = m_offer->currentData().toString();
    return fields;
}

} // namespace mend::ui
