#include "ui/pages/commitments/commitment_card.h"

#include "ui/models/commitment_text.h"
#include "ui/pages/commitments/commitment_menu.h"
#include "ui/pages/commitments/day_answer.h"
#include "ui/pages/commitments/proposal_answer.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/month_grid.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QResizeEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace mend::ui {
namespace {

bool goesOnAfter(const CommitmentFields& fields, Day today) {
    const Once* once = std::get_if<Once>(&fields.schedule);
    return once ? once->day > today : !fields.until || *fields.until > today;
}

} // namespace

CommitmentCard::CommitmentCard(Kind kind, const CommitmentReading& commitment, QWidget* parent)
    : Card(commitment.now.title, parent), m_kind(kind), m_commitment(commitment),
      m_box(new QBoxLayout(QBoxLayout::TopToBottom)), m_words(new QVBoxLayout),
      m_when(new WrapLabel({}, TextRole::Body, this)),
      m_state(new WrapLabel({}, TextRole::Body, this)),
      m_kept(new WrapLabel({}, TextRole::Body, this)) {
    setObjectName(QStringLiteral("commitmentCard"));
    build();
}

bool CommitmentCard::hasDays() const {
    return m_kind == Kind::Mine || m_kind == Kind::Theirs || m_kind == Kind::Ended;
}

void CommitmentCard::build() {
    m_box->setSpacing(space::three);
    m_words->setSpacing(space::one);
    m_when->setObjectName(QStringLiteral("commitmentWhen"));
    m_when->setTone(&Tokens::inkSoft);
    m_state->setObjectName(QStringLiteral("commitmentState"));
    m_kept->setObjectName(QStringLiteral("commitmentKept"));
    for (WrapLabel* label : {m_when, m_state, m_kept}) {
        label->setTextFormat(Qt::PlainText);
        m_words->addWidget(label);
    }
    buildAtHome();
    if (m_kind == Kind::Asked) {
        m_proposal = new ProposalAnswer(this);
        m_words->addWidget(m_proposal);
        connect(m_proposal, &ProposalAnswer::answered, this,
                [this](Answer answer, const QString& note) {
                    Q_EMIT proposalAnswered(id(), answer, note);
                });
        connect(m_proposal, &ProposalAnswer::askingStopped, this, &CommitmentCard::askingStopped);
        connect(m_proposal, &ProposalAnswer::safetyWanted, this, &CommitmentCard::safetyWanted);
        connect(m_proposal, &ProposalAnswer::changeBegun, this,
                [this](const QString& note) { Q_EMIT changeBegun(id(), note); });
    }
    m_box->addLayout(m_words, 1);
    if (m_kind == Kind::Ended)
        buildUnfold();
    else if (hasDays())
        buildDays();
    if (m_kind != Kind::Ended)
        m_words->addStretch();
    add(m_box);
    if (m_kind == Kind::Mine || m_kind == Kind::Waiting)
        buildMenu();
}

// Quiet: nothing is wrong with it, and nobody has to share it.
void CommitmentCard::buildAtHome() {
    m_atHome = new WrapLabel({}, TextRole::Caption, this);
    m_atHome->setObjectName(QStringLiteral("commitmentAtHome"));
    m_atHome->setTextFormat(Qt::PlainText);
    m_atHome->setTone(&Tokens::inkSoft);
    m_words->addWidget(m_atHome);
    m_again = new QPushButton(tr("Make it again for you both"), this);
    m_again->setObjectName(QStringLiteral("commitmentAgain"));
    m_again->setAutoDefault(false);
    setButtonKind(m_again, ButtonKind::Link);
    m_words->addWidget(m_again, 0, Qt::AlignLeft);
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT againWanted(id()); });
}

