#include "ui/pages/today/begun_line.h"

#include "ui/theme/button_kind.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace mend::ui {

// The same words for everything: not even what it was is anybody else's to read.
BegunLine::BegunLine(const QString& button, QWidget* parent)
    : QWidget(parent), m_goOn(new QPushButton(tr("Go on with it"), this)) {
    auto* words = new WrapLabel(tr("Something begun, not saved yet."), TextRole::Body, this);
    words->setTone(&Tokens::inkSoft);
    m_goOn->setObjectName(QStringLiteral("goOn"));
    m_goOn->setAccessibleName(button);
    setButtonKind(m_goOn, ButtonKind::Quiet);
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::one);
    line->addWidget(words, 1);
    line->addWidget(m_goOn, 0, Qt::AlignTop);
    connect(m_goOn, &QPushButton::clicked, this, &BegunLine::wanted);
}

void BegunLine::setAbout(const QString& title) {
    m_goOn->setAccessibleDescription(title);
}

} // namespace mend::ui
