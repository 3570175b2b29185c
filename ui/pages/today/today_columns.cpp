#include "ui/pages/today/today_columns.h"

#include <QVBoxLayout>

namespace mend::ui {

TodayColumns::TodayColumns(const TodayCards& cards, QWidget* parent)
    : TwoColumns(parent), m_cards(cards) {
    for (QWidget* card : {cards.checkIn, cards.mine, cards.theirs})
        main()->addWidget(card);
    for (QWidget* card : {cards.partner, cards.moment, cards.note})
        side()->addWidget(card);
    main()->addStretch();
    side()->addStretch();
}

void TodayColumns::placeCommitments(bool beside) {
    QVBoxLayout* to = beside ? side() : main();
    if (to->indexOf(m_cards.mine) >= 0)
        return;
    QVBoxLayout* from = beside ? main() : side();
    int at = beside ? to->indexOf(m_cards.note) : to->indexOf(m_cards.checkIn) + 1;
    for (QWidget* card : {m_cards.mine, m_cards.theirs}) {
        from->removeWidget(card);
        to->insertWidget(at++, card);
    }
}

} // namespace mend::ui
