#include "ui/pages/today/check_in_form.h"

#include "ui/pages/today/share_choice.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/scale_slider.h"
#include "ui/widgets/tag_picker.h"
#include "ui/widgets/wrap_button.h"
#include "ui/widgets/wrap_label.h"

#include <QCheckBox>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

constexpr int fewestLines = 1; // Quiet while empty; grows with what is written.
constexpr int mostLines = 10;

QStringList asksOf(const guide::Prompts& prompts, const std::vector<TickAsk>& ticks) {
    QStringList asks;
    for (const guide::ScalePrompt& scale : prompts.scales)
        asks += {name(scale.scale), scale.label, scale.low, scale.high};
    for (const guide::TextPrompt& text : prompts.texts)
        asks += {name(text.text), text.label, text.hint};
    for (const guide::FeelingLabel& feeling : prompts.feelings)
        asks += {name(feeling.feeling), feeling.label};
    for (const TickAsk& tick : ticks)
        asks += {tick.step, tick.text};
    return asks;
}

WrapLabel* heading(const QString& text, QWidget* parent) {
    return new WrapLabel(text, TextRole::BodyStrong, parent);
}

} // namespace

CheckInForm::CheckInForm(QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_share(new ShareChoice(this)),
      m_tooLong(new WrapLabel({}, TextRole::Body, this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::two);
    m_tooLong->setTone(&Tokens::attention);
    m_tooLong->setObjectName(QStringLiteral("tooLong"));
    m_tooLong->setText(tr("This is longer than a check-in can hold. Everything is still here: "
                          "shorten it, or move a part to the journal."));
    m_tooLong->hide();
    m_column->addWidget(m_tooLong);
    m_column->addWidget(m_share);
    connect(m_share, &ShareChoice::edited, this, &CheckInForm::onEdited);
}

void CheckInForm::ask(const TodayState& state) {
    const CheckInDraft typed = draft();
    m_state = state;
    m_sharedBefore = !state.saved.empty() && state.saved.front().shared;
    m_share->setVisible(!state.partnerName.isEmpty());
    if (askFor(typed))
        fill(typed);
    showSharing();
}

// Once a scale was given, in the role in which it was: a value means nothing on another's scale.
bool CheckInForm::askFor(const CheckInDraft& draft) {
    const CheckInFields& fields = draft.fields;
    const std::optional<Role> role =
        fields.scales.isEmpty() ? m_state.role : std::optional(fields.role);
    m_asOther = role != m_state.role;
    m_prompts = m_asOther ? m_state.promptsOf(fields) : m_state.prompts;
    m_base.fields.role = role.value_or(Role::Hurt);
    m_share->setOffered(!m_prompts.scales.empty(), !m_state.ticks.empty());
    const QStringList asks = asksOf(m_prompts, m_state.ticks);
    if (m_asked && asks == m_asks)
        return false;
    m_asks = asks;
    rebuild();
    return true;
}

void CheckInForm::rebuild() {
    if (m_asked) {
        m_asked->hide();
        m_asked->setParent(nullptr);
        m_asked->deleteLater(); // A key in one of its fields may have led here.
    }
    m_scales.clear();
    m_texts.clear();
    m_ticks.clear();
    m_asked = new QWidget(this);
    auto* column = new QVBoxLayout(m_asked);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::two);
    addScales(column);
    addFeelings(column);
    addTexts(column);
    addTicks(column);
    m_column->insertWidget(0, m_asked);
    m_asked->show();
    setTabOrder(m_asked, m_share);
}

void CheckInForm::addScales(QVBoxLayout* column) {
    for (const guide::ScalePrompt& prompt : m_prompts.scales) {
        auto* slider = new ScaleSlider(prompt.label, m_asked);
        slider->setEndLabels(prompt.low, prompt.high);
        slider->setObjectName(QStringLiteral("scale-") + name(prompt.scale));
        connect(slider, &ScaleSlider::valueChanged, this, &CheckInForm::onEdited);
        m_scales.insert(prompt.scale, slider);
        column->addWidget(slider);
    }
    QString remark;
    if (m_asOther)
        remark = tr("These are the scales it was begun with.");
    else if (!m_state.role)
        remark = tr("The scales differ for the two of you. They appear once you have chosen in "
                    "Settings which side of this you are on.");
    if (remark.isEmpty())
        return;
    auto* line = new WrapLabel(remark, TextRole::Caption, m_asked);
    line->setTone(&Tokens::inkSoft);
    column->addWidget(line);
}

void CheckInForm::addFeelings(QVBoxLayout* column) {
    const QString asked = tr("What do you feel?");
    m_feelings = new TagPicker(asked, m_asked);
    m_feelings->setObjectName(QStringLiteral("feelings"));
    QList<Tag> tags;
    for (const guide::FeelingLabel& feeling : m_prompts.feelings)
        tags.append({name(feeling.feeling), feeling.label});
    m_feelings->setTags(tags);
    connect(m_feelings, &TagPicker::selectionChanged, this, &CheckInForm::onEdited);
    auto* pair = new QVBoxLayout;
    pair->setSpacing(space::one);
    pair->addWidget(heading(asked, m_asked));
    pair->addWidget(m_feelings);
    column->addLayout(pair);
}

