#include "ui/pages/safety/safety_page.h"

#include "ui/theme/icons.h"
#include "ui/widgets/card.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/point.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

// A paragraph that a screen reader and the keyboard can stop at.
WrapLabel* paragraph(const QString& text, TextRole role = TextRole::Body) {
    auto* label = new WrapLabel(text, role);
    label->setAccessibleName(text);
    return label;
}

// The number large, then where it holds; below, quietly, who says so and since when.
QLayout* number(const guide::EmergencyNumber& emergency) {
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    auto* line = new QHBoxLayout;
    line->setSpacing(space::oneHalf);
    line->addWidget(paragraph(emergency.number, TextRole::Section), 0, Qt::AlignBottom);
    line->addWidget(paragraph(emergency.where), 1, Qt::AlignBottom);
    column->addLayout(line);
    const QString source = SafetyPage::tr("%1, %2").arg(
        emergency.source, QLocale().toString(emergency.date, SafetyPage::tr("d MMMM yyyy")));
    auto* quiet = paragraph(source, TextRole::Caption);
    quiet->setTone(&Tokens::inkSoft);
    column->addWidget(quiet);
    return column;
}

} // namespace

SafetyPage::SafetyPage(const guide::SafetyPage& text, QWidget* parent)
    : QWidget(parent), m_scroll(new PageScroll(text.title, this)),
      m_back(new QPushButton(tr("Back"))) {
    setObjectName(QStringLiteral("safetyPage"));
    setAccessibleName(text.title);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
    m_back->setObjectName(QStringLiteral("safetyBack"));
    m_back->setIcon(icon(IconName::Back));
    m_back->hide();
    m_scroll->header()->addAction(m_back);
    connect(m_back, &QPushButton::clicked, this, &SafetyPage::backAsked);
    for (const auto& section : text.sections)
        buildSection(section);
}

void SafetyPage::setBackVisible(bool on) {
    m_back->setVisible(on);
}

void SafetyPage::buildSection(const guide::SafetySection& section) {
    auto* card = new Card(section.title);
    for (const QString& text : section.text)
        card->add(paragraph(text));
    for (const QString& text : section.points)
        card->add(point(paragraph(text)));
    for (const auto& emergency : section.numbers)
        card->add(number(emergency));
    m_scroll->add(card);
}

} // namespace mend::ui
