#pragma once
// One scale of a check-in, 0 to 10, unset until touched: nobody answers by leaving it alone.
// Click, drag or keys set it (arrows, digits, Home, End); Delete, Backspace or the small button
// unset it. To the accessibility bus it is a slider whose text is "not set" or the number.

#include "ui/theme/tokens.h"

#include <QWidget>
#include <optional>

class QToolButton;

namespace mend::ui {

class ScaleSlider : public QWidget {
    Q_OBJECT
public:
    static constexpr int lowest = 0;
    static constexpr int highest = 10;

    /// `name` is what is asked: "Safe". Also the accessible name.
    explicit ScaleSlider(const QString& name, QWidget* parent = nullptr);

    QString name() const { return m_name; }
    /// What 0 and 10 mean: "not at all", "fully".
    void setEndLabels(const QString& low, const QString& high);

    std::optional<int> value() const { return m_value; }
    /// Values outside the scale are brought to its nearer end.
    void setValue(std::optional<int> value);
    void clear() { setValue(std::nullopt); }
    /// "not set", or the number.
    QString valueText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By the person or by setValue().
    void valueChanged(std::optional<int> value);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void step(int by);
    void describe();
    void placeClearButton();
    QRect track() const; ///< from the middle of 0 to the middle of 10
    double positionOf(int value) const;
    int valueAt(double x) const;
    void paintTrack(QPainter& painter) const;
    void paintTexts(QPainter& painter) const;

    QString m_name;
    QString m_low;
    QString m_high;
    std::optional<int> m_value;
    QToolButton* m_clear;
};

} // namespace mend::ui
