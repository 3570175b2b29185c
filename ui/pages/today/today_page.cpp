#include "ui/pages/today/today_page.h"

#include "ui/pages/today/check_in_card.h"
#include "ui/pages/today/commitments_card.h"
#include "ui/pages/today/day_notice.h"
#include "ui/pages/today/half_written.h"
#include "ui/pages/today/moment_card.h"
#include "ui/pages/today/note_card.h"
#include "ui/pages/today/partner_day.h"
#include "ui/pages/today/today_checks.h"
#include "ui/pages/today/today_columns.h"
#include "ui/pages/today/today_foot.h"
#include "ui/pages/today/today_leaving.h"
#include "ui/pages/today/today_words.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/undo_bar.h"

#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>

namespace mend::ui {

TodayPage::TodayPage(QWidget* parent)
    : QWidget(parent), m_scroll(new PageScroll(tr("Today"), this)),
      m_problem(new Banner(Banner::Kind::Attention, {}, this)), m_day(new DayNotice(this)),
      m_code(new Banner(this)), m_leaving(new TodayLeaving(new UndoBar(this))),
      m_checkIn(new CheckInCard(this)),
      m_mine(new CommitmentsCard(CommitmentRow::Whose::Mine, this)),
      m_theirs(new CommitmentsCard(CommitmentRow::Whose::Theirs, this)),
      m_partner(new PartnerDay(this)), m_moment(new MomentCard(this)), m_note(new NoteCard(this)),
      m_foot(new TodayFoot(this)),
      m_half(new HalfWritten({*m_checkIn, *m_moment, *m_note}, *m_leaving, this)) {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll);
    buildNotices();
    buildColumns();
    m_scroll->setFoot(m_foot);
    connectCheckIn();
    connectRest();
    connectLeaving();
    setState(m_state);
}

TodayPage::~TodayPage() = default;

void TodayPage::buildNotices() {
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setText({});
    m_day->setObjectName(QStringLiteral("day"));
    m_leaving->bar()->setObjectName(QStringLiteral("undo"));
    m_code->setObjectName(QStringLiteral("codeNotice"));
    m_code->setAction(tr("Go to Settings"));
    for (QWidget* notice :
         {static_cast<QWidget*>(m_code), static_cast<QWidget*>(m_day),
          static_cast<QWidget*>(m_problem), static_cast<QWidget*>(m_leaving->bar())})
        m_scroll->notices()->addWidget(notice);
    connect(m_code, &Banner::actionTriggered, this,
            [this] { Q_EMIT pageWanted(QStringLiteral("settings")); });
    connect(m_day, &DayNotice::dayWanted, this, &TodayPage::dayWanted);
}

void TodayPage::buildColumns() {
    m_checkIn->setObjectName(QStringLiteral("checkIn"));
    m_mine->setObjectName(QStringLiteral("mine"));
    m_theirs->setObjectName(QStringLiteral("theirs"));
    m_partner->setObjectName(QStringLiteral("partner"));
    m_moment->setObjectName(QStringLiteral("moment"));
    m_note->setObjectName(QStringLiteral("noteCard"));
    m_columns = new TodayColumns({m_checkIn, m_mine, m_theirs, m_partner, m_moment, m_note}, this);
    m_scroll->add(m_columns);
}

