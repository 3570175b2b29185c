#pragma once
// Who the other is to somebody, and which side somebody is on. Nothing is chosen at first.

#include "core/domain/role.h"
#include "ui/widgets/segmented_choice.h"

#include <optional>

namespace mend::ui {

class RelationChoice : public SegmentedChoice {
    Q_OBJECT
public:
    explicit RelationChoice(QWidget* parent = nullptr);
    std::optional<Relation> relation() const;
    void setRelation(Relation relation);
};

class RoleChoice : public QWidget {
    Q_OBJECT
public:
    explicit RoleChoice(QWidget* parent = nullptr);
    bool isChosen() const;
    /// None for somebody who isn't sure yet, and while nothing is chosen.
    std::optional<Role> role() const;
    void setRole(std::optional<Role> role);

Q_SIGNALS:
    void changed();

private:
    QButtonGroup* m_group;
};

} // namespace mend::ui
