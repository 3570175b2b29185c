#include "ui/pages/welcome/person_step.h"

#include "core/domain/text.h"
#include "ui/widgets/person_choices.h"

#include <QLineEdit>

namespace mend::ui {

namespace {

constexpr int nameWidth = 320; // Pixels.
} // namespace

PersonStep::PersonStep()
    : WelcomeStep(tr("You")), m_name(new QLineEdit), m_relation(new RelationChoice),
      m_role(new RoleChoice) {
    setObjectName(QStringLiteral("personStep"));
    ask(tr("What does the other call you?"));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setAccessibleName(tr("Your name"));
    m_name->setPlaceholderText(tr("Your name"));
    m_name->setMaxLength(nameLimit);
    m_name->setMaximumWidth(nameWidth);
    column()->addWidget(m_name);
    ask(tr("Who is the other to you?"));
    column()->addWidget(m_relation, 0, Qt::AlignLeft);
    ask(tr("What brings you here?"));
    column()->addWidget(m_role);
    note(tr("It decides which questions and steps you get, never what you may do. Often both were "
            "hurt: you can open the other side’s steps, too. You can change it in Settings."));
    connect(m_name, &QLineEdit::textChanged, this, &WelcomeStep::changed);
    connect(m_name, &QLineEdit::returnPressed, this, &WelcomeStep::nextAsked);
    connect(m_relation, &RelationChoice::choiceMade, this, &WelcomeStep::changed);
    connect(m_role, &RoleChoice::changed, this, &WelcomeStep::changed);
}

NewPersonFields PersonStep::fields() const {
    NewPersonFields fields;
    fields.name = m_name->text().trimmed();
    fields.relation = m_relation->relation().value_or(Relation::Partner);
    fields.role = m_role->role();
    return fields;
}

bool PersonStep::isComplete() const {
    return !checkName(m_name->text().trimmed()) && m_relation->relation() && m_role->isChosen();
}

QWidget* PersonStep::first() const {
    return m_name;
}

} // namespace mend::ui