void CommitmentCard::buildDays() {
    m_answer = new DayAnswer(m_commitment.owner, this);
    m_words->addSpacing(space::one);
    m_words->addWidget(m_answer);
    m_month = new MonthGrid(this);
    m_month->setObjectName(QStringLiteral("commitmentMonth"));
    m_month->setAccessibleName(tr("Days of “%1”").arg(m_commitment.now.title));
    m_month->setChoosable([this](const QDate& date) {
        const auto day = Day::fromDate(date);
        return day && mayChoose(*day);
    });
    m_box->addWidget(m_month, 0, Qt::AlignTop);
    connect(m_month, &MonthGrid::daySelected, this, [this](const QDate& date) {
        if (const auto day = Day::fromDate(date))
            selectDay(*day);
    });
    connect(m_month, &MonthGrid::monthChanged, this, &CommitmentCard::describeCells);
    connect(m_answer, &DayAnswer::todayWanted, this, [this] { selectDay(m_today); });
    connect(m_answer, &DayAnswer::outcomeChosen, this,
            [this](Day day, OutcomeState state, const QString& note) {
                Q_EMIT outcomeChosen(id(), day, state, note);
            });
    connect(m_answer, &DayAnswer::noteBegun, this, [this](Day day, const QString& note) {
        m_begun.notes[day] = note;
        Q_EMIT noteBegun(id(), day, note);
    });
    connect(m_answer, &DayAnswer::viewChosen, this,
            [this](Day day, ViewState state, const QString& note) {
                Q_EMIT viewChosen(id(), day, state, note);
            });
}

// What is over is short until somebody looks back: its month would be most of the card.
void CommitmentCard::buildUnfold() {
    m_unfold = new QPushButton(tr("Show its days"), this);
    m_unfold->setObjectName(QStringLiteral("commitmentUnfold"));
    m_unfold->setAccessibleName(tr("Show the days of “%1”").arg(m_commitment.now.title));
    m_unfold->setAutoDefault(false);
    setButtonKind(m_unfold, ButtonKind::Link);
    m_words->addWidget(m_unfold, 0, Qt::AlignLeft);
    connect(m_unfold, &QPushButton::clicked, this, [this] {
        unfold();
        m_month->focusEntrance();
        m_unfold->hide(); // not before: its focus would go anywhere
    });
}

void CommitmentCard::unfold() {
    buildDays();
    m_words->addStretch();
    m_month->show();
    showDays(true);
}

void CommitmentCard::buildMenu() {
    m_menu = new CommitmentMenu(m_commitment.now.title, this);
    connect(m_menu, &CommitmentMenu::editWanted, this, [this] { Q_EMIT editWanted(id()); });
    connect(m_menu, &CommitmentMenu::changeWanted, this,
            [this](ChangeKind change) { Q_EMIT changeWanted(id(), change); });
    addAction(m_menu);
}

void CommitmentCard::fillMenu() {
    if (m_menu && m_kind == Kind::Waiting)
        m_menu->offerTakingBack();
    else if (m_menu)
        m_menu->offerChanges(m_commitment.state == CommitmentState::Paused);
}

QString CommitmentCard::stateWords() const {
    const QString who = m_partner.isEmpty() ? tr("The other") : m_partner;
    switch (m_commitment.state) {
    case CommitmentState::Paused:
        return tr("Paused. Nothing is expected.");
    case CommitmentState::Declined:
        return tr("%1 said: not this one.").arg(who);
    case CommitmentState::Proposed:
        if (m_kind == Kind::Asked)
            return tr("%1 asks whether you would.").arg(who);
        if (m_commitment.answer == Answer::Change)
            return tr("%1 asks for a change: “%2”").arg(who, m_commitment.answerNote);
        return tr("Asked. %1 may say yes, ask for a change, or leave it.").arg(who);
    case CommitmentState::Ended:
        return tr("Ended.");
    case CommitmentState::Active:
        break;
    }
    return {};
}

void CommitmentCard::show(const CommitmentReading& commitment, Day today, const QString& partner,
                          const CommitmentBegun& begun) {
    const bool newDay = today != m_today;
    m_commitment = commitment;
    m_today = today;
    m_partner = partner;
    m_begun = begun;
    setTitle(commitment.now.title);
    m_when->setText(commitmentWhen(commitment.now, today));
    m_state->setText(stateWords());
    m_state->setVisible(!m_state->text().isEmpty());
    const bool counts = hasDays() && m_kind != Kind::Ended;
    m_kept->setText(counts ? keptThisWeek(commitment, today) : QString());
    m_kept->setVisible(counts);
    showAtHome();
    if (m_proposal) {
        m_proposal->setPartner(partner);
        m_proposal->setTitle(commitment.now.title);
        m_proposal->show(commitment.answer, commitment.answerNote, begun.change);
    }
    if (m_unfold)
        showUnfold();
    if (m_month)
        showDays(newDay);
    fillMenu();
}

