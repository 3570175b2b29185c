#include "ui/widgets/code_field.h"

#include "ui/theme/type.h"

#include <QFontMetrics>
#include <QSignalBlocker>
#include <QStringList>
#include <algorithm>

namespace mend::ui {
namespace {

constexpr int groupSize = 3;

/// The digits of any script as 0–9, nine at most.
QString digitsOf(const QString& text) {
    QString digits;
    for (const QChar c : text)
        if (c.isDigit() && digits.size() < codeDigits)
            digits += QChar(u'0' + c.digitValue());
    return digits;
}

QFont codeFont() {
    QFont result = font(TextRole::Page);
    result.setLetterSpacing(QFont::AbsoluteSpacing, 2);
    return result;
}

/// Where the cursor belongs so that as many digits are before it.
int positionAfter(const QString& grouped, int digits) {
    int at = 0;
    while (at < grouped.size() && digits > 0) {
        if (grouped.at(at).isDigit())
            --digits;
        ++at;
    }
    return at;
}

} // namespace

QString groupedCode(const QString& text) {
    const QString digits = digitsOf(text);
    QStringList groups;
    for (qsizetype i = 0; i < digits.size(); i += groupSize)
        groups += digits.mid(i, groupSize);
    return groups.join(u' ');
}

CodeField::CodeField(QWidget* parent) : QLineEdit(parent) {
    setFont(codeFont());
    setAlignment(Qt::AlignCenter);
    // Numbers are read from left to right in every language.
    setLayoutDirection(Qt::LeftToRight);
    setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhNoPredictiveText);
    setAccessibleName(tr("Code of nine digits"));
    setPlaceholderText(QStringLiteral("000 000 000"));
    setMinimumHeight(sizeHint().height());
    connect(this, &QLineEdit::textChanged, this, &CodeField::regroup);
}

QString CodeField::code() const {
    return digitsOf(text());
}

bool CodeField::isComplete() const {
    return code().size() == codeDigits;
}

QSize CodeField::sizeHint() const {
    const QFontMetrics metrics(font());
    return {metrics.horizontalAdvance(QStringLiteral("000 000 0000")) + 32, metrics.height() + 20};
}

void CodeField::regroup(const QString& text) {
    const QString grouped = groupedCode(text);
    if (grouped != text) {
        const int before = int(digitsOf(text.left(cursorPosition())).size());
        // Sets the text once more and so comes back here with what is grouped.
        setText(grouped);
        setCursorPosition(positionAfter(grouped, before));
    }
}

CodeDisplay::CodeDisplay(QWidget* parent) : QLabel(parent) {
    setFont(codeFont());
    setTextFormat(Qt::PlainText);
    setAlignment(Qt::AlignCenter);
    setLayoutDirection(Qt::LeftToRight);
}

void CodeDisplay::setCode(const QString& code) {
    setText(groupedCode(code));
    QStringList groups;
    for (const QString& group : text().split(u' ', Qt::SkipEmptyParts)) {
        QStringList digits;
        for (const QChar digit : group)
            digits += QString(digit);
        groups += digits.join(u' ');
    }
    setAccessibleName(groups.join(QStringLiteral(", ")));
}

} // namespace mend::ui
