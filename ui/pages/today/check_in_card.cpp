#include "ui/pages/today/check_in_card.h"

#include "ui/pages/today/begun_line.h"
#include "ui/pages/today/check_in_form.h"
#include "ui/pages/today/saved_check_ins.h"
#include "ui/theme/button_kind.h"
#include "ui/theme/tokens.h"

#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace mend::ui {

CheckInCard::CheckInCard(QWidget* parent)
    : Card(tr("How is it today"), parent), m_saved(new SavedCheckIns(this)),
      m_another(new QPushButton(tr("Write another"), this)),
      m_begun(new BegunLine(tr("Go on with the check-in you began"), this)),
      m_form(new CheckInForm(this)), m_discard(new QPushButton(tr("Discard"), this)) {
    m_another->setObjectName(QStringLiteral("another"));
    m_discard->setObjectName(QStringLiteral("discard"));
    setButtonKind(m_another, ButtonKind::Quiet);
    body()->setSpacing(space::two);
    add(m_saved);
    addAction(m_another);
    add(m_begun);
    add(m_form);
    body()->addWidget(m_discard, 0, Qt::AlignLeft);
    connectParts();
    arrange();
}

void CheckInCard::connectParts() {
    for (const int enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* save = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(enter)), this);
        save->setContext(Qt::WidgetWithChildrenShortcut);
        connect(save, &QShortcut::activated, this, &CheckInCard::submitted);
    }
    connect(m_form, &CheckInForm::submitted, this, &CheckInCard::submitted);
    connect(m_form, &CheckInForm::edited, this, [this] {
        arrange();
        Q_EMIT edited();
    });
    connect(m_begun, &BegunLine::wanted, this, &CheckInCard::goOn);
    connect(m_another, &QPushButton::clicked, this, &CheckInCard::newWanted);
    connect(m_discard, &QPushButton::clicked, this, &CheckInCard::discardWanted);
    connect(m_saved, &SavedCheckIns::editWanted, this, &CheckInCard::editWanted);
    connect(m_saved, &SavedCheckIns::openNowWanted, this, &CheckInCard::openNowWanted);
    connect(m_saved, &SavedCheckIns::takeBackWanted, this, &CheckInCard::takeBackWanted);
    connect(m_saved, &SavedCheckIns::removeWanted, this, &CheckInCard::removeWanted);
}

void CheckInCard::setState(const TodayState& state) {
    const bool otherDay = state.day != m_state.day;
    const bool firstSaved = m_state.saved.empty() && !state.saved.empty();
    const CheckInDraft before = blank();
    m_state = state;
    if (otherDay)
        m_folded.reset();
    m_form->ask(state);
    m_saved->show(state);
    // An untouched form follows what it would start as now; a touched one is left alone.
    if (otherDay || (m_form->draft().isEmpty() && before != blank()))
        m_form->setDraft(blank());
    // A form that was in front because there was nothing else makes room, unless it is in use.
    const bool leaves = otherDay || (firstSaved && m_form->draft().isEmpty());
    setWriting(state.saved.empty() || (m_writing && !leaves));
}

void CheckInCard::setLeaving(bool leaving) {
    m_saved->setLeaving(leaving);
}

CheckInDraft CheckInCard::draft() const {
    return m_folded.value_or(m_form->draft());
}

void CheckInCard::restore(const CheckInDraft& draft) {
    m_folded.reset();
    m_form->setDraft(draft);
    setWriting(true);
}

void CheckInCard::fold(const CheckInDraft& draft) {
    m_form->setDraft(blank());
    m_folded = draft;
    setWriting(m_writing);
}

void CheckInCard::goOn() {
    restore(draft());
    m_form->focusFirst();
}

void CheckInCard::startNew() {
    if (m_folded)
        return goOn(); // There is one draft a day.
    if (!m_writing)
        m_form->setDraft(blank());
    setWriting(true);
    m_form->focusFirst();
}

void CheckInCard::putAway() {
    m_folded.reset();
    m_form->setDraft(blank());
    setWriting(m_state.saved.empty());
}

// One's own last choice of sharing; with nobody to share with, there is none.
CheckInDraft CheckInCard::blank() const {
    CheckInDraft draft;
    draft.fields.role = m_state.role.value_or(Role::Hurt);
    draft.share = m_state.partnerName.isEmpty() ? Share::Private : m_state.lastShare;
    return draft;
}

void CheckInCard::setWriting(bool writing) {
    m_writing = writing;
    arrange();
    Q_EMIT writingChanged();
}

void CheckInCard::arrange() {
    const bool saved = !m_state.saved.empty();
    const bool read = saved && !m_writing && !m_folded;
    m_saved->setVisible(read);
    m_another->setVisible(read);
    m_begun->setVisible(m_folded.has_value());
    m_form->setVisible(isWriting());
    m_discard->setVisible(isWriting() && (saved || !m_form->draft().isEmpty()));
    m_discard->setText(m_form->draft().isEmpty() ? tr("Not now") : tr("Discard"));
}

} // namespace mend::ui
