#include "ui/pages/journal/markdown_preview.h"

#include <QImage>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QUrl>
#include <utility>

namespace mend::ui {

namespace {

// An empty answer would send QTextDocument to look for a file of that name itself.
QVariant nothing(int type) {
    if (type != QTextDocument::ImageResource)
        return QByteArray();
    QImage image(1, 1, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    return image;
}

class ClosedDocument : public QTextDocument {
public:
    using QTextDocument::QTextDocument;

protected:
    QVariant loadResource(int type, const QUrl&) override { return nothing(type); }
};

// The place of the first picture in the document; none: no selection.
QTextCursor firstPicture(QTextDocument& document) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto part = block.begin(); !part.atEnd(); ++part)
            if (const QTextFragment fragment = part.fragment();
                fragment.charFormat().isImageFormat()) {
                QTextCursor cursor(&document);
                cursor.setPosition(fragment.position());
                cursor.setPosition(fragment.position() + fragment.length(),
                                   QTextCursor::KeepAnchor);
                return cursor;
            }
    return QTextCursor();
}

void replacePictures(QTextDocument& document) {
    for (QTextCursor at = firstPicture(document); !at.isNull(); at = firstPicture(document)) {
        const QTextImageFormat picture = at.charFormat().toImageFormat();
        const QString words = picture.stringProperty(QTextFormat::ImageAltText);
        at.insertText(words.isEmpty() ? MarkdownPreview::tr("(picture)")
                                      : MarkdownPreview::tr("(picture: %1)").arg(words),
                      QTextCharFormat());
    }
}

} // namespace

MarkdownPreview::MarkdownPreview(QWidget* parent) : QTextEdit(parent) {
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setAccessibleName(tr("Preview"));
}

void MarkdownPreview::setSource(const QString& markdown) {
    auto* document = new ClosedDocument(this);
    document->setDefaultFont(font());
    document->setMarkdown(markdown,
                          QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub |
                                                          QTextDocument::MarkdownNoHTML));
    replacePictures(*document);
    setDocument(document);
    delete std::exchange(m_shown, document);
}

QVariant MarkdownPreview::loadResource(int type, const QUrl&) {
    return nothing(type);
}

} // namespace mend::ui
