#include "ui/widgets/recovery_sheet.h"

#include "ui/theme/icons.h"
#include "ui/theme/type.h"
#include "ui/widgets/card.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/wrap_label.h"

#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

// In two lines, so that the groups can be copied by hand without losing the place.
QString inTwoLines(const QString& code) {
    const QChar between = code.contains(u'-') ? u'-' : u' ';
    const QStringList groups = code.split(between, Qt::SkipEmptyParts);
    if (groups.size() < 4)
        return code;
    const qsizetype half = (groups.size() + 1) / 2;
    const QString gap = QStringLiteral("  ");
    return groups.mid(0, half).join(gap) + u'\n' + groups.mid(half).join(gap);
}

} // namespace

RecoverySheet::RecoverySheet(QWidget* parent)
    : QWidget(parent), m_shown(new QLabel), m_kept(new WrapLabel({}, TextRole::Caption)),
      m_buttons(new QWidget) {
    QFont mono = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    mono.setPixelSize(ui::font(TextRole::Section).pixelSize());
    m_shown->setFont(mono);
    m_shown->setObjectName(QStringLiteral("recoveryCodeShown"));
    m_shown->setTextFormat(Qt::PlainText);
    m_shown->setWordWrap(true); // large letters in a narrow window
    m_shown->setAlignment(Qt::AlignHCenter);
    m_shown->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_kept->setObjectName(QStringLiteral("keptWords"));
    auto* sheet = new Card;
    sheet->add(m_shown);
    buildButtons();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::oneHalf);
    for (QWidget* widget : std::initializer_list<QWidget*>{sheet, m_buttons, m_kept})
        column->addWidget(widget);
    m_kept->hide();
}

void RecoverySheet::buildButtons() {
    new FlowLayout(m_buttons);
    m_first = new QPushButton(icon(IconName::Print), tr("Print"));
    auto* copy = new QPushButton(icon(IconName::Copy), tr("Copy"));
    auto* save = new QPushButton(tr("Save to a file"));
    m_first->setObjectName(QStringLiteral("printCode"));
    copy->setObjectName(QStringLiteral("copyCode"));
    save->setObjectName(QStringLiteral("saveCode"));
    for (QPushButton* button : {m_first, copy, save})
        addButton(button);
    connect(m_first, &QPushButton::clicked, this, [this] { Q_EMIT printAsked(m_code); });
    connect(copy, &QPushButton::clicked, this, [this] { Q_EMIT copyAsked(m_code); });
    connect(save, &QPushButton::clicked, this, [this] { Q_EMIT saveAsked(m_code); });
}

void RecoverySheet::addButton(QPushButton* button) {
    m_buttons->layout()->addWidget(button);
}

void RecoverySheet::setCode(const QString& code) {
    m_code = code;
    m_shown->setText(inTwoLines(code));
    m_shown->setAccessibleName(code.isEmpty() ? QString() : tr("Recovery code: %1").arg(code));
}

void RecoverySheet::setKept(const QString& words) {
    m_kept->setText(words);
    m_kept->setVisible(!words.isEmpty());
}

} // namespace mend::ui
