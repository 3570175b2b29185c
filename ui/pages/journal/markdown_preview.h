#pragma once
// Markdown as it reads, and nothing more: nothing is loaded, from the network or from files; no
// HTML; links are shown and never opened; of a picture there is only its description.

#include <QTextEdit>

namespace mend::ui {

class MarkdownPreview : public QTextEdit {
    Q_OBJECT
public:
    explicit MarkdownPreview(QWidget* parent = nullptr);
    void setSource(const QString& markdown);

    QVariant loadResource(int type, const QUrl& name) override;

private:
    QTextDocument* m_shown = nullptr;
};

} // namespace mend::ui