// Words that were begun aren't folded away: this page is come to for them, and not by itself.
void CommitmentCard::showUnfold() {
    if (!m_month && !m_begun.notes.empty())
        unfold();
    m_unfold->setVisible(!m_month && !m_commitment.days.empty());
}

// One that is over opens where it ended.
void CommitmentCard::showDays(bool newDay) {
    fillMonth();
    const bool over = m_kind == Kind::Ended && !m_commitment.days.empty();
    if (newDay)
        m_month->setMonth((over ? m_commitment.days.back().day : m_today).date());
    describeCells();
    const Day shown = dayToShow(newDay);
    showAnswer(shown);
    // What is over has nothing due today; an earlier day opens with its cell.
    m_answer->setVisible(m_kind != Kind::Ended || shown != m_today);
}

void CommitmentCard::showAtHome() {
    const bool unseen = m_commitment.atHome && !m_partner.isEmpty();
    m_atHome->setText(
        unseen ? tr("Made before you and %1 began to share: %1 doesn’t see it.").arg(m_partner)
               : QString());
    m_atHome->setVisible(unseen);
    m_again->setAccessibleDescription(m_commitment.now.title); // each card has this button
    m_again->setVisible(unseen && m_kind == Kind::Mine && goesOnAfter(m_commitment.now, m_today));
}

// Midnight takes nobody's note away, nor does a lock: the newest day with a note that was begun
// comes up by itself.
Day CommitmentCard::dayToShow(bool newDay) const {
    if (!newDay || m_answer->isWriting())
        return m_answer->day();
    for (auto note = m_begun.notes.rbegin(); note != m_begun.notes.rend(); ++note)
        if (!note->second.isEmpty() && mayAnswer(m_commitment, note->first, m_today))
            return note->first;
    return m_today;
}

void CommitmentCard::showAnswer(Day day) {
    m_answer->settle();
    const auto begun = m_begun.notes.find(day);
    m_answer->show(m_commitment, day, m_today, m_partner,
                   begun == m_begun.notes.end() ? QString() : begun->second);
}

void CommitmentCard::settle() {
    if (m_answer)
        m_answer->settle();
    if (m_proposal)
        m_proposal->settle();
}

void CommitmentCard::sendDrafts() {
    if (m_answer && m_answer->isWriting())
        m_answer->sendDraft();
    if (m_proposal)
        m_proposal->sendDraft();
}

void CommitmentCard::fillMonth() {
    QHash<QDate, std::vector<DayState>> marks;
    for (const CommitmentDay& day : m_commitment.days)
        marks.insert(day.day.date(), {day.state});
    Day first = std::min(m_commitment.now.from, m_today);
    if (!m_commitment.days.empty())
        first = std::min(first, m_commitment.days.front().day);
    m_month->setToday(m_today.date());
    m_month->setRange(std::max(first, m_today.plus(-366)).date(), m_today.date());
    m_month->setMarks(marks);
    m_month->askChoosable(); // a pause or an end of the other's may come late
}

// What both said about a day stands on its cell.
void CommitmentCard::describeCells() {
    const QDate month = m_month->month();
    for (int i = 1; i <= month.daysInMonth(); ++i) {
        const QDate date(month.year(), month.month(), i);
        const auto day = Day::fromDate(date);
        MonthDayCell* cell = day ? m_month->cellOf(date) : nullptr;
        if (!cell || *day > m_today)
            continue;
        const QString words = commitmentDayWords(m_commitment, *day, m_today, m_partner);
        // Marked as rich text and escaped: what people wrote is never taken as markup.
        cell->setToolTip(QStringLiteral("<qt>%1</qt>").arg(words.toHtmlEscaped()));
        cell->setAccessibleName(words);
    }
}

// Today has a word for a day without anything due, too; of what is over there is none.
bool CommitmentCard::mayChoose(Day day) const {
    return mayAnswer(m_commitment, day, m_today) || (day == m_today && m_kind != Kind::Ended);
}

void CommitmentCard::selectDay(Day day) {
    if (!m_answer)
        return;
    const bool may = mayAnswer(m_commitment, day, m_today);
    if (!may && day != m_today)
        return;
    showAnswer(day);
    m_answer->setVisible(m_kind != Kind::Ended || may);
}

void CommitmentCard::resizeEvent(QResizeEvent* event) {
    Card::resizeEvent(event);
    const bool wide = event->size().width() >= breakpoint;
    m_box->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace mend::ui
