#include "ui/pages/commitments/commitment_form.h"

#include "ui/models/commitment_text.h"
#include "ui/pages/commitments/optional_fields.h"
#include "ui/pages/commitments/schedule_field.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/wrap_label.h"

#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace mend::ui {
namespace {

constexpr int reviewAfter = 28;       // Days. Four weeks unless chosen otherwise.
constexpr int longestReview = 26 * 7; // Days. commitment.h
const QString forMe = QStringLiteral("me");
const QString forOther = QStringLiteral("partner");

} // namespace

CommitmentForm::CommitmentForm(QWidget* parent)
    : QDialog(parent), m_problem(new Banner(Banner::Kind::Attention, {}, this)),
      m_for(new SegmentedChoice(tr("Whose commitment"), this)),
      m_forWords(new WrapLabel({}, TextRole::Caption, this)), m_offerLine(new QWidget(this)),
      m_offer(new QComboBox(m_offerLine)), m_title(new QLineEdit(this)),
      m_schedule(new ScheduleField(this)),
      m_by(new OptionalTime(tr("By a time of day"), QStringLiteral("formBy"), this)),
      m_fromLine(new QWidget(this)), m_from(new QDateEdit(m_fromLine)),
      m_until(new OptionalDay(tr("Until"), QStringLiteral("formUntil"), this)),
      m_review(new OptionalDay(tr("Look at it again on"), QStringLiteral("formReview"), this)),
      m_counts(new WrapLabel({}, TextRole::Caption, this)), m_save(new QPushButton(this)) {
    setObjectName(QStringLiteral("commitmentForm"));
    build();
    connectSignals();
    clear();
}

void CommitmentForm::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::three, space::three, space::three, space::two);
    column->setSpacing(space::oneHalf);
    m_problem->hide();
    column->addWidget(m_problem);
    buildWhat(column);
    buildWhen(column);
    column->addStretch();
    buildEnd(column);
    setMinimumWidth(480);
}

void CommitmentForm::buildWhat(QVBoxLayout* column) {
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
}

void CommitmentForm::buildWhen(QVBoxLayout* column) {
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
    m_counts->setObjectName(QStringLiteral("formCounts"));
    column->addWidget(m_counts);
}

// The words are as wide as the widest of them, so that the fields stand below each other.
void CommitmentForm::alignFields() {
    const std::array<QWidget*, 4> words{m_by->tick(), m_fromWord, m_until->tick(),
                                        m_review->tick()};
    int widest = 0;
    for (const QWidget* each : words)
        widest = std::max(widest, each->sizeHint().width());
    for (QWidget* each : words)
        each->setFixedWidth(widest);
}

void CommitmentForm::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        alignFields();
}

void CommitmentForm::showEvent(QShowEvent* event) {
    alignFields(); // polished by now
    QDialog::showEvent(event);
}

void CommitmentForm::buildEnd(QVBoxLayout* column) {
    auto* line = new QHBoxLayout;
    line->addStretch();
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("formCancel"));
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_save->setObjectName(QStringLiteral("formSave"));
    m_save->setDefault(true);
    setButtonKind(m_save, ButtonKind::Primary);
    line->addWidget(cancel);
    line->addWidget(m_save);
    column->addLayout(line);
}

void CommitmentForm::connectSignals() {
    connect(m_save, &QPushButton::clicked, this, &CommitmentForm::save);
    connect(m_for, &SegmentedChoice::choiceMade, this, &CommitmentForm::showParts);
    connect(m_schedule, &ScheduleField::scheduleChanged, this, &CommitmentForm::showParts);
    connect(m_offer, &QComboBox::activated, this, &CommitmentForm::takeOffer);
}

void CommitmentForm::setState(const CommitmentsState& state) {
    const bool offers = state.offers != m_state.offers || m_offer->count() == 0;
    const bool newDay = state.today != m_state.today;
    m_state = state;
    const QString chosen = m_for->chosen();
    m_for->setChoices({{forMe, tr("For me")}, {forOther, tr("Ask %1").arg(state.partner)}});
    m_for->setChosen(state.mayAsk && !chosen.isEmpty() ? chosen : forMe);
    if (offers)
        fillOffers();
    if (newDay && !isVisible())
        clear();
    showParts();
}

void CommitmentForm::fillOffers() {
    m_offer->clear();
    m_offer->addItem(tr("None: in my own words"));
    for (const CommitmentOffer& offer : m_state.offers)
        m_offer->addItem(offer.title, offer.step);
}

void CommitmentForm::clear() {
    const Day today = m_state.today;
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
    showProblem({});
    showParts();
}

