#include "ui/widgets/growing_text_edit.h"

#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <QAbstractTextDocumentLayout>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QtMath>
#include <algorithm>

namespace mend::ui {
namespace {

constexpr int usualWidth = 320; // Pixels.
constexpr int narrowest = 96;   // Pixels.

double lineOf(const QFont& font) {
    return lineHeight(TextRole::Body) * QFontInfo(font).pixelSize();
}

bool fits(const QString& text, qsizetype bytes) {
    // One unit of UTF-16 takes three bytes of UTF-8 at most: most texts need no counting.
    return bytes <= 0 || text.size() * 3 <= bytes || text.toUtf8().size() <= bytes;
}

} // namespace

GrowingTextEdit::GrowingTextEdit(const QString& name, QWidget* parent) : QTextEdit(parent) {
    setAccessibleName(name);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(space::one);
    applyLineHeight();
    connect(this, &QTextEdit::textChanged, this, &GrowingTextEdit::onTextChanged);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &GrowingTextEdit::fitHeight);
}

void GrowingTextEdit::setText(const QString& text) {
    const QScopedValueRollback<bool> setting(m_setting, true);
    setPlainText(text);
    applyLineHeight();
}

void GrowingTextEdit::setLines(int fewest, int most) {
    m_fewest = std::max(1, fewest);
    m_most = std::max(m_fewest, most);
    fitHeight();
}

void GrowingTextEdit::setByteLimit(qsizetype bytes) {
    m_byteLimit = bytes;
    const QScopedValueRollback<bool> setting(m_setting, true);
    onTextChanged();
}

QSize GrowingTextEdit::sizeHint() const {
    const int most = heightOfLines(m_most);
    return {usualWidth, std::clamp(writtenUpTo(most), heightOfLines(m_fewest), most)};
}

QSize GrowingTextEdit::minimumSizeHint() const {
    return {narrowest, sizeHint().height()};
}

void GrowingTextEdit::resizeEvent(QResizeEvent* event) {
    QTextEdit::resizeEvent(event);
    fitHeight();
}

void GrowingTextEdit::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() & Qt::ControlModifier) {
        event->accept();
        Q_EMIT submitted();
        return;
    }
    // In an empty paragraph with a line height, Qt takes Enter as a wish to lose the height, and
    // adds no line.
    if (!isReadOnly() && event == QKeySequence::InsertParagraphSeparator) {
        event->accept();
        textCursor().insertBlock();
        ensureCursorVisible();
        return;
    }
    QTextEdit::keyPressEvent(event);
}

void GrowingTextEdit::changeEvent(QEvent* event) {
    QTextEdit::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    const QScopedValueRollback<bool> setting(m_setting, true);
    applyLineHeight();
    fitHeight();
}

void GrowingTextEdit::onTextChanged() {
    const QString written = text();
    const bool over = !fits(written, m_byteLimit);
    if (over != m_overLimit) {
        m_overLimit = over;
        Q_EMIT overLimitChanged(over);
    }
    if (!m_setting)
        Q_EMIT edited(written);
}

// New paragraphs inherit the height, so it is only set for a new text or font. It is not something
// to undo, and QTextDocument can leave it out of the history only by forgetting the history.
void GrowingTextEdit::applyLineHeight() {
    const double height = 100.0 * lineOf(font()) / QFontMetricsF(font()).height();
    const QTextBlockFormat now = document()->firstBlock().blockFormat();
    if (now.lineHeightType() == QTextBlockFormat::ProportionalHeight &&
        qFuzzyCompare(now.lineHeight(), height))
        return;
    QTextBlockFormat format;
    format.setLineHeight(height, QTextBlockFormat::ProportionalHeight);
    document()->setUndoRedoEnabled(false);
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
    document()->setUndoRedoEnabled(true);
}

// Only as far down as it matters: asked for its whole size, a document lays out every paragraph
// there and then, at each change of its width, which a long text is seconds of.
int GrowingTextEdit::writtenUpTo(int height) const {
    double bottom = 0;
    for (QTextBlock block = document()->firstBlock(); block.isValid() && bottom <= height;
         block = block.next())
        bottom = document()->documentLayout()->blockBoundingRect(block).bottom();
    return qCeil(bottom + document()->documentMargin()) + 2 * frameWidth();
}

void GrowingTextEdit::fitHeight() {
    const int most = heightOfLines(m_most);
    const bool scrolls = writtenUpTo(most) > most;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    updateGeometry();
}

int GrowingTextEdit::heightOfLines(int lines) const {
    return qCeil(lines * lineOf(font()) + 2 * document()->documentMargin()) + 2 * frameWidth();
}

} // namespace mend::ui
