#include "ui/pages/today/moment_card.h"

#include "ui/pages/today/begun_line.h"
#include "ui/pages/today/kept_fold.h"
#include "ui/pages/today/today_words.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/scale_slider.h"
#include "ui/widgets/too_long.h"
#include "ui/widgets/wrap_label.h"

#include <QComboBox>
#include <QPushButton>
#include <QRadioButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace mend::ui {

namespace {

QString introduction() {
    return MomentCard::tr("When something comes over you: what set it off, how strong it is, what "
                          "you need now.");
}

// What else comes to the day must not take the focus from whoever stands on one of the buttons.
bool showsTheSame(const TodayState& a, const TodayState& b) {
    const auto same = [](const PrivateMoment& one, const PrivateMoment& other) {
        return one.id == other.id && one.fields == other.fields;
    };
    return a.day == b.day && a.today == b.today && a.prompts == b.prompts &&
           std::equal(a.moments.begin(), a.moments.end(), b.moments.begin(), b.moments.end(), same);
}

} // namespace

MomentCard::MomentCard(QWidget* parent)
    : Card(tr("A hard moment"), parent),
      m_intro(new WrapLabel(introduction(), TextRole::Body, this)),
      m_start(new QPushButton(tr("Write it down"), this)), m_form(new QWidget(this)),
      m_begun(new BegunLine(tr("Go on with the hard moment you began"), this)),
      m_kept(new KeptFold(
          {tr("Show the hard moments you kept to yourself"),
           tr("Fold away the hard moments you kept to yourself")},
          [this](QWidget* fold) { return kept(fold); }, this)) {
    m_intro->setTone(&Tokens::inkSoft);
    m_intro->setObjectName(QStringLiteral("momentIntro"));
    m_start->setObjectName(QStringLiteral("startMoment"));
    add(m_intro);
    body()->addWidget(m_start, 0, Qt::AlignLeft);
    add(m_begun);
    buildForm();
    add(m_form);
    add(m_kept);
    connectParts();
    showForm(false);
}

void MomentCard::buildForm() {
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::two);
    m_text = new GrowingTextEdit(tr("What set it off?"), m_form);
    m_text->setObjectName(QStringLiteral("momentText"));
    m_text->setByteLimit(longTextLimit);
    m_strength = new ScaleSlider(tr("How strong is it?"), m_form);
    m_strength->setObjectName(QStringLiteral("momentStrength"));
    m_need = new QComboBox(m_form);
    m_need->setObjectName(QStringLiteral("momentNeed"));
    m_need->setAccessibleName(tr("What I need now"));
    m_sharing = new QWidget(m_form);
    auto* sharing = new QVBoxLayout(m_sharing);
    sharing->setContentsMargins(0, 0, 0, 0);
    sharing->setSpacing(space::half);
    m_private = new QRadioButton(tr("Just me"), m_sharing);
    m_private->setObjectName(QStringLiteral("momentPrivate"));
    m_private->setChecked(true);
    m_shared = new QRadioButton(m_sharing);
    m_shared->setObjectName(QStringLiteral("momentShared"));
    sharing->addWidget(m_private);
    sharing->addWidget(m_shared);
    m_save = new QPushButton(m_form);
    m_save->setObjectName(QStringLiteral("saveMoment"));
    column->addWidget(m_text);
    column->addWidget(new TooLong(m_text));
    column->addWidget(m_strength);
    column->addWidget(new WrapLabel(tr("What I need now"), TextRole::BodyStrong, m_form));
    column->addWidget(m_need);
    column->addWidget(m_sharing);
    m_discard = new QPushButton(m_form);
    m_discard->setObjectName(QStringLiteral("discardMoment"));
    setButtonKind(m_discard, ButtonKind::Quiet);
    auto* buttons = new FlowLayout;
    buttons->addWidget(m_save);
    buttons->addWidget(m_discard);
    column->addLayout(buttons);
    sayWhatButtonsDo();
}

void MomentCard::connectParts() {
    connect(m_start, &QPushButton::clicked, this, &MomentCard::start);
    connect(m_begun, &BegunLine::wanted, this, &MomentCard::start);
    connect(m_text, &GrowingTextEdit::edited, this, &MomentCard::onEdited);
    connect(m_text, &GrowingTextEdit::submitted, this, &MomentCard::submitted);
    connect(m_strength, &ScaleSlider::valueChanged, this, &MomentCard::onEdited);
    connect(m_need, &QComboBox::activated, this, &MomentCard::onEdited);
    for (QRadioButton* button : {m_private, m_shared})
        connect(button, &QRadioButton::toggled, this, &MomentCard::onEdited);
    connect(m_save, &QPushButton::clicked, this, &MomentCard::submitted);
    connect(m_discard, &QPushButton::clicked, this, &MomentCard::discardWanted);
    for (const int enter : {Qt::Key_Return, Qt::Key_Enter}) {
        auto* save = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key(enter)), m_form);
        save->setContext(Qt::WidgetWithChildrenShortcut);
        connect(save, &QShortcut::activated, this, &MomentCard::submitted);
    }
}

