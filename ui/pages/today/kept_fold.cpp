#include "ui/pages/today/kept_fold.h"

#include "ui/theme/button_kind.h"
#include "ui/widgets/wrap_label.h"

#include <QHideEvent>
#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

KeptFold::KeptFold(const Names& names, Make make, QWidget* parent)
    : QWidget(parent), m_names(names), m_make(std::move(make)), m_column(new QVBoxLayout(this)),
      m_line(new WrapLabel({}, TextRole::Body, this)), m_button(new QPushButton(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::one);
    m_line->setTone(&Tokens::inkSoft);
    m_line->setObjectName(QStringLiteral("keptLine"));
    m_button->setObjectName(QStringLiteral("showKept"));
    setButtonKind(m_button, ButtonKind::Quiet);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::one);
    line->addWidget(m_line, 1);
    line->addWidget(m_button, 0, Qt::AlignTop);
    m_column->addLayout(line);
    connect(m_button, &QPushButton::clicked, this, [this] { isOpen() ? fold() : open(); });
    sayWhatTheButtonDoes();
    setLine({});
}

void KeptFold::setLine(const QString& line) {
    m_line->setText(line);
    setVisible(!line.isEmpty());
    if (line.isEmpty())
        fold();
}

void KeptFold::open() {
    drop();
    m_content = m_make(this);
    m_column->addWidget(m_content);
    m_content->show();
    sayWhatTheButtonDoes();
}

void KeptFold::fold() {
    drop();
    sayWhatTheButtonDoes();
}

void KeptFold::refresh() {
    if (isOpen())
        open();
}

void KeptFold::drop() {
    if (!m_content)
        return;
    m_content->hide();
    m_content->deleteLater(); // A click on one of its buttons may have led here.
    m_content = nullptr;
}

void KeptFold::sayWhatTheButtonDoes() {
    m_button->setText(isOpen() ? tr("Fold away") : tr("Show"));
    m_button->setAccessibleName(isOpen() ? m_names.fold : m_names.show);
}

// Another page, or the form in its place: whoever comes back to it opens it anew.
void KeptFold::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        fold();
}

} // namespace mend::ui
