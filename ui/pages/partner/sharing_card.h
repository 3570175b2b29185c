#pragma once
// The state of sharing in words, what waits, and pause.

#include "ui/pages/partner/partner_state.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace mend::ui {

class Busy;
class PersonBadge;
class WrapLabel;

class SharingCard : public Card {
    Q_OBJECT
public:
    explicit SharingCard(QWidget* parent = nullptr);
    void setState(const PartnerState& state);

Q_SIGNALS:
    void pauseAsked(bool pause);
    void retryAsked();
    void allowMuchAsked();

private:
    QWidget* buildButtons();
    void showProgress(const SyncReading& sync);

    PersonBadge* m_who;
    WrapLabel* m_sentence;
    Busy* m_progress;
    WrapLabel* m_waiting;
    WrapLabel* m_sealed;
    WrapLabel* m_pauseWords;
    WrapLabel* m_fingerprint;
    QPushButton* m_pause;
    QPushButton* m_retry;
    QPushButton* m_allow;
    bool m_paused = false;
};

} // namespace mend::ui
