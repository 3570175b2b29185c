#include "ui/pages/journal/markdown_preview.h"

#include <QImage>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QUrl>
#include <utility>
#include <vector>

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

struct Picture {
    int from;
    int length;
    QString words;
};

std::vector<Picture> picturesOf(const QTextDocument& document) {
    std::vector<Picture> pictures;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto part = block.begin(); !part.atEnd(); ++part)
            if (const QTextFragment fragment = part.fragment();
                fragment.charFormat().isImageFormat())
                pictures.push_back(
                    {fragment.position(), fragment.length(),
                     fragment.charFormat().stringProperty(QTextFormat::ImageAltText)});
    return pictures;
}

// From the last on: the places of those before it stay.
void replacePictures(QTextDocument& document) {
    const std::vector<Picture> pictures = picturesOf(document);
    QTextCursor cursor(&document);
    for (auto picture = pictures.rbegin(); picture != pictures.rend(); ++picture) {
        cursor.setPosition(picture->from);
        cursor.setPosition(picture->from + picture->length, QTextCursor::KeepAnchor);
        cursor.insertText(picture->words.isEmpty()
                              ? MarkdownPreview::tr("(picture)")
                              : MarkdownPreview::tr("(picture: %1)").arg(picture->words),
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
