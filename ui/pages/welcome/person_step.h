#pragma once
// Who you are, who the other is to you, and which side you are on.

#include "ui/pages/welcome/welcome_state.h"
#include "ui/pages/welcome/welcome_step.h"

class QLineEdit;

namespace mend::ui {

class RelationChoice;
class RoleChoice;

class PersonStep : public WelcomeStep {
    Q_OBJECT
public:
    PersonStep();
    NewPersonFields fields() const;
    bool isComplete() const override;
    QWidget* first() const override;

private:
    QLineEdit* m_name;
    RelationChoice* m_relation;
    RoleChoice* m_role;
};

} // namespace mend::ui
