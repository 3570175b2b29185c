#pragma once
// That something was begun and isn't saved yet. Whoever unlocks may not be alone in the room: its
// words come back once they are asked for.

#include <QWidget>

namespace mend::ui {

class BegunLine : public QWidget {
    Q_OBJECT
public:
    /// `button`: its name, for who doesn't see what stands around it.
    explicit BegunLine(const QString& button, QWidget* parent = nullptr);

Q_SIGNALS:
    void wanted();
};

} // namespace mend::ui
