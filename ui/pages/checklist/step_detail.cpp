#include "ui/pages/checklist/step_detail.h"

#include "core/domain/step_sharing.h"
#include "ui/models/entry_text.h"
#include "ui/pages/checklist/gesture_ideas.h"
#include "ui/theme/button_kind.h"
#include "ui/theme/icons.h"
#include "ui/widgets/caption.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/point.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/wrap_label.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

QString kindWords(guide::StepKind kind) {
    switch (kind) {
    case guide::StepKind::Once:
        return StepDetail::tr("to do once");
    case guide::StepKind::Daily:
        return StepDetail::tr("day by day");
    case guide::StepKind::Ongoing:
        return StepDetail::tr("to keep working on");
    case guide::StepKind::Exercise:
        break;
    }
    return StepDetail::tr("to sit down with");
}

QString kindsWords(const std::vector<guide::StepKind>& kinds) {
    QStringList words;
    for (const guide::StepKind kind : kinds)
        words << kindWords(kind);
    QString all = words.join(QStringLiteral(" \u00b7 "));
    return all.isEmpty() ? all : QLocale().toUpper(all.left(1)) + all.mid(1);
}

QList<Choice> stateChoices() {
    QList<Choice> choices;
    for (const StepState state :
         {StepState::None, StepState::Working, StepState::Done, StepState::NotForUs}) {
        const QString word = stepStateWord(state);
        choices << Choice{name(state), QLocale().toUpper(word.left(1)) + word.mid(1)};
    }
    return choices;
}

WrapLabel* text(const QString& words, TextRole role = TextRole::Body) {
    auto* label = new WrapLabel(words, role);
    label->setAccessibleName(words);
    return label;
}

void addHeading(QVBoxLayout& column, const QString& words) {
    column.addSpacing(space::one);
    column.addWidget(text(words, TextRole::Card));
}

} // namespace

StepDetail::StepDetail(QWidget* parent)
    : QScrollArea(parent), m_content(new QWidget), m_back(new QPushButton(tr("All steps"))) {
    setObjectName(QStringLiteral("stepDetail"));
    setAccessibleName(tr("The step"));
    m_content->setAccessibleName(tr("The step"));
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(space::half, space::half, space::half, space::three);
    column->setSpacing(space::one);
    m_back->setObjectName(QStringLiteral("backToSteps"));
    m_back->setIcon(icon(IconName::Back));
    setButtonKind(m_back, ButtonKind::Quiet);
    m_back->hide();
    column->addWidget(m_back, 0, Qt::AlignLeft);
    column->addStretch(1);
    setWidget(m_content);
    m_content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    connect(m_back, &QPushButton::clicked, this, &StepDetail::backAsked);
}

void StepDetail::setBackVisible(bool on) {
    m_backVisible = on;
    m_back->setVisible(on);
}

void StepDetail::focusBack() {
    m_back->setFocus(Qt::OtherFocusReason);
}

void StepDetail::setItem(const ChecklistItem& item, StepUse use, const QString& partner) {
    const bool same = m_item && m_item->step.id == item.step.id && m_use == use &&
                      m_partner == partner && m_item->step.title == item.step.title &&
                      m_item->tickAsked == item.tickAsked;
    m_item = item;
    m_use = use;
    m_partner = partner;
    if (!same) {
        build();
        verticalScrollBar()->setValue(0);
    }
    describe();
}

void StepDetail::clear() {
    m_item.reset();
    m_state = nullptr;
    m_standing = nullptr;
    if (m_body) {
        m_body->hide();
        m_body->setParent(nullptr);
        m_body->deleteLater(); // It may hold what was just chosen.
    }
    m_body = nullptr;
}

void StepDetail::build() {
    const std::optional<ChecklistItem> item = m_item;
    clear();
    m_item = item;
    auto* card = new Card;
    m_body = card;
    card->setAccessibleName(m_item->step.title);
    buildHead(*card->body());
    buildState(*card->body());
    buildWords(*card->body());
    buildButtons(*card->body());
    buildIdeas(*card->body());
    static_cast<QVBoxLayout*>(m_content->layout())->insertWidget(1, card);
}

void StepDetail::buildHead(QVBoxLayout& column) {
    column.addWidget(text(m_item->step.title, TextRole::Section));
    column.addWidget(caption(kindsWords(m_item->step.kinds)));
}

