#include "ui/theme/mend_style.h"

#include "ui/theme/control_painter.h"
#include "ui/theme/fills.h"
#include "ui/theme/icons.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTextEdit>

namespace mend::ui {
namespace {

bool isTextArea(const QWidget* widget) {
    return qobject_cast<const QTextEdit*>(widget) || qobject_cast<const QPlainTextEdit*>(widget);
}

bool answersPointer(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QLineEdit*>(widget) ||
           qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QAbstractSpinBox*>(widget) || qobject_cast<const QTabBar*>(widget) ||
           widget->inherits("QScrollBar");
}

template <class Option>
const Option& as(const QStyleOption* option) {
    return *static_cast<const Option*>(option);
}

} // namespace

QPalette palette(const Tokens& t) {
    QPalette p;
    const auto both = [&p](QPalette::ColorRole role, const QColor& color) {
        p.setColor(QPalette::All, role, color);
    };
    both(QPalette::Window, t.paper);
    both(QPalette::WindowText, t.ink);
    both(QPalette::Base, t.surface);
    both(QPalette::AlternateBase, t.paper);
    both(QPalette::Text, t.ink);
    both(QPalette::Button, t.surface);
    both(QPalette::ButtonText, t.ink);
    both(QPalette::BrightText, t.ink);
    both(QPalette::PlaceholderText, t.inkSoft);
    both(QPalette::ToolTipBase, t.surface);
    both(QPalette::ToolTipText, t.ink);
    both(QPalette::Highlight, selectionFill(t));
    both(QPalette::HighlightedText, t.ink);
    both(QPalette::Link, t.you);
    both(QPalette::LinkVisited, t.you);
    both(QPalette::Light, mix(t.surface, t.paper, 0.5));
    both(QPalette::Midlight, t.line);
    both(QPalette::Mid, t.line);
    both(QPalette::Dark, t.fieldBorder);
    both(QPalette::Shadow, t.inkSoft);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, mix(t.surface, t.ink, 0.45));
    return p;
}

