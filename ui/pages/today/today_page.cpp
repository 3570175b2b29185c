#include "ui/pages/today/today_page.h"

#include "ui/pages/today/check_in_card.h"
#include "ui/pages/today/commitments_card.h"
#include "ui/pages/today/moment_card.h"
#include "ui/pages/today/note_card.h"
#include "ui/pages/today/partner_day.h"
#include "ui/pages/today/today_leaving.h"
#include "ui/pages/today/today_words.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

namespace mend::ui {

TodayPage::TodayPage(QWidget* parent)
    : QWidget(parent), m_scroll(new PageScroll(tr("Today"), this)),
      m_problem(new Banner(Banner::Kind::Attention, {}, this)), m_day(new Banner(this)),
      m_leaving(new TodayLeaving(new UndoBar(this))), m_checkIn(new CheckInCard(this)),
      m_mine(new CommitmentsCard(CommitmentRow::Whose::Mine, this)),
      m_theirs(new CommitmentsCard(CommitmentRow::Whose::Theirs, this)),
      m_partner(new PartnerDay(this)), m_moment(new MomentCard(this)), m_note(new NoteCard(this)),
      m_foot(new QWidget(this)), m_promise(new WrapLabel({}, TextRole::Caption, this)),
      m_save(new QPushButton(tr("Save"), this)),
      m_checkInPause([this] { Q_EMIT checkInDraftChanged(m_checkIn->draft()); }),
      m_momentPause([this] { Q_EMIT momentDraftChanged(m_moment->draft()); }),
      m_notePause([this] { Q_EMIT noteDraftChanged(m_note->draft()); }) {
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_scroll);
    buildNotices();
    buildColumns();
    buildFoot();
    connectCheckIn();
    connectRest();
    connectDrafts();
    connectLeaving();
    showState();
}

TodayPage::~TodayPage() = default;

void TodayPage::buildNotices() {
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setText({});
    m_day->setObjectName(QStringLiteral("day"));
    m_leaving->bar()->setObjectName(QStringLiteral("undo"));
    for (QWidget* notice : {static_cast<QWidget*>(m_day), static_cast<QWidget*>(m_problem),
                            static_cast<QWidget*>(m_leaving->bar())})
        m_scroll->notices()->addWidget(notice);
    connect(m_day, &Banner::actionTriggered, this, &TodayPage::onDayAction);
}

void TodayPage::buildColumns() {
    m_checkIn->setObjectName(QStringLiteral("checkIn"));
    m_mine->setObjectName(QStringLiteral("mine"));
    m_theirs->setObjectName(QStringLiteral("theirs"));
    m_partner->setObjectName(QStringLiteral("partner"));
    m_moment->setObjectName(QStringLiteral("moment"));
    m_note->setObjectName(QStringLiteral("noteCard"));
    m_columns = new TwoColumns(this);
    for (QWidget* card : {static_cast<QWidget*>(m_checkIn), static_cast<QWidget*>(m_mine),
                          static_cast<QWidget*>(m_theirs)})
        m_columns->main()->addWidget(card);
    for (QWidget* card : {static_cast<QWidget*>(m_partner), static_cast<QWidget*>(m_moment),
                          static_cast<QWidget*>(m_note)})
        m_columns->side()->addWidget(card);
    m_columns->main()->addStretch();
    m_columns->side()->addStretch();
    m_scroll->add(m_columns);
}

// Below the check-in; beside it while it is being written, for then it is longer than the window.
void TodayPage::placeCommitments() {
    const bool beside = m_checkIn->isWriting();
    QVBoxLayout* to = beside ? m_columns->side() : m_columns->main();
    if (to->indexOf(m_mine) >= 0)
        return;
    QVBoxLayout* from = beside ? m_columns->main() : m_columns->side();
    int at = beside ? to->indexOf(m_note) : to->indexOf(m_checkIn) + 1;
    for (CommitmentsCard* card : {m_mine, m_theirs}) {
        from->removeWidget(card);
        to->insertWidget(at++, card);
    }
}

void TodayPage::buildFoot() {
    m_promise->setTone(&Tokens::inkSoft);
    m_promise->setObjectName(QStringLiteral("promise"));
    m_save->setObjectName(QStringLiteral("save"));
    setButtonKind(m_save, ButtonKind::Primary);
    auto* line = new QHBoxLayout(m_foot);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::two);
    line->addWidget(m_promise, 1);
    line->addWidget(m_save);
    m_scroll->setFoot(m_foot);
}

