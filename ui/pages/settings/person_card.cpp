#include "ui/pages/settings/person_card.h"

#include "core/domain/text.h"
#include "ui/widgets/person_choices.h"
#include "ui/widgets/wrap_label.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

constexpr int nameWidth = 320; // Pixels.
WrapLabel* label(const QString& words) {
    return new WrapLabel(words, TextRole::BodyStrong);
}

} // namespace

PersonCard::PersonCard(QWidget* parent)
    : Card(tr("You"), parent), m_name(new QLineEdit),
      m_nameWords(new WrapLabel({}, TextRole::Caption)), m_relation(new RelationChoice),
      m_role(new RoleChoice), m_roleWords(new WrapLabel({}, TextRole::Caption)),
      m_save(new QPushButton(tr("Save"))) {
    m_name->setObjectName(QStringLiteral("name"));
    m_name->setAccessibleName(tr("Your name"));
    m_name->setMaxLength(nameLimit);
    m_name->setMaximumWidth(nameWidth);
    m_nameWords->setTone(&Tokens::inkSoft);
    m_nameWords->setObjectName(QStringLiteral("nameWords"));
    m_save->setObjectName(QStringLiteral("savePerson"));
    m_save->setAccessibleName(tr("Save what you are called and where you stand"));
    m_relationBox = buildRelation();
    add(label(tr("Your name")));
    add(m_name);
    add(m_nameWords);
    add(m_relationBox);
    add(buildRole());
    body()->addWidget(m_save, 0, Qt::AlignLeft);
    connect(m_name, &QLineEdit::textChanged, this, &PersonCard::describe);
    connect(m_name, &QLineEdit::returnPressed, this, &PersonCard::save);
    connect(m_relation, &RelationChoice::choiceMade, this, &PersonCard::describe);
    connect(m_role, &RoleChoice::changed, this, &PersonCard::describe);
    connect(m_save, &QPushButton::clicked, this, &PersonCard::save);
}

QWidget* PersonCard::buildRelation() {
    auto* box = new QWidget;
    box->setObjectName(QStringLiteral("relationBox"));
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, space::one, 0, 0);
    column->setSpacing(space::one);
    column->addWidget(label(tr("Who is the other to you?")));
    column->addWidget(m_relation, 0, Qt::AlignLeft);
    return box;
}

QWidget* PersonCard::buildRole() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, space::one, 0, space::one);
    column->setSpacing(space::one);
    column->addWidget(label(tr("What brings you here?")));
    column->addWidget(m_role);
    m_roleWords->setObjectName(QStringLiteral("roleWords"));
    m_roleWords->setTone(&Tokens::inkSoft);
    column->addWidget(m_roleWords);
    return box;
}

void PersonCard::sayWhatChanges(const QString& partner) {
    const QString words =
        tr("This decides what you are asked each day, and which checklist is yours. It never "
           "decides what either of you may do, and what you wrote stays.");
    const QString besides =
        partner.isEmpty()
            ? tr("It can be changed at any time; who the other is to you, until you pair.")
            : tr("%1 sees it if you change it, and needn’t agree.").arg(partner);
    m_roleWords->setText(words + u' ' + besides);
}

void PersonCard::setPerson(const PersonSetting& person, const QString& partner) {
    m_relationBox->setVisible(partner.isEmpty());
    sayWhatChanges(partner);
    const QString words =
        partner.isEmpty() ? QString() : tr("%1 sees this name, and that it changed.").arg(partner);
    m_nameWords->setText(words);
    m_nameWords->setVisible(!words.isEmpty());
    if (m_stored != person) {
        m_stored = person;
        fill(person);
    }
    describe();
}

void PersonCard::fill(const PersonSetting& person) {
    m_name->setText(person.name);
    m_relation->setRelation(person.relation);
    m_role->setRole(person.role);
}

PersonSetting PersonCard::typed() const {
    PersonSetting person;
    person.name = m_name->text().trimmed();
    person.relation = m_relation->relation().value_or(Relation::Partner);
    person.role = m_role->role();
    return person;
}

void PersonCard::describe() {
    m_save->setEnabled(m_stored && typed() != *m_stored);
}

void PersonCard::save() {
    if (m_save->isEnabled())
        Q_EMIT personChosen(typed());
}

} // namespace mend::ui
