#pragma once
// A page or card without anything in it yet: a faint seam and one sentence, and perhaps one button.

#include <QWidget>

class QPushButton;

namespace mend::ui {

class WrapLabel;

class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(const QString& sentence, QWidget* parent = nullptr);
    void setSentence(const QString& sentence);
    /// Empty: no button.
    void setAction(const QString& text);

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    WrapLabel* m_sentence;
    QPushButton* m_action;
};

} // namespace mend::ui
