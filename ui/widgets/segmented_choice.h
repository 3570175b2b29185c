#pragma once
// A few answers side by side, one click each: "kept", "partly", "not kept"; below each other where
// there is no room for that. Nothing is chosen until somebody chooses. Arrows only go from one to
// the next; Space and Enter choose: an answer may act at once, and be shared. Radio buttons to the
// accessibility bus.

#include <QList>
#include <QRadioButton>
#include <QWidget>

class QButtonGroup;
class QBoxLayout;

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
    /// The next one is below, not beside.
    void setStacked(bool stacked);
    void keepTabStop();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool hitButton(const QPoint& position) const override;

private:
    bool goBy(int key);

    void paintOutline(QPainter& painter) const;
    void paintLineToNext(QPainter& painter) const;

    bool m_first = true;
    bool m_stacked = false;
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

    /// Of all of them beside each other, as high as they are now.
    QSize sizeHint() const override;
    /// Below each other.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// By the person.
    void choiceMade(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void arrange();

    QBoxLayout* m_line;
    QButtonGroup* m_group;
    QList<Choice> m_choices;
};

} // namespace mend::ui
