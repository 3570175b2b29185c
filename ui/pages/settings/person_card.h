#pragma once
// My name and my role; my relation as long as nobody is paired.

#include "ui/pages/settings/settings_state.h"
#include "ui/widgets/card.h"

class QLineEdit;
class QPushButton;

namespace mend::ui {

class RelationChoice;
class RoleChoice;

class PersonCard : public Card {
    Q_OBJECT
public:
    explicit PersonCard(QWidget* parent = nullptr);

    /// What is being typed stays, unless somebody else changed what is stored.
    void setPerson(const PersonSetting& person, const QString& partner);

Q_SIGNALS:
    void personChosen(const mend::ui::PersonSetting& person);

private:
    QWidget* buildRelation();
    QWidget* buildRole();
    void sayWhatChanges(const QString& partner);
    PersonSetting typed() const;
    void fill(const PersonSetting& person);
    void describe();
    void save();

    std::optional<PersonSetting> m_stored;
    QLineEdit* m_name;
    WrapLabel* m_nameWords;
    QWidget* m_relationBox;
    RelationChoice* m_relation;
    RoleChoice* m_role;
    WrapLabel* m_roleWords;
    QPushButton* m_save;
};

} // namespace mend::ui
