#pragma once
// A name with its person's hue: a small disc with the initial, then the name. Never a role.

#include "ui/theme/tokens.h"

#include <QLabel>

namespace mend::ui {

class PersonBadge : public QLabel {
    Q_OBJECT
public:
    PersonBadge(const QString& name, Person person, QWidget* parent = nullptr);
    void setPerson(const QString& name, Person person);
    Person person() const { return m_person; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Person m_person;
};

} // namespace mend::ui