void TodayPage::connectCheckIn() {
    auto* fresh = new QShortcut(QKeySequence::New, this);
    connect(fresh, &QShortcut::activated, this, &TodayPage::startNew);
    connect(m_save, &QPushButton::clicked, this, &TodayPage::submitCheckIn);
    connect(m_checkIn, &CheckInCard::submitted, this, &TodayPage::submitCheckIn);
    connect(m_checkIn, &CheckInCard::writingChanged, this, &TodayPage::showFoot);
    connect(m_checkIn, &CheckInCard::newWanted, this, &TodayPage::startNew);
    connect(m_checkIn, &CheckInCard::editWanted, this, &TodayPage::edit);
    connect(m_checkIn, &CheckInCard::openNowWanted, this, &TodayPage::openNowWanted);
    connect(m_checkIn, &CheckInCard::takeBackWanted, this, [this] {
        if (const SavedCheckIn* saved = sharedOne())
            m_leaving->offer(TodayLeaving::TakeBack{*saved},
                             tr("It will be taken back. You keep your words here."));
    });
    connect(m_checkIn, &CheckInCard::removeWanted, this, [this](qint64 id) {
        m_leaving->offer(TodayLeaving::RemoveCheckIn{id}, tr("Removed."));
    });
    connect(m_checkIn, &CheckInCard::discardWanted, this, [this] {
        const CheckInDraft draft = m_checkIn->draft();
        m_checkInPause.stop();
        if (draft.isEmpty()) {
            m_checkIn->putAway();
            Q_EMIT checkInDraftChanged({});
            return;
        }
        m_checkIn->putAway();
        m_leaving->offer(TodayLeaving::DiscardDraft{draft}, tr("Discarded."));
    });
}

void TodayPage::connectRest() {
    connect(m_mine, &CommitmentsCard::outcomeChosen, this, &TodayPage::outcomeChosen);
    connect(m_mine, &CommitmentsCard::commitmentsWanted, this,
            [this] { Q_EMIT pageWanted(QStringLiteral("commitments")); });
    connect(m_theirs, &CommitmentsCard::viewChosen, this, &TodayPage::viewChosen);
    for (const CommitmentsCard* card : {m_mine, m_theirs})
        connect(card, &CommitmentsCard::noteBegun, this, &TodayPage::commitmentNoteBegun);
    connect(m_partner, &PartnerDay::pairingWanted, this,
            [this] { Q_EMIT pageWanted(QStringLiteral("partner")); });
    connect(m_moment, &MomentCard::submitted, this, &TodayPage::submitMoment);
    connect(m_moment, &MomentCard::removeWanted, this, [this](qint64 id) {
        m_leaving->offer(TodayLeaving::RemoveMoment{id}, tr("Removed."));
    });
    connect(m_note, &NoteCard::submitted, this, &TodayPage::submitNote);
}

void TodayPage::connectDrafts() {
    connect(m_checkIn, &CheckInCard::edited, this, [this] {
        showProblem({});
        showFoot();
        m_checkInPause.keystroke();
    });
    connect(m_moment, &MomentCard::edited, this, [this] { m_momentPause.keystroke(); });
    connect(m_note, &NoteCard::edited, this, [this] { m_notePause.keystroke(); });
}

void TodayPage::connectLeaving() {
    connect(m_leaving, &TodayLeaving::changed, this, &TodayPage::showState);
    connect(m_leaving, &TodayLeaving::takeBackWanted, this, &TodayPage::takeBackWanted);
    connect(m_leaving, &TodayLeaving::checkInRemovalWanted, this, &TodayPage::checkInRemovalWanted);
    connect(m_leaving, &TodayLeaving::momentRemovalWanted, this, &TodayPage::momentRemovalWanted);
    // What was begun since has its own draft.
    connect(m_leaving, &TodayLeaving::draftDiscarded, this, [this] {
        if (m_checkIn->draft().isEmpty())
            Q_EMIT checkInDraftChanged({});
    });
    connect(m_leaving, &TodayLeaving::draftBack, this, [this](const CheckInDraft& draft) {
        restore(draft);
        m_checkInPause.keystroke();
    });
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
    showState();
}

void TodayPage::showState() {
    const TodayState shown = m_leaving->without(m_state);
    m_checkIn->setLeaving(m_leaving->isTakingBack());
    m_checkIn->setState(shown);
    m_mine->setState(shown);
    m_theirs->setState(shown);
    m_partner->setState(shown);
    m_moment->setState(shown);
    m_note->setState(shown);
    showDay();
    showFoot();
}

