#pragma once
// That something was begun and isn't saved yet. Whoever unlocks may not be alone in the room: its
// words come back once they are asked for.

#include <QWidget>

class QPushButton;

namespace mend::ui {

class BegunLine : public QWidget {
    Q_OBJECT
public:
    /// `button`: its name, for who doesn't see what stands around it.
    explicit BegunLine(const QString& button, QWidget* parent = nullptr);
    /// What it belongs to, where there are several of them.
    void setAbout(const QString& title);

Q_SIGNALS:
    void wanted();

private:
    QPushButton* m_goOn;
};

} // namespace mend::ui