void TodayPage::connectCheckIn() {
    auto* fresh = new QShortcut(QKeySequence::New, this);
    connect(fresh, &QShortcut::activated, this, &TodayPage::startNew);
    connect(m_foot, &TodayFoot::saveWanted, this, &TodayPage::submitCheckIn);
    connect(m_checkIn, &CheckInCard::submitted, this, &TodayPage::submitCheckIn);
    connect(m_checkIn, &CheckInCard::writingChanged, this, &TodayPage::showFoot);
    connect(m_checkIn, &CheckInCard::newWanted, this, &TodayPage::startNew);
    connect(m_checkIn, &CheckInCard::editWanted, this, &TodayPage::edit);
    connect(m_checkIn, &CheckInCard::openNowWanted, this, &TodayPage::openNowWanted);
    connect(m_checkIn, &CheckInCard::takeBackWanted, this, [this] {
        if (const SavedCheckIn* saved = m_state.sharedOne())
            m_leaving->offer(TodayLeaving::TakeBack{*saved},
                             tr("It will be taken back. You keep your words here."));
    });
    connect(m_checkIn, &CheckInCard::removeWanted, this, [this](qint64 id) {
        m_leaving->offer(TodayLeaving::RemoveCheckIn{id}, tr("Removed."));
    });
    connect(m_checkIn, &CheckInCard::edited, this, [this] {
        showProblem({});
        showFoot();
    });
}

void TodayPage::connectRest() {
    connect(m_mine, &CommitmentsCard::outcomeChosen, this, &TodayPage::outcomeChosen);
    connect(m_theirs, &CommitmentsCard::viewChosen, this, &TodayPage::viewChosen);
    for (const CommitmentsCard* card : {m_mine, m_theirs}) {
        connect(card, &CommitmentsCard::noteBegun, this, &TodayPage::commitmentNoteBegun);
        connect(card, &CommitmentsCard::commitmentsWanted, this,
                [this] { Q_EMIT pageWanted(QStringLiteral("commitments")); });
    }
    connect(m_partner, &PartnerDay::timelineWanted, this,
            [this] { Q_EMIT pageWanted(QStringLiteral("timeline")); });
    connect(m_partner, &PartnerDay::pairingWanted, this,
            [this] { Q_EMIT pageWanted(QStringLiteral("partner")); });
    connect(m_moment, &MomentCard::submitted, this, &TodayPage::submitMoment);
    connect(m_moment, &MomentCard::removeWanted, this, [this](qint64 id) {
        m_leaving->offer(TodayLeaving::RemoveMoment{id}, tr("Removed."));
    });
    connect(m_note, &NoteCard::submitted, this, &TodayPage::submitNote);
}

void TodayPage::connectLeaving() {
    connect(m_leaving, &TodayLeaving::changed, this, &TodayPage::showState);
    connect(m_leaving, &TodayLeaving::takeBackWanted, this, &TodayPage::takeBackWanted);
    connect(m_leaving, &TodayLeaving::checkInRemovalWanted, this, &TodayPage::checkInRemovalWanted);
    connect(m_leaving, &TodayLeaving::momentRemovalWanted, this, &TodayPage::momentRemovalWanted);
    connect(m_half, &HalfWritten::checkInDraftChanged, this, &TodayPage::checkInDraftChanged);
    connect(m_half, &HalfWritten::momentDraftChanged, this, &TodayPage::momentDraftChanged);
    connect(m_half, &HalfWritten::noteDraftChanged, this, &TodayPage::noteDraftChanged);
}

void TodayPage::setState(const TodayState& state) {
    const bool otherDay = state.day != m_state.day;
    m_state = state;
    if (otherDay) {
        m_moment->setDraft({});
        m_note->setDraft({});
        showProblem({});
        m_scroll->scrollArea()->verticalScrollBar()->setValue(0);
    }
    // Only as it has just been read: else a note that was begun since would seem to be gone.
    m_mine->setState(m_state);
    m_theirs->setState(m_state);
    showState();
}

void TodayPage::showState() {
    const TodayState shown = m_leaving->without(m_state);
    m_checkIn->setLeaving(m_leaving->isTakingBack());
    m_checkIn->setState(shown);
    m_partner->setState(shown);
    m_moment->setState(shown);
    m_note->setState(shown);
    m_scroll->header()->setAside(TodayWords::day(m_state.day));
    m_day->setState(m_state);
    m_code->setText(m_state.codeUnkept
                        ? tr("Your recovery code was shown, and you haven’t said that you kept it. "
                             "You can make a new one in Settings.")
                        : QString());
    showFoot();
}

