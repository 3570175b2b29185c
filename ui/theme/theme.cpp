#include "ui/theme/theme.h"

#include "ui/theme/focus_ring.h"
#include "ui/theme/mend_style.h"
#include "ui/theme/system_look.h"
#include "ui/theme/type.h"

#include <QApplication>
#include <QWidget>

namespace mend::ui {
namespace {

const MendStyle* styleOf(const QWidget* widget) {
    if (widget)
        if (const auto* own = qobject_cast<const MendStyle*>(widget->style()))
            return own;
    return qobject_cast<const MendStyle*>(QApplication::style());
}

} // namespace

Theme::Theme(QApplication& app, QObject* parent)
    : QObject(parent), m_app(app), m_style(new MendStyle), m_system(new SystemLook(this)),
      m_ring(new FocusRing(this)) {
    m_app.setStyle(m_style);
    m_app.setFont(font(TextRole::Body));
    m_app.setPalette(palette(m_style->tokens()));
    connect(m_system, &SystemLook::changed, this, &Theme::apply);
}

Theme::~Theme() = default;

void Theme::followSystem() {
    m_system->start();
}

void Theme::choose(LookChoice choice) {
    m_lookChoice = choice;
    apply();
}

void Theme::choose(MotionChoice choice) {
    m_motionChoice = choice;
    apply();
}

Look Theme::look() const {
    switch (m_lookChoice) {
    case LookChoice::Light:
        return Look::Light;
    case LookChoice::Dark:
        return Look::Dark;
    case LookChoice::System:
        break;
    }
    return m_system->look();
}

bool Theme::motion() const {
    return m_motionChoice == MotionChoice::System && m_system->motion();
}

void Theme::apply() {
    if (!m_style)
        return;
    m_style->setMotion(motion());
    if (m_style->tokens().look == look())
        return;
    m_style->setLook(look());
    // A new palette reaches every widget as PaletteChange, and repaints it.
    m_app.setPalette(palette(m_style->tokens()));
}

const Tokens& tokensOf(const QWidget* widget) {
    if (const MendStyle* style = styleOf(widget))
        return style->tokens();
    const QPalette colors = widget ? widget->palette() : QApplication::palette();
    return tokens(luminance(colors.color(QPalette::Window)) < 0.2 ? Look::Dark : Look::Light);
}

} // namespace mend::ui
