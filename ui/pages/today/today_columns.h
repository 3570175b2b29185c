#pragma once
// Where the cards of Today stand.

#include "ui/widgets/page_scroll.h"

namespace mend::ui {

struct TodayCards {
    QWidget* checkIn;
    QWidget* mine;   // my commitments
    QWidget* theirs; // the other's
    QWidget* partner;
    QWidget* moment;
    QWidget* note;
};

class TodayColumns : public TwoColumns {
    Q_OBJECT
public:
    explicit TodayColumns(const TodayCards& cards, QWidget* parent = nullptr);
    /// The commitments stand below the check-in, or beside it.
    void placeCommitments(bool beside);

private:
    TodayCards m_cards;
};

} // namespace mend::ui
