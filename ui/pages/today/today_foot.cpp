#include "ui/pages/today/today_foot.h"

#include "ui/pages/today/today_words.h"
#include "ui/theme/button_kind.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace mend::ui {

TodayFoot::TodayFoot(QWidget* parent)
    : QWidget(parent), m_promise(new WrapLabel({}, TextRole::Caption, this)),
      m_save(new QPushButton(this)) {
    m_promise->setTone(&Tokens::inkSoft);
    m_promise->setObjectName(QStringLiteral("promise"));
    m_save->setObjectName(QStringLiteral("save"));
    setButtonKind(m_save, ButtonKind::Primary);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::two);
    line->addWidget(m_promise, 1);
    line->addWidget(m_save);
    connect(m_save, &QPushButton::clicked, this, &TodayFoot::saveWanted);
}

void TodayFoot::say(const TodayState& state, const CheckInDraft& draft) {
    const QString& name = state.partnerName;
    const Share share = name.isEmpty() ? Share::Private : draft.share;
    const SavedCheckIn* shared = draft.replacesShared ? state.sharedOne() : nullptr;
    m_promise->setText(shared ? TodayWords::promiseOfEdit(*shared, name)
                              : TodayWords::promise(share, name));
    m_save->setText(shared ? TodayWords::saveEdit(*shared) : TodayWords::save(share, name));
    // A note's button has the same words.
    const bool now = !shared && share == Share::Now;
    m_save->setAccessibleName(now ? tr("Share with %1 now, the check-in").arg(name) : QString());
}

} // namespace mend::ui
