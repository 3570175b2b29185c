#pragma once
// Fusion, drawn with Mend's tokens: a proxy style instead of a large stylesheet, so every standard
// widget looks right by itself. Knows its tokens; widgets ask through tokensOf().

#include "ui/theme/tokens.h"

#include <QProxyStyle>

namespace mend::ui {

QPalette palette(const Tokens& t);

class MendStyle : public QProxyStyle {
    Q_OBJECT
public:
    MendStyle();

    const Tokens& tokens() const { return ui::tokens(m_look); }
    bool motion() const { return m_motion; }
    void setLook(Look look) { m_look = look; }
    void setMotion(bool motion) { m_motion = motion; }

    void polish(QWidget* widget) override;
    void unpolish(QWidget* widget) override;
    void polish(QPalette& palette) override;
    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    QPalette standardPalette() const override;

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                     const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                            QPainter* painter, const QWidget* widget) const override;
    QRect subElementRect(SubElement element, const QStyleOption* option,
                         const QWidget* widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                         const QWidget* widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                           const QWidget* widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption* option,
                    const QWidget* widget) const override;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption* option,
                       const QWidget* widget) const override;

private:
    Look m_look = Look::Light;
    bool m_motion = true;
};

} // namespace mend::ui
