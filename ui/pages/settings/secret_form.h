#pragma once
// A card that opens into a form: closed it has one button, open it asks, waits and answers. What
// was typed stays until it went well or is closed, and is then forgotten.

#include "ui/pages/settings/settings_state.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace mend::ui {

class Banner;
class Busy;
class SecretField;

class SecretForm : public Card {
    Q_OBJECT
public:
    /// `id` names the objects; `open` is what the closed card's button says.
    SecretForm(const QString& id, const QString& title, const QString& open,
               QWidget* parent = nullptr);

    void setTask(const SlowTask& task);
    bool isOpen() const { return m_isOpen; }
    void setOpen(bool on);

protected:
    /// What is read before the form is opened, and while it is.
    void setWords(const QString& words);
    /// Said while waiting, and after it went well.
    void setAnswers(const QString& waiting, const QString& done);
    /// Fields of the form, in their order.
    SecretField* addSecret(const QString& name, const QString& objectName);
    void addToForm(QWidget* widget);
    /// The form's button, below its fields; and the one that closes it.
    void addButtons(const QString& submit, const QString& close);

    /// Whether the closed card offers to be opened.
    void setOffered(bool on);

    virtual bool isComplete() const = 0;
    /// Emits what was typed.
    virtual void submit() = 0;
    virtual void forget();
    /// Enables the button as isComplete() says.
    void describe();

private:
    void trySubmit();

    QString m_id;
    SlowTask m_task;
    bool m_isOpen = false;
    bool m_offered = true;
    WrapLabel* m_words;
    WrapLabel* m_done;
    QPushButton* m_open;
    QWidget* m_form;
    Banner* m_problem;
    Busy* m_busy;
    QPushButton* m_submit;
    QPushButton* m_close;
    QList<SecretField*> m_secrets;
};

/// A copy for a signal; fill it with zeros when the signal has returned.
QString secretOf(const SecretField* field);

} // namespace mend::ui