void TodayPage::showFoot() {
    // A check-in that is being written is longer than the window: they would be out of reach.
    m_columns->placeCommitments(m_checkIn->isWriting());
    m_foot->parentWidget()->setVisible(m_checkIn->isWriting()); // with the room around it
    m_foot->say(m_state, m_checkIn->draft());
}

void TodayPage::restore(const TodayDrafts& drafts) {
    m_half->restore(drafts);
    showFoot();
}

void TodayPage::fold(const TodayDrafts& drafts) {
    m_half->fold(drafts);
    showFoot();
}

bool TodayPage::hasUnsaved() const {
    return m_half->isOpen() || m_mine->isWriting() || m_theirs->isWriting();
}

void TodayPage::settle() {
    m_leaving->expire();
    m_half->settle();
    m_mine->settle();
    m_theirs->settle();
}

// The note on a commitment is gone on with on Commitments, too.
void TodayPage::hideEvent(QHideEvent* event) {
    m_mine->settle();
    m_theirs->settle();
    QWidget::hideEvent(event);
}

void TodayPage::sendDrafts() {
    m_half->tell();
}

void TodayPage::submitCheckIn() {
    if (!m_checkIn->isWriting())
        return;
    CheckInDraft draft = m_checkIn->draft();
    if (m_state.partnerName.isEmpty())
        draft.share = Share::Private;
    if (const QString missing = TodayChecks::missing(draft); !missing.isEmpty())
        return showProblem(missing);
    draft.fields = withoutBlankTexts(draft.fields);
    Q_EMIT checkInSubmitted(draft);
}

void TodayPage::submitMoment() {
    const QString missing = TodayChecks::missing(m_moment->draft());
    showProblem(missing);
    if (missing.isEmpty())
        Q_EMIT momentSubmitted(m_moment->draft());
}

void TodayPage::submitNote() {
    const QString missing = TodayChecks::missing(m_note->draft(), m_note->isUnedited());
    showProblem(missing);
    if (missing.isEmpty())
        Q_EMIT noteSubmitted(m_note->draft());
}

void TodayPage::checkInSaved() {
    m_half->checkInSaved();
    showProblem({});
    m_checkIn->putAway();
    m_scroll->scrollArea()->verticalScrollBar()->setValue(0);
}

void TodayPage::momentSaved(const QString& confirmation) {
    m_half->momentSaved();
    m_moment->confirm(confirmation);
}

void TodayPage::noteSaved(const QString& confirmation) {
    m_half->noteSaved();
    m_note->confirm(confirmation);
}

void TodayPage::showProblem(const QString& sentence) {
    m_problem->setText({}); // Said again to whoever presses again, also by a screen reader.
    m_problem->setText(sentence);
}

void TodayPage::startNew() {
    m_leaving->expire();
    m_checkIn->startNew();
    showFoot();
}

void TodayPage::startMoment() {
    m_moment->start();
    reveal(m_moment);
}

void TodayPage::startNote(NoteKind kind) {
    m_note->startAs(kind);
    reveal(m_note);
}

// Once the card that has just opened is laid out.
void TodayPage::reveal(QWidget* card) {
    QTimer::singleShot(0, card, [this, card] {
        m_scroll->scrollArea()->ensureWidgetVisible(card, 0, space::two);
        if (QWidget* focus = focusWidget(); focus && card->isAncestorOf(focus))
            m_scroll->scrollArea()->ensureWidgetVisible(focus, 0, space::two);
    });
}

void TodayPage::edit(const SavedCheckIn& saved) {
    m_leaving->expire();
    CheckInDraft draft;
    draft.fields = saved.fields;
    draft.share = saved.share;
    draft.withScales = saved.withScales;
    draft.withTicks = saved.withTicks;
    draft.replacesShared = saved.shared.has_value();
    draft.replacesPrivate = saved.privateId;
    m_checkIn->restore(draft);
    showFoot();
}

} // namespace mend::ui