void TodayPage::showDay() {
    m_scroll->header()->setAside(TodayWords::day(m_state.day));
    if (m_state.day != m_state.today) {
        m_day->setText(tr("What you write here belongs to %1.").arg(TodayWords::day(m_state.day)));
        m_day->setAction(tr("Go to today"));
    } else if (m_state.unfinished) {
        m_day->setText(tr("Something you began on %1 is still here, not saved yet.")
                           .arg(TodayWords::day(*m_state.unfinished)));
        m_day->setAction(tr("Go on with it"));
    } else {
        m_day->setText({});
    }
}

void TodayPage::onDayAction() {
    if (m_state.day != m_state.today)
        Q_EMIT dayWanted(m_state.today);
    else if (m_state.unfinished)
        Q_EMIT dayWanted(*m_state.unfinished);
}

void TodayPage::showFoot() {
    placeCommitments();
    m_foot->parentWidget()->setVisible(m_checkIn->isWriting()); // with the room around it
    const CheckInDraft draft = m_checkIn->draft();
    const SavedCheckIn* shared = sharedOne();
    if (draft.replacesShared && shared)
        m_promise->setText(TodayWords::promiseOfEdit(*shared, m_state.partnerName));
    else
        m_promise->setText(TodayWords::promise(
            m_state.partnerName.isEmpty() ? Share::Private : draft.share, m_state.partnerName));
}

const SavedCheckIn* TodayPage::sharedOne() const {
    const auto shared = std::find_if(m_state.saved.begin(), m_state.saved.end(),
                                     [](const SavedCheckIn& saved) { return saved.shared; });
    return shared == m_state.saved.end() ? nullptr : &*shared;
}

void TodayPage::restore(const CheckInDraft& draft) {
    m_checkIn->restore(draft);
    showFoot();
}

void TodayPage::restore(const MomentDraft& draft) {
    m_moment->setDraft(draft);
}

void TodayPage::restore(const NoteDraft& draft) {
    m_note->setDraft(draft);
}

bool TodayPage::hasUnsaved() const {
    return (m_checkIn->isWriting() && !m_checkIn->draft().isEmpty()) ||
           !m_moment->draft().isEmpty() || !m_note->draft().isEmpty() || m_mine->isWriting() ||
           m_theirs->isWriting();
}

void TodayPage::settle() {
    m_leaving->expire();
    m_checkInPause.flush();
    m_momentPause.flush();
    m_notePause.flush();
    m_mine->settle();
    m_theirs->settle();
}

void TodayPage::sendDrafts() {
    if (m_checkIn->isWriting())
        Q_EMIT checkInDraftChanged(m_checkIn->draft());
    Q_EMIT momentDraftChanged(m_moment->draft());
    Q_EMIT noteDraftChanged(m_note->draft());
}

void TodayPage::submitCheckIn() {
    if (!m_checkIn->isWriting())
        return;
    CheckInDraft draft = m_checkIn->draft();
    if (m_state.partnerName.isEmpty())
        draft.share = Share::Private;
    if (draft.isEmpty())
        return showProblem(tr("There is nothing to save yet. One word is enough."));
    draft.fields = withoutBlankTexts(draft.fields);
    const CheckInFields shown = shareable(draft.fields, draft.withScales, draft.withTicks);
    if (draft.share != Share::Private && check(shown) == DomainError::Empty)
        return showProblem(tr("Nothing of this would be shared yet: the scales and ticks stay with "
                              "you. Write a word, or let them be shared, too."));
    Q_EMIT checkInSubmitted(draft);
}

// A number that nobody chose would be a wrong word.
void TodayPage::submitMoment() {
    const MomentDraft draft = m_moment->draft();
    if (draft.isEmpty() || !draft.strength)
        return showProblem(tr("How strong is it? Any number will do; then it can be saved."));
    showProblem({});
    Q_EMIT momentSubmitted(draft);
}

void TodayPage::submitNote() {
    const NoteDraft draft = m_note->draft();
    if (draft.isEmpty())
        return showProblem(tr("There is nothing in the note yet."));
    if (m_note->isUnedited())
        return showProblem(tr("This is only the beginning of a sentence. Finish it in your own "
                              "words, then share it."));
    showProblem({});
    Q_EMIT noteSubmitted(draft);
}

void TodayPage::checkInSaved() {
    m_checkInPause.stop();
    showProblem({});
    m_checkIn->putAway();
    m_scroll->scrollArea()->verticalScrollBar()->setValue(0);
}

void TodayPage::momentSaved(const QString& confirmation) {
    m_momentPause.stop();
    m_moment->confirm(confirmation);
}

void TodayPage::noteSaved(const QString& confirmation) {
    m_notePause.stop();
    m_note->confirm(confirmation);
}

void TodayPage::showProblem(const QString& sentence) {
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

void TodayPage::startNote() {
    m_note->start();
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