MendStyle::MendStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void MendStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (answersPointer(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto* view = qobject_cast<QAbstractItemView*>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
    // The rounded field is painted by the frame; its viewport must not paint square corners over
    // it.
    if (auto* area = qobject_cast<QAbstractScrollArea*>(widget); area && isTextArea(widget))
        area->viewport()->setAutoFillBackground(false);
}

void MendStyle::unpolish(QWidget* widget) {
    if (auto* area = qobject_cast<QAbstractScrollArea*>(widget); area && isTextArea(widget))
        area->viewport()->setAutoFillBackground(true);
    QProxyStyle::unpolish(widget);
}

void MendStyle::polish(QPalette& colors) {
    colors = ui::palette(tokens());
}

QPalette MendStyle::standardPalette() const {
    return ui::palette(tokens());
}

void MendStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option,
                              QPainter* painter, const QWidget* widget) const {
    const Tokens& t = tokens();
    switch (element) {
    case PE_PanelButtonCommand:
        paintButton(*painter, *option, buttonKind(widget), t);
        return;
    case PE_PanelButtonTool:
        paintToolButton(*painter, *option, t);
        return;
    case PE_PanelLineEdit:
        if (as<QStyleOptionFrame>(option).lineWidth > 0)
            paintField(*painter, *option, t);
        return;
    case PE_FrameLineEdit:
        return; // drawn with its panel
    case PE_Frame:
        if (isTextArea(widget))
            paintField(*painter, *option, t);
        else
            paintBox(*painter, option->rect, radius::control, {}, t.line);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        paintCheck(*painter, *option, t);
        return;
    case PE_IndicatorRadioButton:
        paintRadio(*painter, *option, t);
        return;
    case PE_PanelItemViewItem:
        paintItem(*painter, as<QStyleOptionViewItem>(option), t);
        return;
    case PE_PanelItemViewRow:
        return;             // the item paints itself
    case PE_FrameFocusRect: // others wear the ring (FocusRing)
        if (qobject_cast<const QTabBar*>(widget) && option->state & State_KeyboardFocusChange)
            paintBox(*painter, option->rect, radius::control, {}, t.you, 2.0);
        return;
    case PE_PanelTipLabel:
    case PE_FrameMenu:
        painter->fillRect(option->rect, t.surface);
        paintBox(*painter, option->rect, 1, {}, t.fieldBorder);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, t.surface);
        return;
    case PE_FrameTabBarBase:
        painter->fillRect(option->rect.adjusted(0, option->rect.height() - 1, 0, 0), t.line);
        return;
    case PE_FrameTabWidget:
        return;
    case PE_IndicatorArrowDown:
        paintChevron(*painter, option->rect, Qt::DownArrow, t.inkSoft);
        return;
    case PE_IndicatorArrowUp:
        paintChevron(*painter, option->rect, Qt::UpArrow, t.inkSoft);
        return;
    case PE_IndicatorArrowLeft:
        paintChevron(*painter, option->rect, Qt::LeftArrow, t.inkSoft);
        return;
    case PE_IndicatorArrowRight:
        paintChevron(*painter, option->rect, Qt::RightArrow, t.inkSoft);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void MendStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const {
    const Tokens& t = tokens();
    switch (element) {
    case CE_PushButtonLabel: {
        QStyleOptionButton copy = as<QStyleOptionButton>(option);
        const QColor color = buttonText(*option, buttonKind(widget), t);
        copy.palette.setColor(QPalette::All, QPalette::ButtonText, color);
        QFont font = painter->font();
        font.setUnderline(isUnderlined(*option, buttonKind(widget)));
        painter->setFont(font);
        // Beside an icon, Qt mirrors where the words stand, and the painter would do it again.
        const Qt::LayoutDirection before = painter->layoutDirection();
        if (!copy.icon.isNull())
            painter->setLayoutDirection(Qt::LeftToRight);
        QProxyStyle::drawControl(element, &copy, painter, widget);
        painter->setLayoutDirection(before);
        return;
    }
    case CE_TabBarTabShape:
        paintTab(*painter, as<QStyleOptionTab>(option), t);
        return;
    case CE_TabBarTabLabel: {
        QStyleOptionTab copy = as<QStyleOptionTab>(option);
        const QColor color = option->state & State_Selected ? t.ink : t.inkSoft;
        copy.palette.setColor(QPalette::All, QPalette::WindowText, color);
        QProxyStyle::drawControl(element, &copy, painter, widget);
        return;
    }
    case CE_FocusFrame:
        paintFocusRing(*painter, option->rect, t);
        return;
    case CE_MenuItem:
        paintMenuItem(*painter, as<QStyleOptionMenuItem>(option), t);
        return;
    case CE_ProgressBar:
        paintProgress(*painter, as<QStyleOptionProgressBar>(option), t);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void MendStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                   QPainter* painter, const QWidget* widget) const {
    const Tokens& t = tokens();
    const auto part = [&](SubControl sub) {
        return proxy()->subControlRect(control, option, sub, widget);
    };
    switch (control) {
    case CC_ComboBox:
        if (as<QStyleOptionComboBox>(option).frame)
            paintField(*painter, *option, t);
        paintChevron(*painter, part(SC_ComboBoxArrow), Qt::DownArrow, t.inkSoft);
        return;
    case CC_SpinBox:
        paintField(*painter, *option, t);
        if (as<QStyleOptionSpinBox>(option).buttonSymbols != QAbstractSpinBox::NoButtons) {
            paintChevron(*painter, part(SC_SpinBoxUp).adjusted(0, 2, 0, 0), Qt::UpArrow, t.inkSoft);
            paintChevron(*painter, part(SC_SpinBoxDown).adjusted(0, -2, 0, 0), Qt::DownArrow,
                         t.inkSoft);
        }
        return;
    case CC_ToolButton: {
        // What opens a menu at once has an icon that says so; Fusion's small arrow would stand
        // beside it.
        auto plain = as<QStyleOptionToolButton>(option);
        if (!plain.features.testFlag(QStyleOptionToolButton::MenuButtonPopup))
            plain.features.setFlag(QStyleOptionToolButton::HasMenu, false);
        QProxyStyle::drawComplexControl(control, &plain, painter, widget);
        return;
    }
    case CC_ScrollBar:
        paintScrollBar(*painter, as<QStyleOptionSlider>(option), part(SC_ScrollBarSlider), t);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QIcon MendStyle::standardIcon(StandardPixmap pixmap, const QStyleOption* option,
                              const QWidget* widget) const {
    switch (pixmap) {
    case SP_LineEditClearButton:
        return icon(IconName::Close);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return icon(IconName::Info, &Tokens::you);
    case SP_MessageBoxWarning:
    case SP_MessageBoxCritical:
        return icon(IconName::Warning, &Tokens::attention);
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

} // namespace mend::ui
