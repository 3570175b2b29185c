#include "ui/pages/welcome/welcome_page.h"

#include "ui/pages/welcome/about_step.h"
#include "ui/pages/welcome/pair_step.h"
#include "ui/pages/welcome/passphrase_step.h"
#include "ui/pages/welcome/person_step.h"
#include "ui/pages/welcome/recovery_step.h"
#include "ui/theme/button_kind.h"
#include "ui/theme/icons.h"
#include "ui/theme/text_room.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>

namespace mend::ui {

namespace {
// Pixels, for the usual letters: one thing below the other, in the middle of a large window.
constexpr QSize sheetSize(680, 660);
constexpr int bowlSize = 32; // Pixels.
} // namespace

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent), m_about(new AboutStep), m_person(new PersonStep),
      m_passphrase(new PassphraseStep), m_recovery(new RecoveryStep),
      m_pair(new PairStep), m_steps{m_about, m_person, m_passphrase, m_recovery, m_pair},
      m_problem(new Banner), m_where(new WrapLabel({}, TextRole::Caption)),
      m_back(new QPushButton(tr("Back"))), m_next(new QPushButton(tr("Go on"))) {
    setObjectName(QStringLiteral("welcomePage"));
    setAccessibleName(tr("Welcome"));
    auto* all = new QGridLayout(this);
    all->setContentsMargins(space::two, space::two, space::two, space::two);
    all->addWidget(buildSheet(), 1, 1);
    for (const int side : {0, 2}) {
        all->setRowStretch(side, 1);
        all->setColumnStretch(side, 1);
    }
    all->setRowStretch(1, 1000);
    all->setColumnStretch(1, 1000);
    connectSteps();
    go(m_about);
    setState({});
}

QWidget* WelcomePage::buildSheet() {
    auto* scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(buildColumn());
    // The sheet is what is seen through it.
    scroll->widget()->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    auto* sheet = new Card;
    sheet->setObjectName(QStringLiteral("sheet"));
    sheet->setMaximumSize(textRoom(sheetSize.width()), textRoom(sheetSize.height()));
    sheet->add(scroll);
    sheet->add(buildFoot());
    return sheet;
}

QWidget* WelcomePage::buildColumn() {
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(space::three, space::two, space::three, space::one);
    column->setSpacing(space::one);
    auto* bowl = new QLabel;
    bowl->setPixmap(appIcon().pixmap(bowlSize, bowlSize));
    m_where->setTone(&Tokens::inkSoft);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::oneHalf);
    head->addWidget(bowl);
    head->addWidget(m_where, 1, Qt::AlignVCenter);
    column->addLayout(head);
    for (WelcomeStep* step : m_steps)
        column->addWidget(step);
    m_problem->setObjectName(QStringLiteral("welcomeProblem"));
    m_problem->setKind(Banner::Kind::Attention);
    column->addWidget(m_problem);
    column->addStretch();
    return content;
}

QWidget* WelcomePage::buildFoot() {
    auto* foot = new QWidget;
    auto* line = new QHBoxLayout(foot);
    // A quiet button has room around its words: these begin where the step's do.
    const bool mirrored = isRightToLeft();
    line->setContentsMargins(mirrored ? space::three : space::one, 0,
                             mirrored ? space::one : space::three, space::one);
    auto* safety = new QPushButton(icon(IconName::Safety), tr("Safety"));
    safety->setObjectName(QStringLiteral("safety"));
    setButtonKind(safety, ButtonKind::Quiet);
    setButtonKind(m_next, ButtonKind::Primary);
    m_back->setObjectName(QStringLiteral("back"));
    m_next->setObjectName(QStringLiteral("next"));
    line->addWidget(safety);
    line->addStretch();
    line->addWidget(m_back);
    line->addWidget(m_next);
    connect(safety, &QPushButton::clicked, this, &WelcomePage::safetyAsked);
    connect(m_back, &QPushButton::clicked, this, &WelcomePage::back);
    connect(m_next, &QPushButton::clicked, this, &WelcomePage::next);
    return foot;
}

void WelcomePage::connectSteps() {
    for (WelcomeStep* step : m_steps) {
        connect(step, &WelcomeStep::changed, this, &WelcomePage::refresh);
        connect(step, &WelcomeStep::nextAsked, this, &WelcomePage::next);
    }
    connect(m_recovery, &RecoveryStep::printAsked, this, &WelcomePage::printAsked);
    connect(m_recovery, &RecoveryStep::copyAsked, this, &WelcomePage::copyAsked);
    connect(m_recovery, &RecoveryStep::saveAsked, this, &WelcomePage::saveAsked);
    connect(m_pair, &PairStep::chosen, this, &WelcomePage::finished);
}

void WelcomePage::setState(const WelcomeState& state) {
    m_busy = state.busy;
    m_passphrase->setBusy(state.busy);
    m_problem->setText(state.problem);
    m_recovery->setCode(state.recoveryCode);
    m_recovery->setKept(state.kept);
    if (!state.recoveryCode.isEmpty() && m_now == m_passphrase)
        go(m_recovery);
    refresh();
}

void WelcomePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (QWidget* first = m_now->first())
        first->setFocus();
}

void WelcomePage::go(WelcomeStep* step) {
    m_now = step;
    for (WelcomeStep* each : m_steps)
        each->setVisible(each == step);
    // The recovery code belongs to the passphrase's step.
    const auto at = m_steps.indexOf(step);
    m_where->setText(tr("Step %1 of 4").arg(at < 3 ? at + 1 : at));
    m_problem->setText({});
    refresh();
    if (QWidget* first = step->first())
        first->setFocus();
}

void WelcomePage::next() {
    if (!m_next->isEnabled() || m_next->isHidden())
        return;
    if (m_now != m_passphrase)
        return go(m_steps.at(m_steps.indexOf(m_now) + 1));
    QString passphrase = m_passphrase->take();
    Q_EMIT create(m_person->fields(), passphrase);
    passphrase.fill(QChar(0));
}

void WelcomePage::back() {
    go(m_steps.at(m_steps.indexOf(m_now) - 1));
}

// Once the vault is made, there is no way back.
void WelcomePage::refresh() {
    m_back->setVisible(m_now == m_person || m_now == m_passphrase);
    m_back->setEnabled(!m_busy);
    m_next->setVisible(m_now != m_pair);
    m_next->setEnabled(!m_busy && m_now->isComplete());
}

} // namespace mend::ui
