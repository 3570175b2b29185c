#pragma once
// A layout that fills lines like text and goes on to the next; right to left where the language
// does.

#include "ui/theme/tokens.h"

#include <QLayout>
#include <QList>

namespace mend::ui {

class FlowLayout : public QLayout {
    Q_OBJECT
public:
    explicit FlowLayout(QWidget* parent = nullptr, int gap = space::one);
    FlowLayout(QWidget* parent, int gap, int lineGap);
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override;
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    Qt::Orientations expandingDirections() const override { return {}; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;

private:
    struct Placed {
        QLayoutItem* item;
        QRect rect;
    };
    void place(const QList<Placed>& line, int height, const QRect& room) const;
    int lay(const QRect& rect, bool move) const;

    QList<QLayoutItem*> m_items;
    int m_gap;     // pixels between what stands on a line
    int m_lineGap; // and between lines
};

} // namespace mend::ui
