#pragma once
// Last step of pairing: who is it? Pair, or not now.

#include "ui/pages/partner/partner_state.h"

#include <QWidget>

namespace mend::ui {

class PersonBadge;
class WrapLabel;

class PairingAsking : public QWidget {
    Q_OBJECT
public:
    explicit PairingAsking(QWidget* parent = nullptr);
    void setReading(const PairingReading& pairing);

Q_SIGNALS:
    void answered(bool yes);

private:
    QWidget* buildButtons();

    PersonBadge* m_who;
    WrapLabel* m_side;
    WrapLabel* m_same;
    WrapLabel* m_fingerprint;
};

} // namespace mend::ui
