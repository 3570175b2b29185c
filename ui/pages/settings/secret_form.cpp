#include "ui/pages/settings/secret_form.h"

#include "ui/theme/button_kind.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/wrap_label.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {
constexpr int fieldWidth = 400; // Pixels.
} // namespace

SecretForm::SecretForm(const QString& id, const QString& title, const QString& open,
                       QWidget* parent)
    : Card(title, parent), m_id(id), m_words(new WrapLabel), m_done(new WrapLabel),
      m_open(new QPushButton(open)), m_form(new QWidget), m_problem(new Banner),
      m_busy(new Busy({})), m_submit(new QPushButton), m_close(new QPushButton) {
    setObjectName(id + QStringLiteral("Card"));
    m_open->setObjectName(id + QStringLiteral("Open"));
    m_submit->setObjectName(id + QStringLiteral("Submit"));
    m_close->setObjectName(id + QStringLiteral("Close"));
    m_done->setObjectName(id + QStringLiteral("Done"));
    m_problem->setObjectName(id + QStringLiteral("Problem"));
    m_problem->setKind(Banner::Kind::Attention);
    auto* column = new QVBoxLayout(m_form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::oneHalf);
    add(m_words);
    add(m_done);
    add(m_form);
    body()->addWidget(m_open, 0, Qt::AlignLeft);
    m_problem->setText({});
    m_busy->hide();
    m_done->hide();
    m_form->hide();
    connect(m_open, &QPushButton::clicked, this, [this] { setOpen(true); });
    connect(m_close, &QPushButton::clicked, this, [this] { setOpen(false); });
    connect(m_submit, &QPushButton::clicked, this, &SecretForm::trySubmit);
}

void SecretForm::setWords(const QString& words) {
    m_words->setText(words);
}

void SecretForm::setAnswers(const QString& waiting, const QString& done) {
    m_busy->setText(waiting);
    m_done->setText(done);
}

SecretField* SecretForm::addSecret(const QString& name, const QString& objectName) {
    auto* field = new SecretField(name);
    field->setObjectName(objectName);
    field->setMaximumWidth(fieldWidth);
    addToForm(field);
    connect(field, &SecretField::textChanged, this, &SecretForm::describe);
    connect(field, &SecretField::returnPressed, this, &SecretForm::trySubmit);
    m_secrets << field;
    return field;
}

void SecretForm::addToForm(QWidget* widget) {
    m_form->layout()->addWidget(widget);
}

void SecretForm::addButtons(const QString& submit, const QString& close) {
    m_submit->setText(submit);
    m_close->setText(close);
    setButtonKind(m_close, ButtonKind::Quiet);
    auto* box = new QWidget;
    auto* line = new FlowLayout(box);
    line->addWidget(m_submit);
    line->addWidget(m_close);
    addToForm(m_problem);
    addToForm(m_busy);
    addToForm(box);
    describe();
}

void SecretForm::setOpen(bool on) {
    m_isOpen = on;
    m_form->setVisible(on);
    m_open->setVisible(!on && m_offered);
    m_problem->setText({});
    m_done->hide();
    forget();
    if (on && !m_secrets.isEmpty())
        m_secrets.front()->edit()->setFocus(Qt::OtherFocusReason);
    else if (!on && isVisible())
        m_open->setFocus(Qt::OtherFocusReason);
}

void SecretForm::setOffered(bool on) {
    m_offered = on;
    m_open->setVisible(!m_isOpen && on);
}

void SecretForm::forget() {
    for (SecretField* field : m_secrets)
        field->take().fill('\0');
}

void SecretForm::describe() {
    m_submit->setEnabled(!m_task.busy && isComplete());
}

void SecretForm::trySubmit() {
    describe();
    if (!m_submit->isEnabled())
        return;
    m_problem->setText({});
    submit();
}

void SecretForm::setTask(const SlowTask& task) {
    if (task == m_task)
        return;
    const bool wasDone = m_task.done;
    m_task = task;
    m_busy->setVisible(task.busy);
    m_problem->setText(task.problem);
    for (SecretField* field : m_secrets)
        field->setEnabled(!task.busy);
    m_close->setEnabled(!task.busy);
    if (task.done && !wasDone) {
        setOpen(false);
        m_done->show();
    }
    describe();
}

QString secretOf(const SecretField* field) {
    QString text = field->text();
    text.detach();
    return text;
}

} // namespace mend::ui
