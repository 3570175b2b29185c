#include "ui/widgets/busy.h"

#include "ui/theme/tokens.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mend::ui {

namespace {
constexpr int steps = 1000; // A bar of a thousand steps moves evenly at every width.
}

Busy::Busy(const QString& text, QWidget* parent)
    : QWidget(parent), m_text(new WrapLabel({}, TextRole::Body, this)),
      m_bar(new QProgressBar(this)), m_cancel(new QPushButton(tr("Cancel"), this)) {
    m_bar->setRange(0, steps);
    m_bar->setTextVisible(false);
    m_bar->hide();
    m_cancel->hide();
    m_cancel->setAutoDefault(false);
    connect(m_cancel, &QPushButton::clicked, this, &Busy::cancelled);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::one);
    column->addWidget(m_text);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::two);
    line->addWidget(m_bar, 1);
    line->addWidget(m_cancel, 0, Qt::AlignLeading);
    column->addLayout(line);
    setText(text);
}

void Busy::setText(const QString& text) {
    m_text->setText(text);
    setAccessibleName(text);
    m_bar->setAccessibleName(text);
    m_cancel->setAccessibleDescription(text);
}

void Busy::setProgress(std::optional<double> done) {
    m_bar->setVisible(done.has_value());
    if (done)
        m_bar->setValue(qRound(std::clamp(*done, 0.0, 1.0) * steps));
}

void Busy::setCancellable(bool on) {
    m_cancel->setVisible(on);
}

} // namespace mend::ui
