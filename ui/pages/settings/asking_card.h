#pragma once
// Whether the other may ask me for commitments.

#include "ui/widgets/card.h"

class QCheckBox;

namespace mend::ui {

class AskingCard : public Card {
    Q_OBJECT
public:
    explicit AskingCard(QWidget* parent = nullptr);
    void setAsking(bool mayBeAsked, const QString& partner);

Q_SIGNALS:
    void mayBeAskedChosen(bool on);

private:
    QCheckBox* m_box;
    WrapLabel* m_words;
};

} // namespace mend::ui
