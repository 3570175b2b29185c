#pragma once
// A field for more than a line: grows with what is written up to a limit, then scrolls. Plain text.
// Says when the text no longer fits into its byte limit; never cuts what somebody wrote.

#include <QTextEdit>

namespace mend::ui {

class GrowingTextEdit : public QTextEdit {
    Q_OBJECT
public:
    /// `name` is the accessible name.
    explicit GrowingTextEdit(const QString& name, QWidget* parent = nullptr);

    QString text() const { return toPlainText(); }
    /// Replaces the text; not an edit, and nothing to undo.
    void setText(const QString& text);

    /// Lines shown when empty, and at most.
    void setLines(int fewest, int most);
    /// Bytes of UTF-8; 0 is no limit.
    void setByteLimit(qsizetype bytes);
    bool isOverLimit() const { return m_overLimit; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// The person changed it.
    void edited(const QString& text);
    void overLimitChanged(bool over);
    /// Ctrl+Enter.
    void submitted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void onTextChanged();
    void applyLineHeight();
    void fitHeight();
    int writtenUpTo(int height) const; ///< more than `height` where there is more
    int heightOfLines(int lines) const;

    int m_fewest = 2;
    int m_most = 10;
    qsizetype m_byteLimit = 0;
    bool m_overLimit = false;
    bool m_setting = false;
};

} // namespace mend::ui
