#pragma once
// One of Welcome's steps: says by itself whether one may go on.

#include "ui/widgets/wrap_label.h"

#include <QVBoxLayout>
#include <QWidget>

namespace mend::ui {

class WelcomeStep : public QWidget {
    Q_OBJECT
public:
    explicit WelcomeStep(const QString& title) : m_column(new QVBoxLayout(this)) {
        setAccessibleName(title);
        m_column->setContentsMargins(0, 0, 0, 0);
        m_column->setSpacing(space::oneHalf);
        m_column->addWidget(new WrapLabel(title, TextRole::Page));
    }
    virtual bool isComplete() const { return true; }
    /// Where the keyboard begins; may be null.
    virtual QWidget* first() const { return nullptr; }

Q_SIGNALS:
    void changed();
    /// Enter in the last field: as if Next were pressed.
    void nextAsked();

protected:
    QVBoxLayout* column() const { return m_column; }
    void say(const QString& text) { m_column->addWidget(new WrapLabel(text)); }
    void ask(const QString& text) {
        m_column->addSpacing(space::one);
        m_column->addWidget(new WrapLabel(text, TextRole::BodyStrong));
    }
    void note(const QString& text) {
        auto* label = new WrapLabel(text, TextRole::Caption);
        label->setTone(&Tokens::inkSoft);
        m_column->addWidget(label);
    }

private:
    QVBoxLayout* m_column;
};

} // namespace mend::ui
