#include "ui/widgets/scale_slider_access.h"

#include "ui/widgets/scale_slider.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <algorithm>

namespace mend::ui {

namespace {

class ScaleSliderAccess final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit ScaleSliderAccess(ScaleSlider* slider)
        : QAccessibleWidget(slider, QAccessible::Slider) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text type) const override {
        return type == QAccessible::Value ? slider()->valueText() : QAccessibleWidget::text(type);
    }
    QVariant currentValue() const override {
        return slider()->value().value_or(ScaleSlider::lowest);
    }
    void setCurrentValue(const QVariant& value) override { slider()->setValue(value.toInt()); }
    QVariant maximumValue() const override { return ScaleSlider::highest; }
    QVariant minimumValue() const override { return ScaleSlider::lowest; }
    QVariant minimumStepSize() const override { return 1; }

private:
    ScaleSlider* slider() const { return static_cast<ScaleSlider*>(widget()); }
};

QAccessibleInterface* make(const QString&, QObject* object) {
    auto* slider = qobject_cast<ScaleSlider*>(object);
    return slider ? new ScaleSliderAccess(slider) : nullptr;
}

} // namespace

void installScaleSliderAccess() {
    static const bool installed = [] {
        QAccessible::installFactory(&make);
        return true;
    }();
    Q_UNUSED(installed);
}

} // namespace mend::ui
