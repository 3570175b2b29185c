#pragma once
// Who you are, who the other is to you, and which side you are on.

#include "ui/pages/welcome/welcome_state.h"
#include "ui/pages/welcome/welcome_step.h"

class QButtonGroup;
class QLineEdit;

namespace mend::ui {

class SegmentedChoice;

class PersonStep : public WelcomeStep {
    Q_OBJECT
public:
    PersonStep();
    NewPersonFields fields() const;
    bool isComplete() const override;
    QWidget* first() const override;

private:
    void buildRelation();
    void buildRole();

    QLineEdit* m_name;
    SegmentedChoice* m_relation;
    QButtonGroup* m_role;
};

} // namespace mend::ui