void MomentCard::start() {
    if (m_folded)
        setDraft(*m_folded);
    showForm(true);
    m_text->setFocus(Qt::OtherFocusReason);
}

void MomentCard::setState(const TodayState& state) {
    if (state.day != m_state.day)
        m_kept->fold();
    const bool same = showsTheSame(m_state, state);
    m_state = state;
    const guide::MomentPrompts& prompts = state.prompts.moment;
    if (!prompts.what.isEmpty()) {
        m_text->setPlaceholderText(prompts.what);
        m_text->setAccessibleName(prompts.what);
    }
    m_strength->setEndLabels(prompts.strengthLow, prompts.strengthHigh);
    askNeeds();
    m_shared->setText(tr("Share with %1 now").arg(state.partnerName));
    m_sharing->setVisible(!state.partnerName.isEmpty());
    if (state.partnerName.isEmpty())
        m_private->setChecked(true);
    sayWhatButtonsDo();
    if (!same)
        showKept();
}

void MomentCard::askNeeds() {
    QStringList asked;
    for (const guide::NeedLabel& need : m_state.prompts.moment.needs)
        asked.append(need.label);
    if (asked == m_needs && m_need->count() > 0)
        return;
    const MomentDraft typed = draft();
    m_needs = asked;
    m_need->clear();
    m_need->addItem(tr("(not set)"));
    for (const guide::NeedLabel& need : m_state.prompts.moment.needs)
        m_need->addItem(need.label, name(need.need));
    m_need->setCurrentIndex(typed.need ? m_need->findData(name(*typed.need)) : 0);
}

MomentDraft MomentCard::draft() const {
    if (m_folded)
        return *m_folded;
    return {m_strength->value(), needFromName(m_need->currentData().toString()), m_text->text(),
            m_shared->isChecked()};
}

bool MomentCard::isBegun() const {
    return !m_folded && !draft().isEmpty();
}

void MomentCard::fold(const MomentDraft& draft) {
    setDraft({});
    m_folded = draft;
    showForm(false);
}

// A copy: it may be the one that is folded.
void MomentCard::setDraft(MomentDraft draft) {
    m_folded.reset();
    const QSignalBlocker quiet(this);
    m_text->setText(draft.text);
    m_strength->setValue(draft.strength);
    m_need->setCurrentIndex(draft.need ? std::max(0, m_need->findData(name(*draft.need))) : 0);
    const bool share = draft.share && !m_state.partnerName.isEmpty();
    (share ? m_shared : m_private)->setChecked(true);
    sayWhatButtonsDo();
    showForm(!draft.isEmpty());
}

void MomentCard::confirm(const QString& text) {
    setDraft({});
    m_intro->setText(text);
}

// The button says what it does: nobody shares by mistaking one button for the other.
void MomentCard::sayWhatButtonsDo() {
    m_save->setText(m_shared->isChecked() ? m_shared->text() : tr("Keep it for me"));
    const bool begun = !draft().isEmpty();
    m_discard->setText(begun ? tr("Discard") : tr("Not now"));
    m_discard->setAccessibleName(begun ? tr("Discard this hard moment") : QString());
}

void MomentCard::onEdited() {
    sayWhatButtonsDo();
    Q_EMIT edited();
}

void MomentCard::showForm(bool on) {
    m_form->setVisible(on);
    m_start->setVisible(!on && !m_folded);
    m_intro->setVisible(!on && !m_folded);
    m_begun->setVisible(!on && m_folded);
    if (on)
        m_intro->setText(introduction());
}

void MomentCard::showKept() {
    m_kept->setLine(m_state.moments.empty() ? QString() : TodayWords::keptToYourself(m_state));
    m_kept->refresh();
}

QWidget* MomentCard::kept(QWidget* parent) {
    auto* all = new QWidget(parent);
    auto* column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    for (const PrivateMoment& moment : m_state.moments) {
        auto* head = new WrapLabel(
            tr("Only on this computer · how strong: %1 of 10").arg(moment.fields.strength),
            TextRole::Caption, all);
        head->setTone(&Tokens::inkSoft);
        column->addWidget(head);
        if (!moment.fields.text.isEmpty())
            column->addWidget(new WrapLabel(moment.fields.text, TextRole::Body, all));
        if (moment.fields.need)
            column->addWidget(new WrapLabel(TodayWords::need(*moment.fields.need, m_state.prompts),
                                            TextRole::Body, all));
        auto* remove = new QPushButton(tr("Remove"), all);
        remove->setObjectName(QStringLiteral("removeMoment"));
        remove->setAccessibleName(tr("Remove this hard moment"));
        connect(remove, &QPushButton::clicked, this,
                [this, id = moment.id] { Q_EMIT removeWanted(id); });
        column->addWidget(remove, 0, Qt::AlignLeft);
    }
    return all;
}

} // namespace mend::ui
