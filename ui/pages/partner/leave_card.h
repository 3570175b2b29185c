#pragma once
// Leaving: honest words, and one question more before it is done. Nobody's consent is needed.

#include "ui/widgets/card.h"

class QPushButton;

namespace mend::ui {

class WrapLabel;

class LeaveCard : public Card {
    Q_OBJECT
public:
    explicit LeaveCard(QWidget* parent = nullptr);
    void setName(const QString& name);

Q_SIGNALS:
    void leaveAsked();
    void safetyAsked();

private:
    void ask(bool on);

    WrapLabel* m_words;
    WrapLabel* m_question;
    QPushButton* m_leave;
    QPushButton* m_sure;
    QPushButton* m_stay;
};

} // namespace mend::ui
