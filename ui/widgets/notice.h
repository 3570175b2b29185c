#pragma once
// Something that comes up by itself, and has to be heard by whoever doesn't see it come: a screen
// reader reads it as soon as it is there. A notification to the accessibility bus.

#include <QFrame>

namespace mend::ui {

class Notice : public QFrame {
    Q_OBJECT
public:
    explicit Notice(QWidget* parent = nullptr);

Q_SIGNALS:
    /// Just now, to the accessibility bus.
    void announced(const QString& words);

protected:
    /// Comes up, or goes where there is nothing to say. The same words again are no news.
    void say(const QString& words);
    void showEvent(QShowEvent* event) override;

private:
    void announce();
};

} // namespace mend::ui
