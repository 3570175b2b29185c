// The sizes and places of MendStyle; its drawing is in mend_style.cpp.
#include "ui/theme/mend_style.h"

#include "ui/theme/button_kind.h"

#include <QAbstractSpinBox>
#include <QFocusFrame>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStyleOptionSlider>
#include <QTextEdit>
#include <algorithm>

namespace mend::ui {
namespace {

constexpr int arrowWidth = 32;     // Pixels at the end of a combo box or spin box.
constexpr int fieldPadding = 10;   // Pixels between a field's border and its text.
constexpr int shortestHandle = 32; // Pixels of a scroll bar, where it has them.
constexpr int ringReach = 4;       // Pixels: 2 of distance and 2 of ring.
constexpr int ringInset = 2;       // Pixels between a page's edge and the ring around it.

// What scrolls a page reaches to the window's edge: its ring lies within.
bool isAroundPage(const QStyleOption* option) {
    const auto* frame = option ? qobject_cast<const QFocusFrame*>(option->styleObject) : nullptr;
    return frame && qobject_cast<const QScrollArea*>(frame->widget());
}

QRect placed(const QStyleOption* option, const QRect& rect) {
    return QStyle::visualRect(option->direction, option->rect, rect);
}

/// The moving part of a scroll bar without arrows.
QRect scrollHandle(const QStyleOptionSlider& bar) {
    const bool upright = bar.orientation == Qt::Vertical;
    const int length = upright ? bar.rect.height() : bar.rect.width();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    const qint64 whole = range + std::max(1, bar.pageStep);
    const int size = range <= 0 ? length
                                : std::clamp(int(length * qint64(bar.pageStep) / whole),
                                             std::min(shortestHandle, length), length);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      std::max(0, length - size), bar.upsideDown);
    return upright ? QRect(bar.rect.left(), start, bar.rect.width(), size)
                   : QRect(start, bar.rect.top(), size, bar.rect.height());
}

QRect scrollPart(const QStyleOptionSlider& bar, QStyle::SubControl sub) {
    const QRect handle = scrollHandle(bar);
    QRect rect = bar.rect;
    const bool upright = bar.orientation == Qt::Vertical;
    switch (sub) {
    case QStyle::SC_ScrollBarSlider:
        return handle;
    case QStyle::SC_ScrollBarGroove:
        return rect;
    case QStyle::SC_ScrollBarSubPage:
        upright ? rect.setBottom(handle.top() - 1) : rect.setRight(handle.left() - 1);
        return rect;
    case QStyle::SC_ScrollBarAddPage:
        upright ? rect.setTop(handle.bottom() + 1) : rect.setLeft(handle.right() + 1);
        return rect;
    default:
        return {};
    }
}

} // namespace

QRect MendStyle::subElementRect(SubElement element, const QStyleOption* option,
                                const QWidget* widget) const {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    if (element == SE_LineEditContents) {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        const int pad = frame && frame->lineWidth > 0 ? fieldPadding - 2 : 0;
        return rect.adjusted(pad, 0, -pad, 0);
    }
    return rect;
}

QRect MendStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                SubControl sub, const QWidget* widget) const {
    const QRect all = option->rect;
    const QRect text = placed(option, all.adjusted(fieldPadding, 1, -arrowWidth, -1));
    const QRect arrow =
        placed(option, QRect(all.right() - arrowWidth + 1, all.top(), arrowWidth, all.height()));
    if (control == CC_ScrollBar)
        return scrollPart(*static_cast<const QStyleOptionSlider*>(option), sub);
    if (control == CC_ComboBox && sub == SC_ComboBoxEditField)
        return text;
    if (control == CC_ComboBox && sub == SC_ComboBoxArrow)
        return arrow;
    if (control == CC_SpinBox) {
        const auto* spin = static_cast<const QStyleOptionSpinBox*>(option);
        const bool plain = spin->buttonSymbols == QAbstractSpinBox::NoButtons;
        const int half = all.height() / 2;
        switch (sub) {
        case SC_SpinBoxEditField:
            return plain ? all.adjusted(fieldPadding, 1, -2, -1) : text;
        case SC_SpinBoxUp:
            return plain ? QRect() : arrow.adjusted(0, 0, 0, -half);
        case SC_SpinBoxDown:
            return plain ? QRect() : arrow.adjusted(0, half, 0, 0);
        default:
            return all;
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

QSize MendStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_PushButton: {
        const int height = std::max(controlHeight, size.height() + 16);
        if (buttonKind(widget) == ButtonKind::Link)
            return {size.width(), height};
        const int padding = buttonKind(widget) == ButtonKind::Quiet ? 12 : 18;
        return {std::max(size.width() + 2 * padding, 64), height};
    }
    case CT_LineEdit:
        return {result.width() + 2 * fieldPadding - 4, std::max(controlHeight, size.height() + 12)};
    case CT_ComboBox:
        return {size.width() + fieldPadding + arrowWidth + 4,
                std::max(controlHeight, size.height() + 12)};
    case CT_SpinBox:
        return {size.width() + 40,
                std::max(controlHeight, size.height())}; // room for its two buttons
    case CT_ToolButton:
        return result.expandedTo({32, 32});
    case CT_MenuItem: {
        const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {size.width(), 9};
        const int shortcut = item && item->text.contains(u'\t') ? 24 : 0;
        return {size.width() + 72 + shortcut, std::max(32, size.height() + 10)};
    }
    case CT_TabBarTab:
        return {result.width() + 8, 40};
    case CT_ProgressBar:
        return {size.width(), 16};
    case CT_ItemViewItem:
        return {result.width() + 8, std::max(32, result.height())};
    default:
        return result;
    }
}

int MendStyle::pixelMetric(PixelMetric metric, const QStyleOption* option,
                           const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 18;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return space::one;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return shortestHandle;
    case PM_DefaultFrameWidth:
        if (qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget))
            return 4;
        return QProxyStyle::pixelMetric(metric, option, widget);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return isAroundPage(option) ? -ringInset : ringReach;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ButtonDefaultIndicator:
        return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_LineEditIconSize:
        return iconSize;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return space::half;
    case PM_MenuHMargin:
        return 0;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::one;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin:
        return space::two;
    case PM_TabBarTabHSpace:
        return space::three;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int MendStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* returnData) const {
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_UnderlineShortcut:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    // In the window, not in the parent: a parent without margins would cut the ring off.
    case SH_FocusFrame_AboveWidget:
        return 1;
    // Milliseconds of Qt's own fades.
    case SH_Widget_Animation_Duration:
        return m_motion ? fadeTime : 0;
    case SH_Widget_Animate:
        return m_motion ? 1 : 0;
    case SH_ScrollBar_ContextMenu:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace mend::ui
