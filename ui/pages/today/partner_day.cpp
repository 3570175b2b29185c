#include "ui/pages/today/partner_day.h"

#include "ui/pages/today/check_in_words.h"
#include "ui/pages/today/today_words.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/caption.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mend::ui {

namespace {

template <class T>
const T* contentOf(const TimelineEntry& entry) {
    return entry.content ? std::get_if<T>(&*entry.content) : nullptr;
}

} // namespace

PartnerDay::PartnerDay(QWidget* parent) : Card(parent) {
    rebuild();
}

void PartnerDay::setState(const TodayState& state) {
    m_state = state;
    setTitle(state.partnerName);
    rebuild();
}

void PartnerDay::rebuild() {
    const bool hadFocus = m_content && m_content->isAncestorOf(focusWidget());
    if (m_content) {
        m_content->hide();
        m_content->deleteLater(); // A click on one of its buttons may have led here.
    }
    m_content = new QWidget(this);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::two);
    for (const TimelineEntry& moment : m_state.partner.moments)
        addMoment(column, moment);
    addCheckIn(column);
    for (const TimelineEntry& note : m_state.partner.notes)
        addNote(column, note);
    addRest(column);
    add(m_content);
    m_content->show();
    if (hadFocus)
        if (auto* button = m_content->findChild<QPushButton*>())
            button->setFocus(Qt::OtherFocusReason);
}

// What doesn't fit here is read where everything is.
void PartnerDay::addRest(QVBoxLayout* column) {
    const auto& notes = m_state.partner.notes;
    const bool cut = std::any_of(notes.begin(), notes.end(), [](const TimelineEntry& entry) {
        const auto* note = contentOf<Note>(entry);
        return note && TodayWords::beginning((*note)->text) != (*note)->text;
    });
    if (!cut && !m_state.partner.more)
        return;
    auto* rest = new QPushButton(tr("See all on the timeline"), m_content);
    rest->setObjectName(QStringLiteral("allOnTimeline"));
    setButtonKind(rest, ButtonKind::Quiet);
    connect(rest, &QPushButton::clicked, this, &PartnerDay::timelineWanted);
    column->addWidget(rest, 0, Qt::AlignLeft);
}

void PartnerDay::addNobody(QVBoxLayout* column) {
    auto* empty = new EmptyState(
        tr("When you pair with somebody, what they share with you is read here."), m_content);
    empty->setObjectName(QStringLiteral("nobody"));
    empty->setAction(tr("Pair"));
    connect(empty, &EmptyState::actionTriggered, this, &PartnerDay::pairingWanted);
    column->addWidget(empty);
}

void PartnerDay::addCheckIn(QVBoxLayout* column) {
    const auto& entry = m_state.partner.checkIn;
    if (!entry) {
        if (m_state.partnerName.isEmpty())
            addNobody(column);
        else if (m_state.partner.notes.empty() && m_state.partner.moments.empty())
            addQuiet(column,
                     tr("What %1 shares of this day is read here.").arg(m_state.partnerName),
                     "nothing");
        return;
    }
    if (entry->seal == SealState::Sealed)
        return addQuiet(column, sealedSentence(), "sealed");
    if (entry->seal == SealState::Lost)
        return addQuiet(column, tr("These words were lost with a computer."), "lost");
    const auto* checkIn = contentOf<CheckIn>(*entry);
    if (!checkIn)
        return addQuiet(column, tr("This was made with a newer Mend and can’t be shown here."),
                        "unknown");
    auto* words = new CheckInWords(checkIn->fields(), m_state.promptsOf(checkIn->fields()),
                                   m_state.tickTexts, m_content);
    words->setObjectName(QStringLiteral("theirWords"));
    column->addWidget(words);
    addRemarks(column, *entry);
}

QString PartnerDay::sealedSentence() const {
    const QString& name = m_state.partnerName;
    if (m_state.partner.opensWhenBothShared)
        return tr("Something from %1 opens when you both have shared one. No hurry.").arg(name);
    return tr("Something from %1 opens when both computers have met.").arg(name);
}

void PartnerDay::addQuiet(QVBoxLayout* column, const QString& sentence, const char* object) {
    auto* line = new WrapLabel(sentence, TextRole::Body, m_content);
    line->setTone(&Tokens::inkSoft);
    line->setObjectName(QLatin1String(object));
    column->addWidget(line);
}

void PartnerDay::addRemarks(QVBoxLayout* column, const TimelineEntry& entry) {
    QStringList remarks;
    if (entry.changedBeforeOpening)
        remarks.append(tr("Changed before opening."));
    if (entry.changedAfterOpening)
        remarks.append(tr("Changed after opening."));
    else if (entry.edited && !entry.changedBeforeOpening)
        remarks.append(tr("Edited."));
    if (!remarks.isEmpty())
        column->addWidget(caption(remarks.join(QLatin1Char(' ')), m_content));
}

// First the reminder; the words when one is ready for them.
void PartnerDay::addMoment(QVBoxLayout* column, const TimelineEntry& entry) {
    const auto* moment = contentOf<Moment>(entry);
    if (!moment)
        return addQuiet(column, tr("This was made with a newer Mend and can’t be shown here."),
                        "unknown");
    column->addWidget(new WrapLabel(tr("A hard moment"), TextRole::BodyStrong, m_content));
    auto* reminder = new Banner(Banner::Kind::Info, m_state.prompts.moment.listenFirst, m_content);
    reminder->setObjectName(QStringLiteral("listenFirst"));
    column->addWidget(reminder);
    if (m_opened.contains(entry.id)) {
        addMomentWords(column, *moment);
        return addRemarks(column, entry);
    }
    auto* read = new QPushButton(tr("Read it"), m_content);
    read->setObjectName(QStringLiteral("readMoment"));
    connect(read, &QPushButton::clicked, this, [this, id = entry.id] {
        m_opened.insert(id);
        rebuild();
    });
    column->addWidget(read, 0, Qt::AlignLeft);
}

void PartnerDay::addMomentWords(QVBoxLayout* column, const Moment& moment) {
    if (!moment->text.isEmpty()) {
        auto* words = new WrapLabel(moment->text, TextRole::Body, m_content);
        words->setObjectName(QStringLiteral("momentWords"));
        column->addWidget(words);
    }
    column->addWidget(caption(tr("How strong: %1 of 10").arg(moment->strength), m_content));
    if (moment->need) {
        auto* need = new WrapLabel(TodayWords::need(*moment->need, m_state.theirPrompts),
                                   TextRole::BodyStrong, m_content);
        need->setObjectName(QStringLiteral("momentNeed"));
        column->addWidget(need);
    }
}

void PartnerDay::addNote(QVBoxLayout* column, const TimelineEntry& entry) {
    const auto* note = contentOf<Note>(entry);
    if (!note)
        return addQuiet(column, tr("This was made with a newer Mend and can’t be shown here."),
                        "unknown");
    auto* pair = new QVBoxLayout;
    pair->setSpacing(0);
    QString kind = TodayWords::note((*note)->note);
    if ((*note)->until)
        //: A kind of note and the time until which it holds: "Where I am, until 18:30".
        kind = tr("%1, until %2").arg(kind, (*note)->until->text());
    pair->addWidget(caption(kind, m_content));
    auto* words = new WrapLabel(TodayWords::beginning((*note)->text), TextRole::Body, m_content);
    words->setObjectName(QStringLiteral("noteWords"));
    pair->addWidget(words);
    column->addLayout(pair);
    addRemarks(column, entry);
}

} // namespace mend::ui