void StepDetail::buildState(QVBoxLayout& column) {
    if (m_use != StepUse::Theirs) {
        m_state = new SegmentedChoice(tr("Where you stand with it"));
        m_state->setObjectName(QStringLiteral("stepState"));
        m_state->setChoices(stateChoices());
        column.addWidget(m_state, 0, Qt::AlignLeft);
        connect(m_state, &SegmentedChoice::choiceMade, this, [this](const QString& chosen) {
            if (!m_item)
                return;
            const QString id = m_item->step.id; // another may stand here before all have heard
            if (const auto state = stepStateFromName(chosen))
                Q_EMIT stateChosen(id, *state);
        });
    }
    m_standing = caption({});
    m_standing->setObjectName(QStringLiteral("stepStanding"));
    column.addWidget(m_standing);
}

void StepDetail::buildWords(QVBoxLayout& column) {
    const guide::Step& step = m_item->step;
    addHeading(column, tr("Why"));
    column.addWidget(text(step.why));
    addHeading(column, tr("How"));
    for (const QString& how : step.how)
        column.addLayout(point(text(how)));
    if (!step.more.isEmpty())
        addHeading(column, tr("To read before you begin"));
    for (const QString& more : step.more)
        column.addWidget(text(more));
    if (step.tick && m_item->tickAsked) {
        addHeading(column, tr("In the day\u2019s check-in"));
        column.addWidget(caption(
            tr("While you are working on it, you find this to tick there, beside four others "
               "at most, in the order of your list. A day without the tick shows as "
               "nothing.")));
        column.addWidget(text(tr("\u201c%1\u201d").arg(*step.tick)));
    }
}

void StepDetail::buildButtons(QVBoxLayout& column) {
    const QString id = m_item->step.id;
    const auto destination = destinationOf(m_item->step, m_use, !m_partner.isEmpty());
    const bool commitment = offersCommitment(m_item->step, m_use);
    if (!destination && !commitment)
        return;
    auto* box = new QWidget;
    auto* line = new FlowLayout(box);
    if (destination) {
        auto* open = new QPushButton(destination->button);
        open->setObjectName(QStringLiteral("openStep"));
        connect(open, &QPushButton::clicked, this,
                [this, to = *destination] { Q_EMIT opened(to.page, to.part); });
        line->addWidget(open);
    }
    if (commitment) {
        auto* make = new QPushButton(m_item->step.commitment ? tr("Make this a commitment")
                                                             : tr("Write a commitment"));
        make->setObjectName(QStringLiteral("makeCommitment"));
        connect(make, &QPushButton::clicked, this, [this, id] { Q_EMIT commitmentAsked(id); });
        line->addWidget(make);
    }
    column.addSpacing(space::one);
    column.addWidget(box);
}

void StepDetail::buildIdeas(QVBoxLayout& column) {
    if (m_item->ideas.empty() || m_use == StepUse::Theirs)
        return;
    addHeading(column, tr("Ideas"));
    column.addWidget(new GestureIdeas(m_item->ideas));
}

void StepDetail::describe() {
    QString standing;
    if (m_state)
        m_state->setChosen(name(m_item->state));
    if (m_use == StepUse::Theirs)
        standing = tr("%1: %2").arg(m_partner, stepStateWord(m_item->state));
    else if (m_item->shared && !m_partner.isEmpty())
        standing = sharedWords();
    else if (m_use == StepUse::ForMyself)
        standing = tr("For yourself. What you set here is not shared.");
    else if (!mayBeShared(m_item->step.id) && !m_partner.isEmpty())
        standing = tr("Yours alone. What you set here is not shared.");
    m_standing->setText(standing);
    m_standing->setAccessibleName(standing);
    m_standing->setVisible(!standing.isEmpty());
}

// What was given stays with them, also where no more of it is given.
QString StepDetail::sharedWords() const {
    if (m_item->shares)
        return tr("You have shared this step with %1.").arg(m_partner);
    return tr("You have shared this step with %1 before. What you set here now is not shared.")
        .arg(m_partner);
}

void StepDetail::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_backVisible)
        Q_EMIT backAsked();
    else
        QScrollArea::keyPressEvent(event);
}

} // namespace mend::ui
