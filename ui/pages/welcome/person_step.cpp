#include "ui/pages/welcome/person_step.h"

#include "core/domain/text.h"
#include "ui/widgets/segmented_choice.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QRadioButton>

namespace mend::ui {

namespace {

constexpr int nameWidth = 320; // Pixels.
enum RoleId { Hurt, Betrayer, NotSure };

} // namespace

PersonStep::PersonStep()
    : WelcomeStep(tr("You")), m_name(new QLineEdit),
      m_relation(new SegmentedChoice(tr("They are"))), m_role(new QButtonGroup(this)) {
    setObjectName(QStringLiteral("personStep"));
    ask(tr("What does the other call you?"));
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setAccessibleName(tr("Your name"));
    m_name->setPlaceholderText(tr("Your name"));
    m_name->setMaxLength(nameLimit);
    m_name->setMaximumWidth(nameWidth);
    column()->addWidget(m_name);
    buildRelation();
    buildRole();
    connect(m_name, &QLineEdit::textChanged, this, &WelcomeStep::changed);
    connect(m_name, &QLineEdit::returnPressed, this, &WelcomeStep::nextAsked);
}

void PersonStep::buildRelation() {
    ask(tr("Who is the other to you?"));
    m_relation->setObjectName(QStringLiteral("relation"));
    m_relation->setChoices({{name(Relation::Partner), tr("My partner")},
                            {name(Relation::Friend), tr("A friend")},
                            {name(Relation::Family), tr("Family")},
                            {name(Relation::Colleague), tr("A colleague")}});
    column()->addWidget(m_relation, 0, Qt::AlignLeft);
    connect(m_relation, &SegmentedChoice::choiceMade, this, &WelcomeStep::changed);
}

void PersonStep::buildRole() {
    ask(tr("What brings you here?"));
    const std::pair<int, QString> sides[] = {{Hurt, tr("I was hurt")},
                                             {Betrayer, tr("I broke the trust")},
                                             {NotSure, tr("I am not sure yet")}};
    for (const auto& [id, text] : sides) {
        auto* button = new QRadioButton(text);
        button->setObjectName(QStringLiteral("role%1").arg(id));
        m_role->addButton(button, id);
        column()->addWidget(button);
    }
    note(tr("It decides which questions and steps you get, never what you may do. Often both were "
            "hurt: you can open the other side’s steps, too. You can change it in Settings."));
    // Toggled, not clicked: a screen reader toggles.
    connect(m_role, &QButtonGroup::idToggled, this, &WelcomeStep::changed);
}

NewPersonFields PersonStep::fields() const {
    NewPersonFields fields;
    fields.name = m_name->text().trimmed();
    fields.relation = relationFromName(m_relation->chosen()).value_or(Relation::Partner);
    if (m_role->checkedId() != NotSure)
        fields.role = m_role->checkedId() == Hurt ? Role::Hurt : Role::Betrayer;
    return fields;
}

bool PersonStep::isComplete() const {
    return !checkName(m_name->text().trimmed()) && !m_relation->chosen().isEmpty() &&
           m_role->checkedId() >= 0;
}

QWidget* PersonStep::first() const {
    return m_name;
}

} // namespace mend::ui
