#include "ui/pages/checklist/step_list.h"

#include "ui/pages/checklist/step_row.h"
#include "ui/widgets/wrap_label.h"

#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>

namespace mend::ui {

StepList::StepList(const QString& name, QWidget* parent)
    : QScrollArea(parent), m_groups(new QVBoxLayout), m_sentence(new WrapLabel) {
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto* content = new QWidget;
    content->setAccessibleName(name);
    m_column = new QVBoxLayout(content);
    // Room for the focus ring around the outermost rows.
    m_column->setContentsMargins(space::half, space::half, space::one, space::three);
    m_column->setSpacing(space::two);
    m_sentence->setObjectName(QStringLiteral("listSentence"));
    m_sentence->setTone(&Tokens::inkSoft);
    m_sentence->hide();
    m_groups->setSpacing(space::hair);
    m_column->addWidget(m_sentence);
    m_column->addLayout(m_groups);
    m_column->addStretch(1);
    setWidget(content);
    content->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
}

QStringList StepList::ids() const {
    QStringList ids;
    for (const StepRow* row : m_rows)
        ids << row->id();
    return ids;
}

void StepList::setItems(const std::vector<const ChecklistItem*>& items) {
    QStringList fresh;
    for (const ChecklistItem* item : items)
        fresh << item->step.id;
    if (fresh != ids())
        build(items);
    for (std::size_t i = 0; i < items.size(); ++i)
        m_rows[qsizetype(i)]->setStepState(items[i]->state);
    setSelected(m_selected);
}

void StepList::build(const std::vector<const ChecklistItem*>& items) {
    m_rows.clear();
    while (QLayoutItem* old = m_groups->takeAt(0)) {
        if (QWidget* widget = old->widget()) {
            widget->hide();
            widget->deleteLater(); // it may be what was just clicked
        }
        delete old;
    }
    QString group;
    for (const ChecklistItem* item : items) {
        if (item->step.group != group || m_rows.isEmpty()) {
            group = item->step.group;
            auto* heading = new WrapLabel(group, TextRole::Caption);
            heading->setTone(&Tokens::inkSoft);
            heading->setContentsMargins(space::one, m_rows.isEmpty() ? 0 : space::two, 0, 0);
            m_groups->addWidget(heading);
        }
        auto* row = new StepRow(item->step.id, item->step.title);
        row->installEventFilter(this);
        connect(row, &QPushButton::clicked, this, [this, row] {
            row->setChecked(row->id() == m_selected); // the page says what is selected
            Q_EMIT chosen(row->id());
        });
        m_groups->addWidget(row);
        m_rows << row;
    }
}

StepRow* StepList::row(const QString& id) const {
    for (StepRow* row : m_rows)
        if (row->id() == id)
            return row;
    return nullptr;
}

void StepList::setSelected(const QString& id) {
    m_selected = id;
    for (StepRow* row : m_rows)
        row->setChecked(row->id() == id);
}

void StepList::setSentence(const QString& sentence) {
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

void StepList::setHead(QWidget* head) {
    m_column->insertWidget(0, head);
}

void StepList::setTail(QWidget* tail) {
    m_column->insertWidget(m_column->count() - 1, tail);
}

void StepList::focusRow(const QString& id) {
    if (StepRow* there = row(id)) {
        there->setFocus(Qt::OtherFocusReason);
        ensureWidgetVisible(there);
    }
}

bool StepList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress || m_rows.isEmpty())
        return QScrollArea::eventFilter(watched, event);
    const qsizetype at = m_rows.indexOf(static_cast<StepRow*>(watched));
    qsizetype next = -1;
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Up:
        next = std::max<qsizetype>(0, at - 1);
        break;
    case Qt::Key_Down:
        next = std::min(m_rows.size() - 1, at + 1);
        break;
    case Qt::Key_Home:
        next = 0;
        break;
    case Qt::Key_End:
        next = m_rows.size() - 1;
        break;
    default:
        return false;
    }
    focusRow(m_rows[next]->id());
    return true;
}

} // namespace mend::ui
