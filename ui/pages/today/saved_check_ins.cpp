#include "ui/pages/today/saved_check_ins.h"

#include "ui/pages/today/check_in_words.h"
#include "ui/pages/today/today_words.h"
#include "ui/theme/button_kind.h"
#include "ui/theme/icons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/wrap_label.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

SavedCheckIns::SavedCheckIns(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
}

void SavedCheckIns::show(const TodayState& state) {
    m_state = state;
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
    }
    m_blocks = new QWidget(this);
    auto* column = new QVBoxLayout(m_blocks);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::three);
    for (const SavedCheckIn& saved : m_state.saved)
        column->addWidget(block(saved));
    m_column->addWidget(m_blocks);
    m_blocks->show();
}

QWidget* SavedCheckIns::block(const SavedCheckIn& saved) {
    auto* block = new QWidget(m_blocks);
    auto* column = new QVBoxLayout(block);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    const bool leaving = m_leaving && saved.shared;
    auto* how = new WrapLabel(leaving ? tr("Being taken back.")
                                      : TodayWords::sharing(saved, m_state.partnerName),
                              TextRole::Caption, block);
    how->setTone(saved.shared ? &Tokens::you : &Tokens::inkSoft);
    how->setObjectName(QStringLiteral("sharing"));
    column->addWidget(how);
    column->addWidget(new CheckInWords(saved.fields, m_state.prompts, m_state.tickTexts, block));
    if (const QString kept = TodayWords::kept(saved); !kept.isEmpty()) {
        auto* remark = new WrapLabel(kept, TextRole::Caption, block);
        remark->setTone(&Tokens::inkSoft);
        column->addWidget(remark);
    }
    if (!leaving)
        column->addWidget(actions(saved));
    return block;
}

QWidget* SavedCheckIns::actions(const SavedCheckIn& saved) {
    auto* line = new QWidget(m_blocks);
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
