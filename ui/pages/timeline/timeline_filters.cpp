#include "ui/pages/timeline/timeline_filters.h"

#include "ui/models/entry_text.h"
#include "ui/theme/icons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/segmented_choice.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace mend::ui {
namespace {

constexpr int typingPause = 200; // Milliseconds. Long enough not to search after every letter.

} // namespace

TimelineFilters::TimelineFilters(QWidget* parent)
    : QWidget(parent), m_search(new QLineEdit(this)), m_kind(new QComboBox(this)),
      m_person(new SegmentedChoice(tr("Whose entries"), this)),
      m_onlyCommitments(new QCheckBox(tr("Only commitments"), this)) {
    build();
    connectSignals();
}

void TimelineFilters::build() {
    m_search->setObjectName(QStringLiteral("timelineSearch"));
    m_search->setAccessibleName(tr("Search the timeline"));
    m_search->setPlaceholderText(tr("Search"));
    m_search->setToolTip(tr("Press / to search"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(IconName::Search), QLineEdit::LeadingPosition);
    m_search->setMinimumWidth(168);
    m_search->installEventFilter(this);
    m_kind->setObjectName(QStringLiteral("timelineKind"));
    m_kind->setAccessibleName(tr("Kind of entry"));
    m_kind->addItem(tr("Everything"));
    for (const Kind kind : {Kind::CheckIn, Kind::Note, Kind::Moment, Kind::Outcome, Kind::View,
                            Kind::Commitment, Kind::CommitmentChange, Kind::Consent, Kind::Step})
        m_kind->addItem(kindWord(kind), name(kind));
    m_person->setObjectName(QStringLiteral("timelinePerson"));
    m_onlyCommitments->setMinimumHeight(controlHeight); // as high as its neighbours
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(16); // the list that opens is as wide as its longest word
    m_kind->view()->setMinimumWidth(260);
    m_onlyCommitments->setObjectName(QStringLiteral("timelineOnlyCommitments"));
    setPartner({});
    auto* line = new FlowLayout(this);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_kind),
          static_cast<QWidget*>(m_person), static_cast<QWidget*>(m_onlyCommitments)})
        line->addWidget(widget);
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
}

void TimelineFilters::connectSignals() {
    connect(m_search, &QLineEdit::textChanged, &m_typing, qOverload<>(&QTimer::start));
    connect(&m_typing, &QTimer::timeout, this, &TimelineFilters::tell);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TimelineFilters::tell);
    connect(m_person, &SegmentedChoice::choiceMade, this, &TimelineFilters::tell);
    connect(m_onlyCommitments, &QCheckBox::toggled, this, &TimelineFilters::tell);
}

void TimelineFilters::setPartner(const QString& name) {
    const QString chosen = m_person->chosen();
    m_person->setChoices(
        {{QStringLiteral("both"), tr("Both")},
         {mend::name(mend::Person::Me), tr("You")},
         {mend::name(mend::Person::Partner), name.isEmpty() ? tr("Other") : name}});
    m_person->setChosen(chosen.isEmpty() ? QStringLiteral("both") : chosen);
    m_person->setVisible(!name.isEmpty());
}

TimelineFilter TimelineFilters::filter() const {
    TimelineFilter filter;
    if (const QString kind = m_kind->currentData().toString(); !kind.isEmpty())
        filter.kinds = {kind};
    for (const mend::Person person : {mend::Person::Me, mend::Person::Partner})
        if (m_person->chosen() == mend::name(person))
            filter.by = person;
    filter.onlyCommitments = m_onlyCommitments->isChecked();
    filter.search = m_search->text();
    return filter;
}

void TimelineFilters::clear() {
    m_search->clear();
    m_kind->setCurrentIndex(0);
    m_person->setChosen(QStringLiteral("both"));
    m_onlyCommitments->setChecked(false);
    tell();
}

void TimelineFilters::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void TimelineFilters::tell() {
    m_typing.stop();
    const TimelineFilter now = filter();
    if (now == m_told)
        return;
    m_told = now;
    Q_EMIT filterChanged(now);
}

bool TimelineFilters::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            tell();
            Q_EMIT listWanted();
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            tell();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace mend::ui
