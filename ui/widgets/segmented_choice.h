#pragma once
// A few answers side by side, one click each: "kept", "partly", "not kept". Nothing is chosen until
// somebody chooses. Arrows only go from one to the next; Space and Enter choose: an answer may act
// at once, and be shared. Radio buttons to the accessibility bus.

#include <QList>
#include <QRadioButton>
#include <QWidget>

class QButtonGroup;
class QHBoxLayout;

namespace mend::ui {

struct Choice {
    QString id;
    QString text;
};

class Segment : public QRadioButton {
    Q_OBJECT
public:
    Segment(const QString& text, QWidget* parent);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// Which corners are round; `next` is null for the last one. It outlives this.
    void setPlace(bool first, const Segment* next);
    void keepTabStop();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool hitButton(const QPoint& position) const override;

private:
    bool goBy(int key);

    bool m_first = true;
    const Segment* m_next = nullptr;
};

class SegmentedChoice : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedChoice(const QString& name, QWidget* parent = nullptr);

    /// What is answered, to a screen reader: with the group and with each of its segments.
    void setName(const QString& name);
    void setChoices(const QList<Choice>& choices);
    /// Empty while nothing is chosen.
    QString chosen() const;
    /// Does not emit. An unknown or empty id chooses nothing.
    void setChosen(const QString& id);

Q_SIGNALS:
    /// By the person.
    void choiceMade(const QString& id);

private:
    QHBoxLayout* m_line;
    QButtonGroup* m_group;
    QList<Choice> m_choices;
};

} // namespace mend::ui
