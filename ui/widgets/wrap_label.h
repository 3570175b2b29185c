#pragma once
// Text that wraps at no more than 70 characters a line, with the role's line height and a true
// height for its width. Plain text only: what a partner wrote is never taken as markup.

#include "ui/theme/tokens.h"
#include "ui/theme/type.h"

#include <QLabel>

namespace mend::ui {

class WrapLabel : public QLabel {
    Q_OBJECT
public:
    /// Characters a line, measured as the font's average width.
    static constexpr int longestLine = 70;

    explicit WrapLabel(const QString& text = {}, TextRole role = TextRole::Body,
                       QWidget* parent = nullptr);

    TextRole role() const { return m_role; }
    void setTone(Tone tone);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int widestLine() const;
    /// Lays the text out; paints it when a painter is given. Returns width and height used.
    QSizeF lay(double width, QPainter* painter) const;

    TextRole m_role;
    Tone m_tone = nullptr; ///< null: by role
};

} // namespace mend::ui
