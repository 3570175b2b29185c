#pragma once
// A sheet of surface with a 1-px line: optional title, optional actions beside it, and a body.

#include "ui/theme/tokens.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace mend::ui {

class WrapLabel;

class Card : public QFrame {
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);
    explicit Card(const QString& title, QWidget* parent = nullptr);

    /// Also the accessible name. Empty: no heading.
    void setTitle(const QString& title);
    QString title() const;

    /// At the end of the title's line: a small button, a badge.
    void addAction(QWidget* widget);
    using QFrame::addAction;

    QVBoxLayout* body() const { return m_body; }
    void add(QWidget* widget);
    void add(QLayout* layout);

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void placeTitle();

    QVBoxLayout* m_body;
    QWidget* m_head;
    QHBoxLayout* m_headLine;
    QVBoxLayout* m_titleRoom;
    WrapLabel* m_title;
};

} // namespace mend::ui