void CheckInForm::addTexts(QVBoxLayout* column) {
    for (const guide::TextPrompt& prompt : m_prompts.texts) {
        auto* edit = new GrowingTextEdit(prompt.label, m_asked);
        edit->setObjectName(QStringLiteral("text-") + name(prompt.text));
        edit->setLines(fewestLines, mostLines);
        edit->setPlaceholderText(prompt.hint);
        connect(edit, &GrowingTextEdit::edited, this, &CheckInForm::onEdited);
        connect(edit, &GrowingTextEdit::submitted, this, &CheckInForm::submitted);
        m_texts.insert(prompt.text, edit);
        auto* pair = new QVBoxLayout;
        pair->setSpacing(space::half);
        pair->addWidget(heading(prompt.label, m_asked));
        pair->addWidget(edit);
        column->addLayout(pair);
    }
}

void CheckInForm::addTicks(QVBoxLayout* column) {
    if (m_state.ticks.empty())
        return;
    auto* lines = new QVBoxLayout;
    lines->setSpacing(space::half);
    lines->addWidget(heading(tr("What you are working on"), m_asked));
    for (const TickAsk& tick : m_state.ticks) {
        auto* box = new WrapTick(tick.text, m_asked);
        box->setObjectName(QStringLiteral("tick-") + tick.step);
        connect(box, &QCheckBox::toggled, this, &CheckInForm::onEdited);
        m_ticks.insert(tick.step, box);
        lines->addWidget(box);
    }
    column->addLayout(lines);
}

CheckInDraft CheckInForm::draft() const {
    CheckInDraft draft = m_base;
    for (auto scale = m_scales.begin(); scale != m_scales.end(); ++scale) {
        draft.fields.scales.remove(scale.key());
        if (const auto value = scale.value()->value())
            draft.fields.scales.insert(scale.key(), *value);
    }
    for (auto text = m_texts.begin(); text != m_texts.end(); ++text) {
        draft.fields.texts.remove(text.key());
        if (const QString words = text.value()->text(); !words.isEmpty())
            draft.fields.texts.insert(text.key(), words);
    }
    if (m_feelings) {
        draft.fields.feelings.clear();
        for (const QString& id : m_feelings->selected())
            if (const auto feeling = feelingFromName(id))
                draft.fields.feelings.append(*feeling);
    }
    for (auto tick = m_ticks.begin(); tick != m_ticks.end(); ++tick) {
        draft.fields.ticks.removeAll(tick.key());
        if (tick.value()->isChecked())
            draft.fields.ticks.append(tick.key());
    }
    draft.share = m_share->share();
    draft.withScales = m_share->withScales();
    draft.withTicks = m_share->withTicks();
    return draft;
}

void CheckInForm::setDraft(const CheckInDraft& draft) {
    askFor(draft);
    fill(draft);
}

void CheckInForm::fill(const CheckInDraft& draft) {
    const QScopedValueRollback setting(m_setting, true);
    const Role role = m_base.fields.role;
    m_base = draft;
    m_base.fields.role = role;
    const CheckInFields& fields = m_base.fields;
    for (auto scale = m_scales.begin(); scale != m_scales.end(); ++scale) {
        const auto value = fields.scales.find(scale.key());
        scale.value()->setValue(value == fields.scales.end() ? std::nullopt
                                                             : std::optional(*value));
    }
    for (auto text = m_texts.begin(); text != m_texts.end(); ++text)
        text.value()->setText(fields.texts.value(text.key()));
    if (m_feelings) {
        QStringList ids;
        for (const Feeling feeling : fields.feelings)
            ids.append(name(feeling));
        m_feelings->setSelected(ids);
    }
    for (auto tick = m_ticks.begin(); tick != m_ticks.end(); ++tick) {
        const QSignalBlocker quiet(tick.value());
        tick.value()->setChecked(fields.ticks.contains(tick.key()));
    }
    m_share->setShare(draft.share);
    m_share->setWith(draft.withScales, draft.withTicks);
    showLength();
    showSharing();
}

void CheckInForm::focusFirst() {
    if (!m_scales.isEmpty())
        m_asked->findChild<ScaleSlider*>()->setFocus(Qt::OtherFocusReason);
    else if (auto* text = m_asked->findChild<GrowingTextEdit*>())
        text->setFocus(Qt::OtherFocusReason);
}

bool CheckInForm::isTooLong() const {
    qsizetype bytes = 0;
    for (const GrowingTextEdit* text : m_texts)
        bytes += text->text().toUtf8().size();
    return bytes > longTextLimit;
}

void CheckInForm::onEdited() {
    if (m_setting)
        return;
    showLength();
    showSharing();
    Q_EMIT edited();
}

void CheckInForm::showLength() {
    m_tooLong->setVisible(isTooLong());
}

void CheckInForm::showSharing() {
    m_share->setFixed(m_base.replacesShared);
    const bool replaces =
        m_sharedBefore && !m_base.replacesShared && m_share->share() != Share::Private;
    m_share->setRemark(replaces ? tr("It takes the place of the one you have shared for this day.")
                                : QString());
}

} // namespace mend::ui
