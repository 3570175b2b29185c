#include "ui/pages/journal/markdown_preview.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextDocument>
#include <QUrl>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

bool hasPicture(const QTextDocument& document) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto part = block.begin(); !part.atEnd(); ++part)
            if (part.fragment().charFormat().isImageFormat())
                return true;
    return false;
}

TEST(MarkdownPreview, ShowsMarkdownAsItReads) {
    MarkdownPreview preview;
    preview.setSource(QStringLiteral("# A day\n\n*softly*\n\n- one\n- two"));
    EXPECT_EQ(preview.toPlainText(), QStringLiteral("A day\nsoftly\none\ntwo"));
    EXPECT_TRUE(preview.isReadOnly());
}

TEST(MarkdownPreview, LoadsNoPictureFromAnywhere) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("red.png"));
    QImage red(40, 40, QImage::Format_RGB32);
    red.fill(Qt::red);
    ASSERT_TRUE(red.save(path));
    for (const QString& source : {path, QUrl::fromLocalFile(path).toString(),
                                  QStringLiteral("http://127.0.0.1:9/red.png")}) {
        MarkdownPreview preview;
        preview.resize(300, 200);
        preview.setSource(QStringLiteral("before ![a dog](%1) after").arg(source));
        EXPECT_FALSE(hasPicture(*preview.document()));
        EXPECT_EQ(preview.toPlainText(), QStringLiteral("before (picture: a dog) after"));
        const QImage shown = preview.grab().toImage();
        for (int y = 0; y < shown.height(); ++y)
            for (int x = 0; x < shown.width(); ++x)
                ASSERT_NE(shown.pixel(x, y), qRgb(255, 0, 0));
        // Whoever asks the document or the view gets nothing of the file.
        const auto image = preview.document()
                               ->resource(QTextDocument::ImageResource, QUrl::fromLocalFile(path))
                               .value<QImage>();
        EXPECT_LE(image.width(), 1);
    }
}

TEST(MarkdownPreview, TakesNoHtmlAndOpensNoLink) {
    MarkdownPreview preview;
    preview.setSource(
        QStringLiteral("a <b>bold</b> [link](http://127.0.0.1:9/x) <script>x</script>"));
    EXPECT_FALSE(preview.textInteractionFlags() & Qt::LinksAccessibleByMouse);
    EXPECT_FALSE(preview.textInteractionFlags() & Qt::LinksAccessibleByKeyboard);
    EXPECT_TRUE(preview.toPlainText().contains(QStringLiteral("link")));
    EXPECT_TRUE(preview.toPlainText().contains(QStringLiteral("<b>")));
}

} // namespace
} // namespace mend::ui
