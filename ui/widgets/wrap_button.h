#pragma once
// A tick, or one of several to choose from, whose words go on below where there is no room for them
// on one line: as with large letters in a small window.

#include <QCheckBox>
#include <QRadioButton>

namespace mend::ui {

template <class Button>
class WrapButton : public Button {
public:
    explicit WrapButton(const QString& text, QWidget* parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool hitButton(const QPoint& position) const override;

private:
    bool isWrapped() const { return this->width() < this->sizeHint().width(); }
    int besideWords() const;
};

using WrapTick = WrapButton<QCheckBox>;
using WrapRadio = WrapButton<QRadioButton>;

} // namespace mend::ui
