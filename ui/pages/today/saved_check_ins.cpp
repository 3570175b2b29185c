#include "ui/pages/today/saved_check_ins.h"

#include "ui/pages/today/check_in_words.h"
#include "ui/pages/today/kept_fold.h"
#include "ui/pages/today/today_words.h"
#include "ui/widgets/caption.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

// What the other is given of it, and what stays with its author.
CheckInFields shownOf(const SavedCheckIn& saved) {
    return saved.shared ? shareable(saved.fields, saved.withScales, saved.withTicks) : saved.fields;
}
CheckInFields restOf(const SavedCheckIn& saved) {
    CheckInFields rest;
    rest.role = saved.fields.role;
    if (!saved.withScales)
        rest.scales = saved.fields.scales;
    if (!saved.withTicks)
        rest.ticks = saved.fields.ticks;
    return rest;
}

QVBoxLayout* columnOf(QWidget* widget, int spacing) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

// What else comes to the day must not take the focus from whoever stands on one of the buttons.
bool showsTheSame(const TodayState& a, const TodayState& b) {
    return a.day == b.day && a.today == b.today && a.saved == b.saved &&
           a.partnerName == b.partnerName && a.prompts == b.prompts && a.tickTexts == b.tickTexts;
}

} // namespace

SavedCheckIns::SavedCheckIns(QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)),
      m_kept(new KeptFold(
          {tr("Show the check-ins you kept to yourself"),
           tr("Fold away the check-ins you kept to yourself")},
          [this](QWidget* fold) { return kept(fold); }, this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::three);
    m_column->addWidget(m_kept);
}

void SavedCheckIns::show(const TodayState& state) {
    if (state.day != m_state.day)
        m_kept->fold();
    const bool same = showsTheSame(m_state, state);
    m_state = state;
    if (!same)
        rebuild();
}

void SavedCheckIns::setLeaving(bool leaving) {
    if (m_leaving == leaving)
        return;
    m_leaving = leaving;
    rebuild();
}

void SavedCheckIns::rebuild() {
    if (m_blocks) {
        m_blocks->hide();
        m_blocks->deleteLater(); // A click on one of its buttons may have led here.
        m_blocks = nullptr;
    }
    for (const SavedCheckIn& saved : m_state.saved)
        if (saved.shared)
            m_column->insertWidget(0, m_blocks = block(saved, this));
    if (m_blocks)
        m_blocks->show();
    m_kept->setLine(keptLine());
    m_kept->refresh();
}

QString SavedCheckIns::keptLine() const {
    QString line;
    for (const SavedCheckIn& saved : m_state.saved) {
        if (!saved.shared)
            return TodayWords::keptToYourself(m_state);
        line = TodayWords::kept(saved);
    }
    return line;
}

QWidget* SavedCheckIns::kept(QWidget* parent) {
    auto* all = new QWidget(parent);
    auto* column = columnOf(all, space::three);
    for (const SavedCheckIn& saved : m_state.saved) {
        if (!saved.shared) {
            column->addWidget(block(saved, all));
            continue;
        }
        if (const QString remark = TodayWords::kept(saved); !remark.isEmpty()) {
            auto* rest = new QWidget(all);
            auto* lines = columnOf(rest, space::one);
            if (remark != keptLine())
                lines->addWidget(caption(remark, rest));
            lines->addWidget(new CheckInWords(restOf(saved), m_state.promptsOf(saved.fields),
                                              m_state.tickTexts, rest));
            column->addWidget(rest);
        }
    }
    return all;
}

QWidget* SavedCheckIns::block(const SavedCheckIn& saved, QWidget* parent) {
    auto* block = new QWidget(parent);
    auto* column = columnOf(block, space::one);
    const bool leaving = m_leaving && saved.shared;
    auto* how =
        caption(leaving ? tr("Being taken back.") : TodayWords::sharing(saved, m_state.partnerName),
                block, saved.shared ? &Tokens::you : &Tokens::inkSoft);
    how->setObjectName(QStringLiteral("sharing"));
    column->addWidget(how);
    column->addWidget(new CheckInWords(shownOf(saved), m_state.promptsOf(saved.fields),
                                       m_state.tickTexts, block));
    if (!leaving)
        column->addWidget(actions(saved, block));
    return block;
}

QWidget* SavedCheckIns::actions(const SavedCheckIn& saved, QWidget* parent) {
    auto* line = new QWidget(parent);
    auto* flow = new FlowLayout(line);
    const auto add = [&](const QString& text, const char* object, auto emitIntent) {
        auto* button = new QPushButton(text, line);
        button->setObjectName(QLatin1String(object));
        connect(button, &QPushButton::clicked, this, emitIntent);
        flow->addWidget(button);
    };
    add(tr("Edit"), "edit", [this, saved] { Q_EMIT editWanted(saved); });
    if (!saved.shared) {
        add(tr("Remove"), "remove", [this, id = saved.privateId] { Q_EMIT removeWanted(id); });
        return line;
    }
    if (saved.share == Share::Together && !saved.given)
        add(tr("Open now"), "openNow", [this, id = *saved.shared] { Q_EMIT openNowWanted(id); });
    add(tr("Take back"), "takeBack", [this, id = *saved.shared] { Q_EMIT takeBackWanted(id); });
    return line;
}

} // namespace mend::ui