void CommitmentForm::startNew() {
    if (std::exchange(m_editing, std::nullopt)) {
        clear();
        if (m_kept)
            take(*m_kept);
    }
    m_kept.reset();
    showParts();
    m_title->setFocus();
    open();
}

void CommitmentForm::startFrom(const QString& step) {
    startNew();
    const int index = m_offer->findData(step);
    if (index < 0)
        return;
    m_offer->setCurrentIndex(index);
    takeOffer(index);
}

void CommitmentForm::startEdit(const CommitmentReading& commitment) {
    if (!m_editing)
        m_kept = fields();
    clear();
    m_editing = commitment;
    take(commitment.now);
    showParts();
    m_title->setFocus();
    open();
}

void CommitmentForm::finishSaved() {
    const bool wasEdit = m_editing.has_value();
    hide();
    m_editing.reset();
    clear();
    if (wasEdit && m_kept)
        take(*m_kept);
    m_kept.reset();
}

void CommitmentForm::take(const CommitmentFields& fields) {
    m_title->setText(fields.title);
    m_for->setChosen(fields.for_ == mend::Person::Partner ? forOther : forMe);
    m_offer->setCurrentIndex(std::max(0, m_offer->findData(fields.step)));
    m_schedule->setSchedule(fields.schedule);
    m_by->setTime(fields.by);
    m_from->setDate(fields.from.date());
    m_until->setDay(fields.until);
    m_review->setDay(fields.review);
}

void CommitmentForm::takeOffer(int index) {
    if (index < 1 || index > int(m_state.offers.size()))
        return;
    const CommitmentOffer& offer = m_state.offers[std::size_t(index) - 1];
    m_title->setText(offer.title);
    m_schedule->setSchedule(offer.schedule);
    m_by->setTime(offer.by);
    showParts();
}

bool CommitmentForm::isForOther() const {
    return m_for->chosen() == forOther;
}

void CommitmentForm::showParts() {
    const bool editing = m_editing.has_value();
    const bool other = isForOther();
    setWindowTitle(editing ? tr("Change a commitment") : tr("A commitment"));
    m_for->setVisible(!editing && m_state.mayAsk);
    QString words;
    if (!editing && !m_state.partner.isEmpty() && !m_state.mayAsk)
        words =
            tr("%1 doesn’t wish to be asked for commitments at the moment.").arg(m_state.partner);
    else if (!editing && other)
        words = tr("%1 may say yes, ask for a change, or say no without a reason. A no leaves "
                   "nothing on the timeline.")
                    .arg(m_state.partner);
    m_forWords->setText(words);
    m_forWords->setVisible(!words.isEmpty());
    // Steps are for one's own commitments: no template asks the other for something.
    m_offerLine->setVisible(!editing && !other && m_offer->count() > 1);
    const bool once = m_schedule->isOnce();
    m_fromLine->setVisible(!editing && !once);
    m_until->setVisible(!once);
    const bool agreed = editing && m_editing->state != CommitmentState::Proposed;
    m_counts->setText(agreed ? changeCountsFrom(m_state.today) : QString());
    m_counts->setVisible(agreed);
    m_save->setText(editing ? tr("Save the change")
                    : other ? tr("Ask")
                            : tr("Make this commitment"));
}

CommitmentFields CommitmentForm::fields() const {
    CommitmentFields fields;
    fields.title = m_title->text().trimmed();
    fields.schedule = m_schedule->schedule();
    fields.by = m_by->time();
    fields.from = Day::fromDate(m_from->date()).value_or(m_state.today);
    fields.review = m_review->day();
    if (const auto* once = std::get_if<Once>(&fields.schedule))
        fields.from = std::min(m_state.today, once->day);
    else
        fields.until = m_until->day();
    fields.for_ = isForOther() ? mend::Person::Partner : mend::Person::Me;
    if (!isForOther())
        fields.step = m_offer->currentData().toString();
    if (m_editing) {
        fields.from = m_editing->now.from;
        fields.for_ = m_editing->now.for_;
        fields.step = m_editing->now.step;
    }
    return fields;
}

void CommitmentForm::save() {
    const CommitmentFields now = fields();
    if (const auto wrong = check(now)) {
        showProblem(commitmentSentence(*wrong));
        if (*wrong == DomainError::Empty || *wrong == DomainError::TooLong)
            m_title->setFocus();
        return;
    }
    showProblem({});
    if (m_editing)
        Q_EMIT edited(m_editing->id, now);
    else
        Q_EMIT made(now);
}

void CommitmentForm::showProblem(const QString& sentence) {
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

} // namespace mend::ui
