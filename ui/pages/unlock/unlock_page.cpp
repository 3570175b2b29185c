#include "ui/pages/unlock/unlock_page.h"

#include "ui/pages/unlock/recovery_form.h"
#include "ui/theme/button_kind.h"
#include "ui/theme/icons.h"
#include "ui/theme/text_room.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/busy.h"
#include "ui/widgets/card.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mend::ui {

namespace {

constexpr int cardWidth = 440; // Pixels, for the usual letters: one field, and air around it.
constexpr int bowlSize = 64;   // Pixels.

QLabel* bowl() {
    auto* label = new QLabel;
    label->setPixmap(appIcon().pixmap(bowlSize, bowlSize));
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

QString waitingForKey() {
    return UnlockPage::tr("Opening. This takes a moment, so that nobody can try many.");
}

} // namespace

UnlockPage::UnlockPage(QWidget* parent)
    : QWidget(parent), m_problem(new Banner), m_busy(new Busy(waitingForKey())) {
    setObjectName(QStringLiteral("unlockPage"));
    setAccessibleName(tr("Unlock"));
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(buildMiddle());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::three, space::two, space::three, space::three);
    column->setSpacing(space::one);
    column->addWidget(scroll, 1);
    column->addWidget(buildFoot());
    setState({});
}

QWidget* UnlockPage::buildMiddle() {
    auto* card = new Card;
    card->setMinimumWidth(cardWidth);
    card->setMaximumWidth(textRoom(cardWidth));
    m_byPassphrase = buildPassphrase();
    m_byCode = new QWidget;
    auto* recovery = new QVBoxLayout(m_byCode);
    recovery->setContentsMargins(0, 0, 0, 0);
    card->add(m_problem);
    card->add(m_byPassphrase);
    card->add(m_byCode);
    card->add(m_busy);
    m_problem->setObjectName(QStringLiteral("unlockProblem"));
    auto* middle = new QWidget;
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, space::one, 0, space::one);
    column->setSpacing(space::three);
    m_bowl = bowl();
    column->addStretch(1);
    column->addWidget(m_bowl);
    // In the middle by what stands beside it: alignment would give it the height of its widest
    // lines.
    auto* line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(card, 1000);
    line->addStretch(1);
    column->addLayout(line);
    column->addStretch(2);
    return middle;
}

QWidget* UnlockPage::buildPassphrase() {
    auto* way = new QWidget;
    auto* column = new QVBoxLayout(way);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::two);
    m_remark = new WrapLabel;
    m_remark->setObjectName(QStringLiteral("unlockRemark"));
    m_remark->setTone(&Tokens::inkSoft);
    m_remark->hide();
    m_passphrase = new SecretField(tr("Passphrase"));
    m_passphrase->setObjectName(QStringLiteral("passphrase"));
    m_unlock = new QPushButton(tr("Unlock"));
    m_unlock->setObjectName(QStringLiteral("unlock"));
    setButtonKind(m_unlock, ButtonKind::Primary);
    column->addWidget(m_remark);
    column->addWidget(m_passphrase);
    column->addWidget(m_unlock);
    connect(m_passphrase, &SecretField::returnPressed, this, &UnlockPage::submit);
    connect(m_passphrase, &SecretField::textChanged, this, [this] { enableButtons(); });
    connect(m_unlock, &QPushButton::clicked, this, &UnlockPage::submit);
    return way;
}

QWidget* UnlockPage::buildFoot() {
    auto* foot = new QWidget;
    auto* line = new QHBoxLayout(foot);
    line->setContentsMargins(0, 0, 0, 0);
    m_toRecovery = new QPushButton;
    m_toRecovery->setObjectName(QStringLiteral("toRecovery"));
    auto* safety = new QPushButton(tr("Safety"));
    safety->setObjectName(QStringLiteral("safety"));
    safety->setIcon(icon(IconName::Safety));
    setButtonKind(m_toRecovery, ButtonKind::Quiet);
    setButtonKind(safety, ButtonKind::Quiet);
    line->addStretch();
    line->addWidget(m_toRecovery);
    line->addWidget(safety);
    line->addStretch();
    connect(m_toRecovery, &QPushButton::clicked, this,
            [this] { showRecovery(m_byCode->isHidden()); });
    connect(safety, &QPushButton::clicked, this, &UnlockPage::safetyAsked);
    showRecovery(false);
    return foot;
}

void UnlockPage::setState(const UnlockState& state) {
    m_busyNow = state.busy;
    m_problem->setText(state.problem);
    m_busy->setText(state.waiting.isEmpty() ? waitingForKey() : state.waiting);
    m_busy->setVisible(state.busy);
    m_byPassphrase->setEnabled(!state.busy);
    m_byCode->setEnabled(!state.busy);
    m_toRecovery->setEnabled(!state.busy);
    enableButtons();
    if (!state.busy && isVisible())
        focusField();
}

void UnlockPage::setRemark(const QString& words) {
    m_remark->setText(words);
    m_remark->setVisible(!words.isEmpty());
}

void UnlockPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_passphrase->edit()->setFocus();
}

void UnlockPage::focusField() {
    (m_byCode->isHidden() ? static_cast<QWidget*>(m_passphrase) : m_recovery)->setFocus();
}

// Few need it, and nobody at a start.
void UnlockPage::makeRecovery() {
    if (m_recovery)
        return;
    m_recovery = new RecoveryForm;
    m_byCode->layout()->addWidget(m_recovery);
    connect(m_recovery, &RecoveryForm::asked, this, &UnlockPage::recoverAsked);
}

void UnlockPage::showRecovery(bool on) {
    if (on)
        makeRecovery();
    m_byPassphrase->setVisible(!on);
    m_byCode->setVisible(on);
    m_bowl->setVisible(!on); // its room is needed
    m_toRecovery->setText(on ? tr("I know my passphrase") : tr("I have lost my passphrase"));
    m_problem->setText({});
    focusField();
}

void UnlockPage::enableButtons() {
    m_unlock->setEnabled(!m_busyNow && !m_passphrase->isEmpty());
}

void UnlockPage::submit() {
    if (!m_unlock->isEnabled())
        return;
    QString passphrase = m_passphrase->takeText();
    Q_EMIT unlockAsked(passphrase);
    passphrase.fill(QChar(0));
}

} // namespace mend::ui
