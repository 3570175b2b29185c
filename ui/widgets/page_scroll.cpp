#include "ui/widgets/page_scroll.h"

#include "ui/theme/tokens.h"
#include "ui/theme/type.h"
#include "ui/widgets/tab_stops.h"
#include "ui/widgets/wrap_label.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFontMetrics>
#include <QResizeEvent>
#include <algorithm>

namespace mend::ui {

// --- Header
// ------------------------------------------------------------------------------------------

namespace {

// What doesn't fit beside the page's name, as with large letters, stands below it: no word is torn.
class HeaderLine : public QHBoxLayout {
public:
    HeaderLine(const QString& title, QWidget* parent) : QHBoxLayout(parent), m_title(title) {}

    void setGeometry(const QRect& rect) override {
        const bool below = widthBeside() > rect.width();
        setDirection(below ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
        for (int i = 1; i < count(); ++i)
            itemAt(i)->setAlignment(below ? Qt::AlignLeading : Qt::AlignVCenter);
        QHBoxLayout::setGeometry(rect);
    }

private:
    int widthBeside() const {
        const QFontMetrics metrics(font(TextRole::Page));
        int widest = 0;
        for (const QString& word : m_title.split(u' '))
            widest = std::max(widest, metrics.horizontalAdvance(word));
        for (int i = 1; i < count(); ++i)
            if (!itemAt(i)->isEmpty())
                widest += spacing() + itemAt(i)->minimumSize().width();
        return widest;
    }

    QString m_title;
};

} // namespace

PageHeader::PageHeader(const QString& title, QWidget* parent)
    : QWidget(parent), m_line(new HeaderLine(title, this)),
      m_aside(new WrapLabel({}, TextRole::Body, this)) {
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(space::two);
    m_aside->setTone(&Tokens::inkSoft);
    m_aside->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    m_aside->hide();
    m_line->addWidget(new WrapLabel(title, TextRole::Page, this), 1);
    m_line->addWidget(m_aside, 0, Qt::AlignVCenter);
}

void PageHeader::setAside(const QString& text) {
    m_aside->setText(text);
    m_aside->setVisible(!text.isEmpty());
}

void PageHeader::addAction(QWidget* widget) {
    m_line->addWidget(widget, 0, Qt::AlignVCenter);
}

// --- Scroll
// ------------------------------------------------------------------------------------------

PageScroll::PageScroll(const QString& title, QWidget* parent)
    : QWidget(parent), m_header(new PageHeader(title)), m_body(new QVBoxLayout),
      m_notices(new QVBoxLayout), m_scroll(new QScrollArea(this)), m_content(new QWidget),
      m_column(new QWidget(m_content)), m_footLine(new QWidget(this)),
      m_foot(new QHBoxLayout(m_footLine)) {
    setAccessibleName(title);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    m_notices->setContentsMargins(space::three, space::one, space::three, 0);
    m_notices->setSpacing(space::one);
    whole->addLayout(m_notices);
    whole->addWidget(m_scroll, 1);
    whole->addWidget(m_footLine);

    auto* content = new QHBoxLayout(m_content);
    // With the notices' own margin: as far from the top as pages that don't scroll.
    content->setContentsMargins(space::three, space::two, space::three, space::three);
    content->addStretch(1);
    content->addWidget(m_column, 1000);
    content->addStretch(1);
    m_column->setMaximumWidth(widest);
    auto* column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::two);
    column->addWidget(m_header);
    column->addLayout(m_body);
    m_body->setSpacing(space::two);
    m_body->addStretch(1);

    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(title);
    m_scroll->setWidget(m_content);
    m_foot->setContentsMargins(space::three, space::one, space::three, space::two);
    m_footLine->hide();
    m_scroll->viewport()->installEventFilter(this);
}

void PageScroll::add(QWidget* widget) {
    m_body->insertWidget(m_body->count() - 1, widget);
}

void PageScroll::add(QLayout* layout) {
    m_body->insertLayout(m_body->count() - 1, layout);
}

void PageScroll::setFoot(QWidget* foot) {
    while (QLayoutItem* old = m_foot->takeAt(0)) {
        delete old->widget();
        delete old;
    }
    m_footLine->setVisible(foot != nullptr);
    if (!foot)
        return;
    foot->setMaximumWidth(widest);
    m_foot->addWidget(foot);
}

bool PageScroll::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        centre();
    return QWidget::eventFilter(watched, event);
}

// Keys reach what scrolls from a stop within it; a page that is only read is a stop itself.
void PageScroll::showEvent(QShowEvent* event) {
    m_scroll->setFocusPolicy(tabStops(*m_content).isEmpty() ? Qt::TabFocus : Qt::NoFocus);
    QWidget::showEvent(event);
}

// The column takes what there is, so that text has its true height for this width.
void PageScroll::centre() {
    const int room = m_scroll->viewport()->width() - 2 * space::three;
    m_column->setMinimumWidth(std::min(room, int(widest)));
    // What does not scroll stands above and below the column, and leaves the scroll bar's room
    // free.
    const int beside = space::three + std::max(0, room - widest) / 2;
    const int bar = m_scroll->width() - m_scroll->viewport()->width();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    for (QLayout* fixed : {static_cast<QLayout*>(m_foot), static_cast<QLayout*>(m_notices)}) {
        QMargins margins = fixed->contentsMargins();
        margins.setLeft(beside + (mirrored ? bar : 0));
        margins.setRight(beside + (mirrored ? 0 : bar));
        fixed->setContentsMargins(margins);
    }
}

// --- Two columns
// -------------------------------------------------------------------------------------

TwoColumns::TwoColumns(QWidget* parent, Share share)
    : QWidget(parent), m_share(share), m_box(new QBoxLayout(QBoxLayout::TopToBottom, this)),
      m_main(new QVBoxLayout), m_side(new QVBoxLayout) {
    m_box->setContentsMargins(0, 0, 0, 0);
    m_box->setSpacing(space::two);
    for (QVBoxLayout* column : {m_main, m_side}) {
        column->setSpacing(space::two);
        // At the top by what follows: alignment would give it the height of its widest lines.
        auto* above = new QVBoxLayout;
        above->addLayout(column);
        above->addStretch(1);
        m_box->addLayout(above);
    }
}

bool TwoColumns::isOneColumn() const {
    return m_box->direction() == QBoxLayout::TopToBottom;
}

// Large letters may need the whole width, however wide the window is.
void TwoColumns::arrange() {
    const int needed =
        m_main->minimumSize().width() + m_box->spacing() + m_side->minimumSize().width();
    const bool one = width() < breakpoint || width() < needed;
    m_box->setDirection(one ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    // Beside each other they share the width; below each other the heights are their own.
    m_box->setStretch(0, one ? 0 : m_share == Share::TwoToOne ? 2 : 1);
    m_box->setStretch(1, one ? 0 : 1);
}

bool TwoColumns::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::event(event);
}

void TwoColumns::resizeEvent(QResizeEvent* event) {
    arrange();
    QWidget::resizeEvent(event);
}

} // namespace mend::ui
