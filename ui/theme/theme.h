#pragma once
// The look of the running program: which scheme, how much motion. One object, made by main() and
// passed on; it gives the QApplication its style, palette and font, and changes them at run time.

#include "ui/theme/tokens.h"

#include <QObject>
#include <QPointer>

class QApplication;
class QWidget;

namespace mend::ui {

class FocusRing;
class MendStyle;
class SystemLook;

enum class LookChoice { System, Light, Dark };
enum class MotionChoice { System, Off };

class Theme : public QObject {
    Q_OBJECT
public:
    /// Gives `app` Mend's style at once (light until the system has answered).
    explicit Theme(QApplication& app, QObject* parent = nullptr);
    ~Theme() override;

    void choose(LookChoice choice);
    void choose(MotionChoice choice);
    LookChoice lookChoice() const { return m_lookChoice; }
    MotionChoice motionChoice() const { return m_motionChoice; }

    Look look() const;
    bool motion() const;

    /// Starts asking the system and following its answers; never waits for it.
    void followSystem();

private:
    void apply();

    QApplication& m_app;
    QPointer<MendStyle> m_style; ///< owned by the application
    SystemLook* m_system;
    FocusRing* m_ring;
    LookChoice m_lookChoice = LookChoice::System;
    MotionChoice m_motionChoice = MotionChoice::System;
};

/// The tokens a widget is to be painted with: those of its MendStyle, else of the application's,
/// else those that suit its palette. `widget` may be null.
const Tokens& tokensOf(const QWidget* widget);

} // namespace mend::ui
